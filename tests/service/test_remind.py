"""`ssat-bot remind` and the sweep of the service, as processes: what is due is sent, whoever comes first."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.playbook.book import Book
from bot.core.ports import Store
from bot.store.open import open_store
from tests.checkins.year import A_YEAR, next_moment, plant
from tests.fakes.connector import FakeConnector, Fault
from tests.service.process import Bot, run_command

MOMENT = "2026-11-05T08:00:00+00:00"
"""The first check-in in Berlin; that in New York was due before, on Monday, that in Kolkata on Wednesday."""
FAR = "http://teams.example/teams/"


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    return {"SSAT_STORE": f"sqlite:///{tmp_path / 'answers.db'}"}


@pytest.fixture
async def planted(settings: Mapping[str, str], book: Book, connector: FakeConnector) -> AsyncIterator[Store]:
    """Four workshops with check-ins."""
    store = await open_store(settings["SSAT_STORE"])
    await plant(store, book, connector.service_url, A_YEAR)
    yield store
    await store.close()


async def test_remind_sends_what_is_due_at_a_moment_and_once(
    tmp_path: Path, settings: dict[str, str], planted: Store, connector: FakeConnector
) -> None:
    dry = await run_command(tmp_path, settings, "remind", "--dry-run", "--now", MOMENT)
    assert (dry.code, dry.out.splitlines()[-1]) == (
        0,
        "sent 3, skipped 0, failed 0, unknown 0, unreachable 0",
    )
    assert [line.split()[3] for line in dry.out.splitlines()[:-1]] == ["checkin"] * 3
    assert connector.sent == []
    ran = await run_command(tmp_path, settings, "remind", "--now", MOMENT)
    assert (ran.code, ran.out, ran.err) == (0, "sent 3, skipped 0, failed 0, unknown 0, unreachable 0\n", "")
    assert len(connector.posts()) == 3
    again = await run_command(tmp_path, settings, "remind", "--now", "2026-11-05T09:00")
    assert (again.code, again.out) == (0, "sent 0, skipped 0, failed 0, unknown 0, unreachable 0\n")


async def test_remind_says_what_was_not_sent_and_ends_with_1(
    tmp_path: Path, settings: dict[str, str], planted: Store, connector: FakeConnector
) -> None:
    connector.faults.extend([Fault(413, "MessageSizeTooBig"), Fault(504)])
    ran = await run_command(tmp_path, settings, "remind", "--now", MOMENT)
    assert (ran.code, ran.out) == (1, "sent 1, skipped 0, failed 1, unknown 1, unreachable 0\n")
    assert ran.err.splitlines()[-1].startswith("remind: 1 not sent")


async def test_at_another_moment_nothing_leaves_this_machine(
    tmp_path: Path, settings: dict[str, str], book: Book
) -> None:
    store = await open_store(settings["SSAT_STORE"])
    await plant(store, book, FAR, A_YEAR)
    before = await next_moment(store)
    ran = await run_command(tmp_path, settings, "remind", "--now", MOMENT)
    assert (ran.code, ran.out) == (0, "sent 0, skipped 3, failed 0, unknown 0, unreachable 0\n")
    assert await next_moment(store) == before
    await store.close()


async def test_a_moment_that_is_none_is_wrong_use(tmp_path: Path) -> None:
    ran = await run_command(tmp_path, {}, "remind", "--now", "tomorrow")
    assert ran.code == 2
    assert "tomorrow is no moment like" in ran.err


async def test_the_service_sweeps_by_itself_unless_a_job_does(
    start: Callable[[Mapping[str, str]], Bot],
    settings: dict[str, str],
    book: Book,
    connector: FakeConnector,
    tmp_path: Path,
) -> None:
    store = await open_store(settings["SSAT_STORE"])
    await plant(store, book, connector.service_url, A_YEAR, moved=timedelta(days=-365))
    quiet = start(settings | {"SSAT_REMINDERS": "off"})
    await quiet.start()
    assert await quiet.stop() == 0
    assert connector.sent == []
    bot = start(settings)
    await bot.start()
    await connector.arrived(4)
    assert await bot.stop() == 0
    assert len(connector.posts()) == 4
    await store.close()

"""Workshops are deleted once nothing has changed in them for as long as their state allows."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli import main, remind
from bot.core.playbook.book import Book
from bot.core.ports import Change, Conflict, Delete, StoreUnavailable, Table
from bot.kept.loaded import always
from bot.kept.purging.deleting import delete_workshop
from bot.kept.purging.overdue import Purge
from bot.settings import SettingsFaults, load_settings
from bot.store.sqlite.store import SqliteStore
from bot.sweep.purging import purge_for_ever
from tests.fakes.store import FakeStore
from tests.forgetting.traces import rows_that_name
from tests.guarantees.rooms import everything_happened
from tests.world import TestClock, World

pytestmark = pytest.mark.usefixtures("playbooks_read_once")

STATES = ("setup", "running", "completed", "redirected")


def purge(world: World, days: Mapping[str, int]) -> Purge:
    return Purge(world.store, always(world.book), days)


@pytest.mark.parametrize("state", STATES)
async def test_after_its_days_a_workshop_goes_with_all_that_leads_to_it(book: Book, state: str) -> None:
    world = await everything_happened(book, state)
    [engagement] = await world.engagements()
    assert engagement.status == state
    others = dict.fromkeys({*STATES, "gone"} - {state}, 1)
    world.clock.passes(days=29, seconds=86_399)
    assert await purge(world, {**others, state: 30}).daily(world.clock.now()) == 0
    world.clock.passes(days=1)
    assert await purge(world, {**others, state: 30}).daily(world.clock.now()) == 1
    assert await world.engagements() == []
    left = await rows_that_name(world.store, engagement.id, "Contoso", "SAID-BY-BEN")
    assert [one.split()[:2] for one in left] == [["channels", "audit"]], "that it was deleted is remembered"


async def test_what_is_not_named_is_kept_for_ever_and_nothing_is_read(book: Book) -> None:
    world = await everything_happened(book, "running")
    world.clock.passes(days=5_000)
    assert isinstance(world.store, FakeStore)
    before = world.store.reads
    assert await purge(world, {}).daily(world.clock.now()) == 0
    assert world.store.reads == before
    assert await purge(world, {"completed": 1}).daily(world.clock.now()) == 0
    assert len(await world.engagements()) == 1


async def test_once_a_day_over_all_processes(book: Book) -> None:
    world = await everything_happened(book, "running")
    days = {"running": 2}
    assert await purge(world, days).daily(world.clock.now()) == 0
    world.clock.passes(days=3)
    first, second = await asyncio.gather(*(purge(world, days).daily(world.clock.now()) for _ in range(2)))
    assert first + second == 1
    assert isinstance(world.store, FakeStore)
    before = world.store.reads
    await purge(world, days).daily(world.clock.now() + timedelta(hours=23))
    assert world.store.reads == before + 1


async def test_a_new_workshop_in_the_channel_gets_a_number_of_its_own(book: Book) -> None:
    world = await everything_happened(book, "completed")
    world.clock.passes(days=400)
    await purge(world, {"completed": 365}).daily(world.clock.now())
    anna = world.people["anna"]
    await anna.says("/status")
    assert "no workshop" in "\n".join(anna.sees()).lower()
    world.restarts()
    for _ in range(2):
        await anna.sends({"action": "overview", "workshop": 1})
        assert "was deleted with all its answers" in "\n".join(anna.sees())
        await anna.says("/ssat")
        [engagement] = await world.engagements()
        assert engagement.number == 2


async def test_whoever_answers_meanwhile_keeps_it(book: Book) -> None:
    world = await everything_happened(book, "running")
    [one] = [one async for one in purge(world, {"running": 1}).overdue(world.clock.now() + timedelta(days=2))]
    ben = world.people["ben"]
    await ben.sends({"action": "save_roles", "workshop": 1, "roles": "it"})
    with pytest.raises(Conflict):
        await delete_workshop(world.store, one.engagement, one.etag or "")
    assert len(await world.engagements()) == 1


async def test_cut_off_after_the_state_the_next_day_completes_it(book: Book) -> None:
    store = Ending()
    world = await everything_happened(book, "running", store)
    [engagement] = await world.engagements()
    world.clock.passes(days=30)
    store.ends = True
    with pytest.raises(StoreUnavailable):
        await purge(world, {"running": 1}).daily(world.clock.now())
    store.ends = store.unavailable = False
    assert await world.engagements() == []
    assert await rows_that_name(world.store, "SAID-BY-BEN")
    world.clock.passes(days=1)
    await purge(world, {"running": 1}).daily(world.clock.now())
    left = await rows_that_name(world.store, engagement.id, "SAID-BY-BEN")
    assert [one.split()[:2] for one in left] == [["channels", "audit"]], "that it was deleted is remembered"


class Ending(FakeStore):
    """It goes down when the state of a workshop is deleted, while it `ends`."""

    ends = False

    async def commit(self, table: Table, partition: str, changes: Sequence[Change]) -> Mapping[str, str]:
        done = await super().commit(table, partition, changes)
        self.unavailable = self.ends and table is Table.ENGAGEMENTS and isinstance(changes[0], Delete)
        return done


async def test_the_service_looks_every_hour_and_outlives_a_store_that_is_down(book: Book) -> None:
    world = await everything_happened(book, "running")
    world.clock.passes(days=30)
    waited = list[float]()

    async def sleep(seconds: float) -> None:
        waited.append(seconds)
        store.unavailable = False
        if len(waited) == 3:
            raise asyncio.CancelledError

    assert isinstance(world.store, FakeStore)
    store = world.store
    store.unavailable = True
    with pytest.raises(asyncio.CancelledError):
        await purge_for_ever(purge(world, {"running": 1}), world.clock, sleep)
    assert waited == [3600.0] * 3
    assert await world.engagements() == []


def test_a_dry_run_lists_what_would_go_and_the_job_deletes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], book: Book
) -> None:
    monkeypatch.chdir(tmp_path)
    clock = asyncio.run(_long_ago(tmp_path / "ssat.db", book))
    monkeypatch.setenv("SSAT_RETENTION", "redirected=365")
    monkeypatch.setattr(remind, "SystemClock", lambda: clock)
    assert main(["remind", "--dry-run"]) == 0
    assert "would delete" not in capsys.readouterr().out
    clock.passes(days=365)
    assert main(["remind", "--dry-run"]) == 0
    assert " redirected 2026-11-23" in capsys.readouterr().out
    assert main(["remind"]) == 0
    assert "1 workshops deleted" in capsys.readouterr().out
    assert main(["export", "--format", "json", "--out", "left.json"]) == 0
    assert '"engagements": []' in (tmp_path / "left.json").read_text()


async def _long_ago(path: Path, book: Book) -> TestClock:
    store = SqliteStore(str(path))
    world = await everything_happened(book, "redirected", store)
    await store.close()
    return world.clock


@pytest.mark.parametrize(
    "given", ["gone=9,completed=3", " gone = 9 ; Completed =3", "gone=9 completed=3 gone=9"]
)
def test_the_days_may_be_written_as_people_write_lists(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSAT_RETENTION", given)
    assert load_settings().retention == {"gone": 9, "completed": 3}


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ("done=3", "done is no state"),
        ("gone=soon", "gone needs one number"),
        ("gone=0", "gone needs one number of days, 1 to 99999"),
        ("gone=3, gone=5", "gone needs one number"),
        ("gone=100000", "gone needs one number"),
    ],
)
def test_what_is_wrong_with_the_days_is_said(
    given: str, fault: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SSAT_RETENTION", given)
    with pytest.raises(SettingsFaults) as found:
        load_settings()
    assert fault in "\n".join(found.value.lines())

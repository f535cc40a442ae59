"""The numbers of a running bot: off by default, of everything that an operator watches, of nobody."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.core.ports import Column, Insert, Table
from bot.kept.due_index import Due
from tests.fakes.activities import message
from tests.fakes.certificate import Certificate
from tests.fakes.connector import FakeConnector, Fault
from tests.fakes.identity import Identity
from tests.guarantees.secured import settings_for
from tests.guarantees.stored import opened
from tests.service.card import filled, positive
from tests.service.client import Person, Room
from tests.service.process import Bot, run_command
from tests.service.test_http import tables_taken_away
from tests.watched.numbers import numbers_of, numbers_when

ROOT = Path(__file__).parents[2]
SETUP = {"customer": "Verschwiegene Werke", "services": "teams", "country": "DE"}
ON = {"SSAT_METRICS_PORT": "0"}


@pytest.fixture
async def bot(start: Callable[[Mapping[str, str]], Bot], store: Mapping[str, str]) -> Bot:
    """One that tells its numbers, and whose reminders somebody else sends."""
    made = start({**store, **ON, "SSAT_REMINDERS": "off"})
    await made.start()
    return made


async def test_it_counts_turns_sends_and_calls_of_the_store(
    bot: Bot, channel: Room, session: aiohttp.ClientSession
) -> None:
    fm = Person(channel, "fm")
    await fm.says("/ssat")
    await fm.sets_up(**SETUP)
    await fm.answers(most=3)
    await channel.deliver(message(channel.connector.service_url) | {"channelId": "webchat"})
    numbers = await numbers_of(bot, session)
    assert numbers["ssat_turns_total{kind=message,outcome=answered}"] == 1
    # `Lead`, three of the setup (the states of a country come with it), `My questions`, the answers.
    assert numbers["ssat_turns_total{kind=press,outcome=answered}"] == 8
    assert numbers["ssat_turns_total{kind=unread,outcome=refused}"] == 1
    assert numbers["ssat_turn_seconds_count{kind=press}"] == 8
    assert numbers["ssat_sends_total{kind=post,outcome=sent}"] >= 1
    assert numbers["ssat_store_calls_total{call=commit,outcome=done}"] >= 6
    assert numbers["ssat_store_seconds_count{call=get}"] >= 1
    assert (numbers["ssat_ready"], numbers["ssat_due_backlog"]) == (1, 0)


async def test_no_number_holds_a_name_an_id_or_an_answer(
    bot: Bot, channel: Room, session: aiohttp.ClientSession
) -> None:
    fm = Person(channel, "fm")
    await fm.says("/ssat")
    await fm.sets_up(**SETUP)
    await fm.answers(most=6)
    numbers = await numbers_of(bot, session)
    said = {value for _, _, values in fm.asked for value in values.values() if len(value) > 8}
    assert said
    for secret in {"Verschwiegen", "Fm", fm.id, channel.id, "29:", *said}:
        assert secret not in numbers.text
    labels = {value for name in numbers.values for value in re.findall(r"=([\w.+]+)", name)}
    assert not [one for one in labels if len(one) > 12], "words of a list, and versions"


async def test_the_readme_lists_every_number_and_no_other(
    start: Callable[[Mapping[str, str]], Bot],
    identity: Identity,
    teams: FakeConnector,
    certificate: Certificate,
    session: aiohttp.ClientSession,
) -> None:
    made = start(settings_for(identity, teams, certificate) | ON)
    await made.start()
    numbers = await numbers_of(made, session)
    table = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n| metric | labels |")[2]
    listed = re.findall(r"`(ssat_\w+)`", table.partition("\n\n")[0])
    with_labels = {
        f"{one}_total" for one in ("ssat_turns", "ssat_sends", "ssat_store_calls", "ssat_reminders")
    }
    seconds = {"ssat_turn_seconds", "ssat_send_seconds", "ssat_store_seconds"}
    families = set(re.findall(r"^# TYPE (ssat_\w+)", numbers.text, re.M))
    assert sorted(listed) == sorted(families)
    assert with_labels | seconds <= families


async def test_a_refused_token_is_seen_before_anybody_writes(
    start: Callable[[Mapping[str, str]], Bot],
    identity: Identity,
    teams: FakeConnector,
    certificate: Certificate,
    session: aiohttp.ClientSession,
) -> None:
    made = start(settings_for(identity, teams, certificate) | ON)
    await made.start()
    good = await numbers_of(made, session)
    assert good["ssat_ready"] == 1
    assert 3000 < good["ssat_token_left_seconds"] <= 3600
    assert good["ssat_token_age_seconds"] < 60
    identity.token_fault = {"error": "invalid_client", "error_codes": [7000222]}
    another = start(settings_for(identity, teams, certificate) | ON)
    await another.start()
    bad = await numbers_of(another, session)
    assert (bad["ssat_ready"], bad["ssat_token_left_seconds"]) == (0, 0)


async def test_without_its_store_presses_count_as_unsaved_and_it_is_not_ready(
    bot: Bot, channel: Room, session: aiohttp.ClientSession, store: Mapping[str, str]
) -> None:
    fm = Person(channel, "fm")
    await fm.says("/ssat")
    await fm.sets_up(**SETUP)
    await fm.opens("my_questions")
    with tables_taken_away(store):
        await fm.presses(positive(fm.card), filled(fm.card))
        assert await fm.says("/status") == 503
        numbers = await numbers_when(bot, session, lambda numbers: numbers["ssat_ready"] == 0)
    assert numbers["ssat_turns_total{kind=press,outcome=unsaved}"] == 1
    assert numbers["ssat_turns_total{kind=message,outcome=unsaved}"] == 1
    assert numbers["ssat_store_calls_total{call=get,outcome=unavailable}"] >= 1
    assert str(numbers["ssat_due_backlog"]) == "nan", "not known"


async def test_what_teams_refuses_is_counted_with_its_retries(
    bot: Bot, channel: Room, session: aiohttp.ClientSession
) -> None:
    channel.connector.faults.extend([None, Fault(429, retry_after="0.1"), Fault(429, retry_after="0.1")])
    fm = Person(channel, "fm")
    await fm.says("/ssat")
    await channel.shows(lambda card: True)
    numbers = await numbers_of(bot, session)
    assert numbers["ssat_sends_total{kind=post,outcome=throttled}"] == 2
    assert numbers["ssat_send_retries_total"] == 2
    assert numbers["ssat_sends_given_up_total"] == 0
    channel.connector.broken[channel.conversation] = Fault(403, "Forbidden")
    await fm.says("/status")
    numbers = await numbers_when(bot, session, lambda numbers: numbers["ssat_sends_given_up_total"] > 0)
    assert numbers["ssat_sends_total{kind=post,outcome=refused}"] >= 1


async def test_what_is_due_and_what_is_not_sent_is_told_with_its_age(
    bot: Bot, channel: Room, session: aiohttp.ClientSession, store: Mapping[str, str]
) -> None:
    now = datetime.now(UTC)
    held = await opened(store)
    for minutes in (5, 20):
        due = Due(f"e{minutes}", "check_in", now - timedelta(minutes=minutes))
        await held.commit(Table.DUE, due.shard, [Insert(due.key, due.columns(now))])
    later = Due("e", "check_in", now + timedelta(minutes=5))
    await held.commit(Table.DUE, later.shard, [Insert(later.key, later.columns(now))])
    for name, age, unsure in (("a", 30, False), ("b", 7000, True)):
        row: dict[str, Column] = {"engagement": "e", "kind": "shared", "effect": "{}", "unsure": unsure}
        row["noted"] = now - timedelta(seconds=age)
        await held.commit(Table.PENDING, "pending", [Insert(f"e~{name}", row)])
    await held.close()
    numbers = await numbers_of(bot, session)
    assert numbers["ssat_due_backlog"] == 2
    assert 1200 <= numbers["ssat_due_oldest_seconds"] < 1260
    assert numbers["ssat_unsent_posts"] == 1, "a doubtful one waits for people, not for a machine"
    assert 30 <= numbers["ssat_unsent_oldest_seconds"] < 90


async def test_a_port_that_is_taken_is_said_in_one_line(store: Mapping[str, str], tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ran = await run_command(tmp_path, {**store, "PORT": "0", "SSAT_METRICS_PORT": port}, "serve")
    assert ran.code == 1
    said = [line for line in ran.err.splitlines() if port in line]
    assert said == [f"SSAT_METRICS_PORT: {port} cannot be used (Address already in use): choose another"]
    assert "Traceback" not in ran.err


def test_off_it_is_not_even_imported() -> None:
    program = (
        "import sys, bot.app; from bot.watched.port import watch_of; from bot.settings import Settings\n"
    )
    program += "watch_of(Settings(_env_file=None))\n"
    program += "print(*sorted({'prometheus_client', 'opentelemetry'} & set(sys.modules)))"
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, env={}
    )
    assert ran.stdout == "\n"

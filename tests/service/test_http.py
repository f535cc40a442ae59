"""The running service over HTTP: bad requests, health, a store that goes away, and its end."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.fakes.activities import message, press
from tests.fakes.connector import FakeConnector, Fault
from tests.service.card import filled, inputs, positive, question_of, texts
from tests.service.client import Person, Room
from tests.service.exported import everything, exported, said
from tests.service.process import Bot

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
SETUP = {"customer": "Contoso", "services": "teams", "country": "DE"}


async def test_bad_requests_get_4xx_and_leave_nothing_behind(
    bot: Bot,
    session: aiohttp.ClientSession,
    connector: FakeConnector,
    store: Mapping[str, str],
    tmp_path: Path,
) -> None:
    service = connector.service_url
    good = message(service)
    bad: list[tuple[bytes | dict[str, Any], dict[str, str]]] = [
        (b"", {}),
        (b"{", {}),
        (b"[]", {}),
        (b'{"type": "\xff"}', {}),
        (b'{"a":' * 20_000, {}),
        (b'{"type": "' + b"x" * 300_000 + b'"}', {}),
        (json.dumps(good).encode(), {"Content-Type": "text/plain"}),
        (good | {"channelId": "webchat"}, {}),
        (good | {"serviceUrl": "https://example.com/"}, {}),
        (good | {"serviceUrl": 7}, {}),
        (good | {"conversation": None}, {}),
        (good | {"from": None}, {}),
        (good | {"id": None}, {}),
        (good | {"type": 7}, {}),
        (good | {"channelData": {"tenant": {"id": 7}}}, {}),
        (press(service) | {"value": {"action": "answer"}}, {}),
        (press(service, {"action": "answer", "text": "x" * 70_000}), {}),
    ]
    for body, headers in bad:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        head = {"Content-Type": "application/json"} | headers
        async with session.post(f"{bot.url}/api/messages", data=raw, headers=head) as answer:
            assert 400 <= answer.status < 500, raw[:200]
            assert await answer.read() == b"", "a refusal explains itself to the log alone"
    async with session.get(f"{bot.url}/api/messages") as answer:
        assert answer.status == 405
    async with session.get(f"{bot.url}/elsewhere") as answer:
        assert answer.status == 404
    assert connector.sent == []
    assert await everything(tmp_path, store) == {}
    assert not [line for line in bot.said if " ERROR " in line]


async def test_the_same_message_several_times_starts_one_workshop(
    bot: Bot, channel: Room, store: Mapping[str, str], tmp_path: Path
) -> None:
    started = message(channel.connector.service_url)
    answers = await asyncio.gather(*(channel.deliver(started) for _ in range(4)))
    assert [status for status, _ in answers] == [200] * 4
    await channel.connector.arrived(1)
    assert await bot.stop() == 0
    assert len(channel.connector.posts()) == 1
    assert len(await everything(tmp_path, store)) == 1


async def test_without_its_store_it_is_up_and_not_ready_and_no_answer_is_called_saved(
    bot: Bot, channel: Room, store: Mapping[str, str], tmp_path: Path
) -> None:
    assert (await _get(channel, "/healthz"), await _get(channel, "/readyz")) == (200, 200)
    fm = Person(channel, "fm")
    await fm.says("/ssat")
    await fm.sets_up(**SETUP)
    await fm.opens("my_questions")
    question = question_of(fm.card)
    with tables_taken_away(store):
        await _is_ready(channel, 503)
        assert await _get(channel, "/healthz") == 200
        sent = filled(fm.card)
        assert "Ich kann gerade nicht speichern" in texts(await fm.presses(positive(fm.card), sent))
        put_back = {one["id"]: str(one.get("value", "")) for one in inputs(fm.card)}
        assert {name: put_back[name] for name in sent} == sent
        assert await fm.says("/status") == 503, "so Teams sends it again"
    await _is_ready(channel, 200)
    assert await bot.logs("not ready: the store cannot be used: SQLite: no such table")
    assert await bot.logs("ready again")
    assert question_of(await fm.again()) not in (None, question)
    assert "nicht speichern" not in texts(fm.card)
    assert len(said(await exported(tmp_path, store, channel.id))) == 1


async def test_it_ends_in_order_and_sends_first_what_it_still_has_to_send(
    bot: Bot, channel: Room, store: Mapping[str, str]
) -> None:
    connector = channel.connector
    connector.faults.extend([None, Fault(429, retry_after="0.5")])
    fm = Person(channel, "fm")
    await fm.says("/ssat")
    await connector.asked(2)
    begun = time.monotonic()
    assert await bot.stop() == 0
    assert time.monotonic() - begun < 4
    assert len(connector.posts()) == 1, "the workshop card left before the end"
    assert not [line for line in bot.said if " ERROR " in line]


async def _is_ready(room: Room, status: int) -> None:
    """Ask until it says so: what it saw last it remembers for two seconds."""
    async with asyncio.timeout(5):
        while await _get(room, "/readyz") != status:
            continue


async def _get(room: Room, path: str) -> int:
    async with room.session.get(room.bot_url + path) as answer:
        assert len(await answer.read()) < 20, "reasons stand in the log alone"
        return answer.status


@contextmanager
def tables_taken_away(store: Mapping[str, str]) -> Iterator[None]:
    """The database is there, and nothing can be read or written in it."""
    with closing(
        sqlite3.connect(store["SSAT_STORE"].removeprefix("sqlite:///"), isolation_level=None)
    ) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            database.execute(f'ALTER TABLE "{name}" RENAME TO "{name}_away"')
        yield
        for name in names:
            database.execute(f'ALTER TABLE "{name}_away" RENAME TO "{name}"')

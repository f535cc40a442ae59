"""Readiness: 503 when messages would fail, whoever asks how often, and why in the log alone."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.core.ports import StoreUnavailable
from bot.teams.identity.tokens import TokenUnavailable
from bot.teams.inbound.readiness import REMEMBERED, Readiness
from tests.fakes.activities import message
from tests.fakes.service import Listener, Served

LOOPBACK = "http://127.0.0.1:1/teams/"


class Looked:
    """A store and a token that fail as the test says, and a clock."""

    def __init__(self) -> None:
        self.down = self.refused = False
        self.looks = 0
        self.now = 100.0
        self.readiness = Readiness(self.probe, self.token, lambda: self.now)

    async def probe(self) -> None:
        self.looks += 1
        await asyncio.sleep(0)
        if self.down:
            raise StoreUnavailable("SQLite: disk is full")

    async def token(self) -> None:
        if self.refused:
            raise TokenUnavailable

    async def later(self, seconds: float = REMEMBERED) -> bool:
        self.now += seconds
        return await self.readiness.is_ready()


@pytest.fixture
def looked(caplog: pytest.LogCaptureFixture) -> Looked:
    caplog.set_level(logging.INFO)
    return Looked()


async def test_however_many_ask_it_looks_once_in_two_seconds(looked: Looked) -> None:
    assert await asyncio.gather(*(looked.readiness.is_ready() for _ in range(50))) == [True] * 50
    looked.down = True
    assert await looked.later(REMEMBERED - 0.1)
    assert looked.looks == 1
    assert not await looked.later(0.1)
    assert looked.looks == 2


async def test_a_refused_token_or_a_store_that_is_down_is_not_ready_and_the_log_says_which(
    looked: Looked, caplog: pytest.LogCaptureFixture
) -> None:
    looked.refused = True
    assert not await looked.readiness.is_ready()
    looked.refused, looked.down = False, True
    assert not await looked.later()
    looked.down = False
    assert await looked.later()
    assert [one.getMessage() for one in caplog.records] == [
        "not ready: no token for the connector",
        "not ready: the store cannot be used: SQLite: disk is full",
        "ready again",
    ]


async def test_the_same_reason_is_said_once_a_minute(
    looked: Looked, caplog: pytest.LogCaptureFixture
) -> None:
    looked.down = True
    for _ in range(60):
        assert not await looked.later()
    assert len(caplog.records) == 2


async def test_what_keeps_us_from_knowing_is_not_ready(
    looked: Looked, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken() -> None:
        raise LookupError("words that no log may hold")

    readiness = Readiness(broken, looked.token, lambda: looked.now)
    assert not await readiness.is_ready()
    assert caplog.records[-1].getMessage() == "not ready: not known"


async def test_about_to_end_it_is_not_ready_at_once_and_looks_no_more(looked: Looked) -> None:
    assert await looked.readiness.is_ready()
    looked.readiness.drain()
    assert not await looked.readiness.is_ready()
    assert not await looked.later()
    assert looked.looks == 1


async def test_about_to_end_requests_are_served_and_their_connections_closed(
    open_service: Served, listener: Listener
) -> None:
    before = await open_service.post(message(LOOPBACK))
    listener.readiness.drain()
    after = await open_service.post(message(LOOPBACK))
    assert (before.status, after.status) == (200, 200)
    assert ("Connection" in before.headers, after.headers["Connection"]) == (False, "close")

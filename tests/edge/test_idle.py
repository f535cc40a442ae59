"""Whoever connects and says nothing is hung up on, and however many do, others come through."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import cast

import pytest
from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from bot.teams.inbound.idle import (
    AIOHTTP_KNOWS,
    IDLE,
    SILENT,
    Connection,
    IdleConnections,
    mark_of,
    most_connections,
)


@dataclass
class Hours:
    """A clock that a test moves."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


class Listening:
    """A server on loopback, and the look at its connections."""

    def __init__(self, runner: web.AppRunner, most: int) -> None:
        assert runner.server is not None
        self.port = runner.addresses[0][1]
        self.hours = Hours()
        server = runner.server
        self.idle = IdleConnections(lambda: server.connections, mark_of, most, self.hours)
        self._server = server
        self.writers: list[asyncio.StreamWriter] = []

    @property
    def connections(self) -> Sequence[RequestHandler]:
        return self._server.connections

    async def connected(self, number: int) -> None:
        """So many connections are there."""
        for _ in range(100_000):
            if len(self._server.connections) == number:
                return
            await asyncio.sleep(0)
        raise AssertionError(f"{len(self._server.connections)} connections, not {number}")

    async def connects(self, said: bytes = b"") -> asyncio.StreamReader:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(said)
        await writer.drain()
        self.writers.append(writer)
        return reader


async def is_hung_up_on(reader: asyncio.StreamReader) -> bool:
    """The other side is gone, whether it read what was sent or not."""
    with contextlib.suppress(ConnectionResetError):
        return await reader.read() == b""
    return True


@pytest.fixture
async def listening() -> AsyncIterator[Listening]:
    async def ok(request: web.Request) -> web.Response:
        return web.Response(text="ok")

    application = web.Application()
    application.router.add_get("/healthz", ok)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    opened = Listening(runner, most=4)
    yield opened
    for writer in opened.writers:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
    await runner.cleanup()


@pytest.mark.parametrize(
    "said", [b"", b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: "], ids=["silent", "slow"]
)
async def test_who_sends_no_whole_request_is_hung_up_on_after_half_a_minute(
    listening: Listening, said: bytes
) -> None:
    reader = await listening.connects(said)
    await listening.connected(1)
    assert listening.idle.look() == 0
    listening.hours.now = SILENT + 1
    assert listening.idle.look() == 1
    assert await is_hung_up_on(reader)


async def test_who_asked_has_a_minute_until_the_next_request(listening: Listening) -> None:
    reader = await listening.connects(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
    assert await reader.readuntil(b"ok")
    await listening.connected(1)
    listening.idle.look()
    listening.hours.now = IDLE - 1
    assert listening.idle.look() == 0
    listening.writers[0].write(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
    assert await reader.readuntil(b"ok")
    listening.hours.now = IDLE + 1
    assert listening.idle.look() == 0, "it asked meanwhile"
    listening.hours.now = 2 * IDLE + 2
    assert listening.idle.look() == 1
    assert await reader.read() == b""


async def test_beyond_their_number_those_that_were_silent_the_longest_go(listening: Listening) -> None:
    readers = []
    for number in range(6):
        readers.append(await listening.connects())
        await listening.connected(number + 1)
        if number < 4:
            listening.hours.now = number
            assert listening.idle.look() == 0
    assert listening.idle.look() == 2
    assert [await reader.read() for reader in readers[:2]] == [b"", b""]
    await listening.connected(4)


async def test_aiohttp_still_tells_of_a_connection_what_the_look_at_it_goes_by(listening: Listening) -> None:
    await listening.connects()
    await listening.connected(1)
    [connection] = listening.connections
    gone = [name for name in AIOHTTP_KNOWS if not hasattr(connection, name)]
    assert not gone, f"aiohttp renamed {gone}: idle connections are closed no more until idle.py knows"


def test_a_connection_of_which_nothing_is_known_is_never_idle() -> None:
    assert mark_of(cast(Connection, object())) is None


def test_descriptors_are_left_for_everything_else() -> None:
    assert most_connections() >= 16

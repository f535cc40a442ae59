"""Guarantee 11: whoever sends slowly does not hold a connection for ever."""

from __future__ import annotations

import asyncio
import time
from urllib.parse import urlsplit

import pytest

from tests.service.client import Person, Room
from tests.service.process import Bot

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
SLOW = 100
HEAD = (
    b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    b"Content-Length: 900\r\n\r\n{"
)


async def test_11_a_slow_body_is_closed_after_thirty_seconds_and_nobody_waits_for_it(
    bot: Bot, channel: Room
) -> None:
    address = urlsplit(bot.url)
    begun = time.monotonic()
    open_ones = [await asyncio.open_connection(address.hostname, address.port) for _ in range(SLOW)]
    for _, writer in open_ones:
        writer.write(HEAD)
    assert await Person(channel, "fm").says("/ssat") == 200
    assert time.monotonic() - begun < 10

    async def closed(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> tuple[bytes, float]:
        # One that sends a byte now and then is no better than one that sends none.
        answer = asyncio.create_task(reader.read())
        while not (await asyncio.wait([answer], timeout=7))[0]:
            writer.write(b" ")
        writer.close()
        return (await answer)[:12], time.monotonic() - begun

    async with asyncio.timeout(45):
        ends = await asyncio.gather(*(closed(*one) for one in open_ones))
    assert {answer for answer, _ in ends} == {b"HTTP/1.1 408"}
    assert all(28 < seconds < 40 for _, seconds in ends)

"""People who send the body of a request too slowly, in a thread: they take half a minute, beside others."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests.fakes.connector import running_connector
from tests.service.client import Person, Room, browser
from tests.service.process import Bot

SENDERS = 100
_HEAD = (
    b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    b"Content-Length: 900\r\n\r\n{"
)
_NOW_AND_THEN = 7


@dataclass(frozen=True)
class Outcome:
    """What a message got meanwhile and after how long; for each sender the answer's first line and when."""

    message: tuple[int, float]
    ends: list[tuple[str, float]]


def send_slowly(folder: Path) -> Outcome:
    """Start a bot, send slowly to it until it hangs up, and end it. Blocks for half a minute."""
    return asyncio.run(_send_slowly(folder))


async def _send_slowly(folder: Path) -> Outcome:
    bot = Bot({}, folder)
    await bot.start()
    try:
        address, begun = urlsplit(bot.url), time.monotonic()
        senders = [await asyncio.open_connection(address.hostname, address.port) for _ in range(SENDERS)]
        for _, writer in senders:
            writer.write(_HEAD)
        async with running_connector() as connector, browser() as session, asyncio.timeout(60):
            fm = Person(Room(bot.url, session, connector, "19:meanwhile@thread.tacv2"), "fm")
            message = (await fm.says("/ssat"), time.monotonic() - begun)
            return Outcome(message, await asyncio.gather(*(_end(*one, begun) for one in senders)))
    finally:
        await bot.kill()


async def _end(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, begun: float) -> tuple[str, float]:
    """When and how one of them is cut off. A byte now and then is no better than none."""
    answer = asyncio.create_task(reader.read())
    while not (await asyncio.wait([answer], timeout=_NOW_AND_THEN))[0]:
        writer.write(b" ")
    ended = time.monotonic() - begun
    writer.close()
    return (await answer).partition(b"\r\n")[0].decode(), ended

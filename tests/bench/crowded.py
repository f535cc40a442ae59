"""The slowest small request beside very many turns in flight: how free the event loop stays."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from aiohttp import ClientSession, TCPConnector

from tests.bench.load import Load
from tests.bench.presses import Presses
from tests.bench.program import Program, cores

IN_FLIGHT = 64
TURNS = 3_000
TARGET_MS = 100.0
_PAUSE = 0.02
"""Seconds between two looks."""


def measure(settings: Mapping[str, str], service_url: str, folder: Path, turns: int = TURNS) -> str:
    """The line of the table, for so many turns."""
    bot = Program(["bot", "serve"], cores()[0], settings, folder / "crowded-bot.log")
    try:
        return asyncio.run(_measured(f"http://127.0.0.1:{bot.port}", service_url, turns))
    finally:
        bot.stop()


async def _measured(bot: str, service_url: str, turns: int) -> str:
    load = Load(f"{bot}/api/messages", {})
    talkers = [Presses(service_url, number) for number in range(IN_FLIGHT)]
    await load.prepare(talkers)
    looks: list[float] = []
    looking = asyncio.create_task(_look(f"{bot}/healthz", looks))
    taken = await load.run(talkers, turns)
    looking.cancel()
    looks.sort()
    slowest = looks[-1]
    met = "met" if slowest <= TARGET_MS else "missed"
    return (
        f"/healthz beside {IN_FLIGHT} in flight ({taken.per_second:.0f} turns/s), {len(looks)} looks: "
        f"{median(looks):.0f} ms at the median, {looks[int(0.99 * len(looks))]:.0f} of a hundred one, "
        f"{slowest:.0f} the slowest (target {TARGET_MS:.0f} ms: {met})"
    )


async def _look(url: str, looks: list[float]) -> None:
    """Each time over a connection of its own, as a load balancer does it."""
    async with ClientSession(connector=TCPConnector(force_close=True)) as session:
        while True:
            started = time.perf_counter()
            async with session.get(url) as answer:
                await answer.read()
            looks.append((time.perf_counter() - started) * 1000)
            await asyncio.sleep(_PAUSE)

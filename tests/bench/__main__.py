"""`make bench`: the bot beside the stock botbuilder echo, in one run.

Bot, connector and load are processes of their own: the bot on one core, the others on another.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientSession

from bot.cli.local.emulator import free_port
from tests.bench import due, scale
from tests.bench.contenders import Contender, Place, contenders
from tests.bench.load import Load, Taken
from tests.bench.program import Program, cores, pin

IN_FLIGHT = 16
_LOOKS = 1000
_PAUSE = 0.01
_QUIET = 0.3
"""Seconds."""


@dataclass(frozen=True)
class Result:
    """One row of the table."""

    name: str
    taken: Taken
    cpu_ms: float
    early_mb: float
    memory_mb: float
    start_seconds: float


def main() -> int:
    """Measure everybody, print the table; 1 where a bot lost a turn."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--share", type=float, default=1.0, help="of the usual number of turns and rows (default 1)"
    )
    parser.add_argument(
        "--scale", action="store_true", help="instead: very many check-ins that are due at once"
    )
    options = parser.parse_args()
    if options.scale:
        return _scaled(options.share)
    for_bot, for_others = cores()
    pin(for_others)
    results: list[Result] = []
    print(f"{'':28}{'turns/s':>9}{'x stock':>9}{'CPU ms/turn':>13}{'RSS MB':>11}{'start s':>9}{'turns':>8}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tls = free_port()
        given = {"TLS_PORT": str(tls), "FOLDER": name}
        connector = Program(["tests.bench.connector"], for_others, given, folder / "connector.log")
        try:
            for one in contenders(asyncio.run(_place(folder, connector.port, tls))):
                turns = max(IN_FLIGHT, int(one.turns * options.share))
                results.append(asyncio.run(_measure(one, connector, turns, for_bot, folder)))
                print(_row(results[-1], results[0]), flush=True)
            print(due.measure(folder, max(due.LEAST, int(due.SCHEDULED * options.share))))
        except RuntimeError as trouble:
            print(trouble, file=sys.stderr)
            return 1
        finally:
            connector.stop()
    return 0


def _scaled(share: float) -> int:
    with tempfile.TemporaryDirectory() as name:
        try:
            print(scale.measure(Path(name), max(1, int(scale.DUE * share))))
        except RuntimeError as trouble:
            print(trouble, file=sys.stderr)
            return 1
    return 0


async def _place(folder: Path, port: int, tls_port: int) -> Place:
    plain, tls = f"http://127.0.0.1:{port}", f"https://127.0.0.1:{tls_port}"
    return Place(folder, plain, tls, await _said(f"{plain}/token?serviceurl={tls}"))


async def _measure(one: Contender, connector: Program, turns: int, core: int | None, folder: Path) -> Result:
    bot = Program(one.module, core, one.settings, folder / "bot.log")
    try:
        load = Load(f"http://127.0.0.1:{bot.port}/api/messages", one.headers)
        talkers = [one.talker(one.service_url, number) for number in range(IN_FLIGHT)]
        await load.prepare(talkers)
        before, used = await _settled(connector), bot.cpu_seconds()
        started = time.perf_counter()
        await load.run(talkers, turns // 10)
        early = bot.memory_mb()
        await load.run(talkers, turns - turns // 10)
        if one.replies:
            await _arrived(one.name, connector, before + turns)
        taken = Taken(turns, time.perf_counter() - started)
        used = bot.cpu_seconds() - used
        return Result(one.name, taken, used / turns * 1000, early, bot.memory_mb(), bot.start_seconds)
    finally:
        bot.stop()


async def _arrived(name: str, connector: Program, wanted: int) -> None:
    """Wait until what the turns send is there. RuntimeError where it does not come, or is too much."""
    sent = 0
    for _ in range(_LOOKS):
        sent = await _sent(connector)
        if sent >= wanted:
            break
        await asyncio.sleep(_PAUSE)
    if sent != wanted:
        raise RuntimeError(f"{name}: {sent - wanted:+} of the messages that were to come")


async def _settled(connector: Program) -> int:
    """How many messages came, when no more do."""
    sent = -1
    while sent != (now := await _sent(connector)):
        sent = now
        await asyncio.sleep(_QUIET)
    return sent


async def _sent(connector: Program) -> int:
    counts: dict[str, int] = json.loads(await _said(f"http://127.0.0.1:{connector.port}/count"))
    return sum(counts.values())


async def _said(url: str) -> str:
    async with ClientSession() as session, session.get(url) as answer:
        return await answer.text()


def _row(result: Result, stock: Result) -> str:
    per_second = result.taken.per_second
    ratio = per_second / stock.taken.per_second
    return (
        f"{result.name:28}{per_second:9.0f}{ratio:9.1f}{result.cpu_ms:13.2f}"
        f"{result.early_mb:6.0f} -{result.memory_mb:3.0f}{result.start_seconds:9.1f}{result.taken.turns:8}"
    )


if __name__ == "__main__":
    sys.exit(main())

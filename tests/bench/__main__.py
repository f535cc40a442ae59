"""`make bench`: the bot beside the stock botbuilder echo, in one run.

Bot, connector and load are processes of their own: the bot on one core, the others on another.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientSession

from tests.bench import due
from tests.bench.contenders import Contender, contenders
from tests.bench.load import Load, Taken
from tests.bench.program import Program, cores, pin

IN_FLIGHT = 16


@dataclass(frozen=True)
class Result:
    """One row of the table."""

    name: str
    taken: Taken
    cpu_ms: float
    memory_mb: float
    start_seconds: float


def main() -> int:
    """Measure everybody, print the table; 1 where a bot lost a turn."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--share", type=float, default=1.0, help="of the usual number of turns and rows (default 1)"
    )
    options = parser.parse_args()
    for_bot, for_others = cores()
    pin(for_others)
    results: list[Result] = []
    print(f"{'':28}{'turns/s':>9}{'x stock':>9}{'CPU ms/turn':>13}{'RSS MB':>8}{'start s':>9}{'turns':>8}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        connector = Program(["tests.bench.connector"], for_others, {}, folder / "connector.log")
        try:
            for one in contenders(folder):
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


async def _measure(one: Contender, connector: Program, turns: int, core: int | None, folder: Path) -> Result:
    bot = Program(one.module, core, one.settings, folder / "bot.log")
    try:
        load = Load(f"http://127.0.0.1:{bot.port}/api/messages")
        talkers = [one.talker(f"http://127.0.0.1:{connector.port}", number) for number in range(IN_FLIGHT)]
        await load.prepare(talkers)
        before, used = await _sent(connector), bot.cpu_seconds()
        taken = await load.run(talkers, turns)
        used = bot.cpu_seconds() - used
        arrived = await _sent(connector) - before
        if one.replies and arrived != turns:
            raise RuntimeError(f"{one.name}: {turns} turns, but {arrived} replies")
        return Result(one.name, taken, used / turns * 1000, bot.memory_mb(), bot.start_seconds)
    finally:
        bot.stop()


async def _sent(connector: Program) -> int:
    async with (
        ClientSession() as session,
        session.get(f"http://127.0.0.1:{connector.port}/count") as answer,
    ):
        return sum((await answer.json()).values())


def _row(result: Result, stock: Result) -> str:
    per_second = result.taken.per_second
    ratio = per_second / stock.taken.per_second
    return (
        f"{result.name:28}{per_second:9.0f}{ratio:9.1f}{result.cpu_ms:13.2f}"
        f"{result.memory_mb:8.0f}{result.start_seconds:9.1f}{result.taken.turns:8}"
    )


if __name__ == "__main__":
    sys.exit(main())

"""`make bench`: the bot beside its peers, in one run.

Bots, connector and load are processes of their own: the bots on one core, the others on another.
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import tempfile
from pathlib import Path

import msgspec

from bot.cli.local.emulator import free_port
from tests.bench import due, report, scale
from tests.bench.contenders import ANSWER, Contender, Place, contenders
from tests.bench.program import Program, cores, pin
from tests.bench.rounds import Connector, Running, measure, said

_STARTS = 3
_MANY = 40_000
"""Turns after which the memory is looked at."""
_WRITTEN = Path("build/bench.json")


def main() -> int:
    """Measure everybody, print the table; 1 where a bot lost a turn."""
    options = _options()
    # Ended from outside, too, it ends what it started.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with tempfile.TemporaryDirectory() as name:
            if options.scale:
                print(scale.measure(Path(name), max(1, int(scale.DUE * options.share))))
            else:
                asyncio.run(_run(Path(name), options))
    except RuntimeError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 1
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    say = "of the usual number of turns and rows (default 1)"
    parser.add_argument("--share", type=float, default=1.0, help=say)
    parser.add_argument("--rounds", type=int, default=7, help="of each bot, in turn (default 7)")
    parser.add_argument(
        "--only", default="", help="bots whose names hold one of these words, with commas between"
    )
    parser.add_argument("--short", action="store_true", help="without starts, many turns and due check-ins")
    parser.add_argument("--json", type=Path, default=_WRITTEN, help=f"where to write it (default {_WRITTEN})")
    say = "instead: very many check-ins that are due at once"
    parser.add_argument("--scale", action="store_true", help=say)
    return parser.parse_args()


async def _run(folder: Path, options: argparse.Namespace) -> None:
    for_bots, for_others = cores()
    pin(for_others)
    tls = free_port()
    given = {"TLS_PORT": str(tls), "FOLDER": str(folder)}
    counting = Program(["tests.bench.connector"], for_others, given, folder / "connector.log")
    running: list[Running] = []
    try:
        wanted = _wanted(await _place(folder, counting.port, tls), options.only)
        starts = [] if options.short else _starts(wanted, for_bots, folder)
        for one in wanted:
            running.append(Running(one, for_bots, folder))
        connector = Connector(f"http://127.0.0.1:{counting.port}")
        results = await measure(running, connector, options.rounds, options.share, _tell)
        print(report.table(results), flush=True)
        many = None if options.short else await _after_many(running, int(_MANY * options.share))
    finally:
        for program in (*(each.program for each in running), counting):
            program.stop()
    goals = report.goals({one.name: one for one in results}, starts, many)
    print(report.reached(goals), flush=True)
    _write(options.json, msgspec.json.encode(report.as_json(results, goals, starts)))
    if not options.short:
        scheduled = max(due.LEAST, int(due.SCHEDULED * options.share))
        # It runs loops of its own.
        print(await asyncio.to_thread(due.measure, folder, scheduled))


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.format(content, indent=2))
    _tell(f"written: {path}")


def _wanted(place: Place, words: str) -> list[Contender]:
    found = [one for one in contenders(place) if any(word in one.name for word in words.split(","))]
    if not found:
        raise RuntimeError(f"no bot has a name with {words!r}")
    return found


def _starts(wanted: list[Contender], core: int | None, folder: Path) -> list[float]:
    """How long ours takes to be ready, several times."""
    seconds = []
    for one in (one for one in wanted if one.name == ANSWER):
        for _ in range(_STARTS):
            program = Program(one.module, core, one.settings, folder / "start.log", ready="/readyz")
            seconds.append(program.start_seconds)
            program.stop()
    return seconds


async def _after_many(running: list[Running], turns: int) -> float | None:
    """What ours holds after very many turns."""
    for one in running:
        if one.one.name == ANSWER:
            _tell(f"{turns} turns ...")
            await one.go_on(max(0, turns - one.turns))
            return one.program.memory_mb()
    return None


async def _place(folder: Path, port: int, tls_port: int) -> Place:
    plain, tls = f"http://127.0.0.1:{port}", f"https://127.0.0.1:{tls_port}/tokens"
    return Place(folder, plain, tls, await said(f"{plain}/token?serviceurl={tls}"))


if __name__ == "__main__":
    sys.exit(main())

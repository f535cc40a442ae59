"""`make bench ARGS=--scale`: a sweep over very many workshops whose check-in is due, against a connector that
takes its time, the turns of a service beside it on the same store, and small requests beside many turns."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median

from aiohttp import ClientSession

from bot.cli.local.emulator import free_port
from bot.store.open import open_store
from tests.bench import crowded
from tests.bench.presses import Presses
from tests.bench.program import Program
from tests.bench.talk import Activity
from tests.checkins.year import BEGIN, FIRST, PLACES, plant
from tests.playbook_of_tests import PLAYS_IT, book_of_tests

DUE = 1_000
SECONDS = 0.1
"""What the connector takes for a message."""
TARGET_SECONDS, TARGET_DRY_SECONDS, TARGET_TURN_MS = 25.0, 3.0, 100.0
_WEEK = timedelta(days=7)
_NOW = (BEGIN + _WEEK).isoformat()
_TALKERS = 4


@dataclass(frozen=True)
class Ran:
    """A run of `ssat-bot remind`: its seconds, the most memory that it held (MiB), what it printed last."""

    seconds: float
    peak_mb: float
    said: str


def measure(folder: Path, due: int = DUE) -> str:
    """The lines of the table, for about so many that are due. RuntimeError where one was not sent."""
    given = {"TLS_PORT": str(free_port()), "FOLDER": str(folder), "SECONDS": str(SECONDS)}
    connector = Program(["tests.bench.connector"], None, given, folder / "scale-connector.log")
    try:
        place = f"http://127.0.0.1:{connector.port}/scale"
        swept = asyncio.run(_measured(folder, place, due))
        settings = _settings(folder, "crowded")
        return f"{swept}\n{crowded.measure(settings, place, folder, crowded.TURNS * due // DUE)}"
    finally:
        connector.stop()


async def _measured(folder: Path, service_url: str, wanted: int) -> str:
    settings = _settings(folder, "alone")
    due = await _plant(settings, service_url, wanted)
    dry = await _remind(settings, "--dry-run")
    alone = await _remind(settings)
    settings = _settings(folder, "beside")
    await _plant(settings, service_url, wanted)
    bot = Program(["bot", "serve"], None, settings, folder / "scale-bot.log")
    try:
        sweep = asyncio.create_task(_remind(settings))
        turns = await _turns(bot.port, service_url, sweep)
        beside = await sweep
    finally:
        bot.stop()
    for ran in (alone, beside):
        if not ran.said.startswith(f"sent {due},"):
            raise RuntimeError(f"of {due} due: {ran.said}")
    usual = median(turns) * 1000
    met = _said(usual <= TARGET_TURN_MS)
    return "\n".join(
        (
            f"remind, {due:,} due, {SECONDS * 1000:.0f} ms a message: {_met(alone, TARGET_SECONDS)}",
            f"remind --dry-run of the same: {_met(dry, TARGET_DRY_SECONDS)}",
            f"{len(turns):,} turns beside a sweep of {beside.seconds:.1f} s, {_TALKERS} in flight: "
            f"{usual:.0f} ms at the median (target {TARGET_TURN_MS:.0f} ms: {met})",
        )
    )


def _settings(folder: Path, name: str) -> dict[str, str]:
    store = f"sqlite:///{folder / name}.db"
    return {**PLAYS_IT, "MicrosoftAppId": "", "SSAT_STORE": store, "SSAT_REMINDERS": "off"}


def _met(ran: Ran, target: float) -> str:
    met = _said(ran.seconds <= target)
    return f"{ran.seconds:.1f} s (target {target:.0f} s: {met}), peak {ran.peak_mb:.0f} MiB"


def _said(met: bool) -> str:
    return "met" if met else "missed"


async def _plant(settings: Mapping[str, str], service_url: str, due: int) -> int:
    store = await open_store(settings["SSAT_STORE"])
    try:
        await plant(store, book_of_tests(), service_url, FIRST + _WEEK, -(-due // len(PLACES)))
        return len(await store.due(BEGIN + _WEEK, 10 * due))
    finally:
        await store.close()


async def _turns(port: int, service_url: str, until: asyncio.Task[Ran]) -> list[float]:
    """The seconds of each turn that was taken until something ends."""
    taken: list[float] = []
    async with ClientSession() as session:

        async def post(activity: Activity) -> object:
            started = time.perf_counter()
            async with session.post(f"http://127.0.0.1:{port}/api/messages", json=activity) as answer:
                said = await answer.json() if activity["type"] == "invoke" else None
            taken.append(time.perf_counter() - started)
            return said

        async def talk(number: int) -> None:
            talker, answer = Presses(service_url, number), None
            await talker.prepare(post)
            while not until.done():
                answer = await post(talker.next(answer))

        await asyncio.gather(*(talk(number) for number in range(_TALKERS)))
    return taken


async def _remind(settings: Mapping[str, str], *more: str) -> Ran:
    return await asyncio.to_thread(_reminded, {**os.environ, **settings}, more)


def _reminded(environment: Mapping[str, str], more: tuple[str, ...]) -> Ran:
    started = time.perf_counter()
    command = [sys.executable, "-W", "ignore", "-m", "bot", "remind", "--now", _NOW, *more]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.read().strip().rpartition("\n")[2]
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"remind ended with {process.returncode}: {said}")
    return Ran(time.perf_counter() - started, used.ru_maxrss / 1024, said)

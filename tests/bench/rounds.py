"""All contenders in one run: each started once, then a round of each in turn, so that what disturbs the
machine disturbs them alike."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from aiohttp import ClientSession

from tests.bench.contenders import IN_FLIGHT, Contender
from tests.bench.load import Load, Taken
from tests.bench.peers.venvs import python_of
from tests.bench.program import Program
from tests.bench.talk import Talker

_LOOKS = 5000
_PAUSE = 0.002
_QUIET = 1.5
"""Seconds without a message, after which none is owed: more than a thread makes the next one wait."""
_WARM = 4
"""A quarter of a round before the first, so that nobody is measured cold."""


@dataclass(frozen=True)
class Result:
    """A row of the table: what each round took of time and of the processor, memory (MiB) after the start and
    after so many turns."""

    name: str
    rounds: tuple[Taken, ...]
    cpu_ms: tuple[float, ...]
    start_seconds: float
    start_mb: float
    memory_mb: float
    turns: int

    @property
    def per_second(self) -> float:
        """The turns a second of the round in the middle."""
        return median(one.per_second for one in self.rounds)

    def times(self, other: Result) -> float:
        """The factor to somebody else: of each round to theirs beside it, the one in the middle."""
        pairs = zip(self.rounds, other.rounds, strict=True)
        return median(one.per_second / beside.per_second for one, beside in pairs)

    def times_cpu(self, other: Result) -> float:
        """The same, by how much of the processor a turn took."""
        pairs = zip(other.cpu_ms, self.cpu_ms, strict=True)
        return median(beside / one if one else 0.0 for beside, one in pairs)


class Running:
    """A contender that is started, its talkers where the measured turns begin."""

    def __init__(self, one: Contender, core: int | None, folder: Path) -> None:
        self.one = one
        log = folder / f"{one.name.replace(' ', '_')}.log"
        python = python_of(one.peer) if one.peer else sys.executable
        ready = "" if one.peer else "/readyz"
        self.program = Program(one.module, core, one.settings, log, python=python, ready=ready)
        self._load = Load(f"http://127.0.0.1:{self.program.port}/api/messages", one.headers)
        self._talkers: list[Talker] = [one.talker(one.service_url, number) for number in range(IN_FLIGHT)]
        self.rounds: list[Taken] = []
        self.cpu_ms: list[float] = []
        self.turns = 0

    async def prepare(self, turns: int) -> None:
        """Begin with every talker, and take so many turns."""
        await self._load.prepare(self._talkers)
        await self.go_on(turns)

    async def go_on(self, turns: int) -> None:
        """Turns that are not measured."""
        await self._load.run(self._talkers, turns)
        self.turns += turns

    async def round(self, connector: Connector, turns: int) -> None:
        """Measure a round. RuntimeError where a turn is refused, or its message does not come."""
        laps = [await self._lap(connector, turns) for _ in range(self.one.laps)]
        every = sum(one.turns for one, _ in laps)
        self.rounds.append(Taken(every, sum(one.seconds for one, _ in laps)))
        self.cpu_ms.append(sum(used for _, used in laps) / every * 1000)
        self.turns += every

    async def _lap(self, connector: Connector, turns: int) -> tuple[Taken, float]:
        """So many turns, and the seconds of the processor that they took."""
        await self._load.prepare(self._talkers)
        counts = await connector.settled()
        before, used = counts.get(self.one.path, 0), self.program.cpu_seconds()
        started = time.perf_counter()
        await self._load.run(self._talkers, turns)
        if self.one.replies:
            await connector.arrived(self.one, before + turns)
        return Taken(turns, time.perf_counter() - started), self.program.cpu_seconds() - used

    def result(self) -> Result:
        """What it came to."""
        program, rounds, cpu = self.program, tuple(self.rounds), tuple(self.cpu_ms)
        started = program.start_seconds, program.start_mb
        return Result(self.one.name, rounds, cpu, *started, program.memory_mb(), self.turns)


class Connector:
    """The counts of the connector that all of them send to."""

    def __init__(self, address: str) -> None:
        self._address = address

    async def settled(self) -> dict[str, int]:
        """How many messages came from each, when no more do."""
        sent: dict[str, int] | None = None
        while sent != (now := await self._sent()):
            sent = now
            await asyncio.sleep(_QUIET)
        return now

    async def arrived(self, one: Contender, wanted: int) -> None:
        """Wait until what the turns send is there. RuntimeError where it does not come, or is too much."""
        sent = 0
        for _ in range(_LOOKS):
            sent = (await self._sent()).get(one.path, 0)
            if sent >= wanted:
                break
            await asyncio.sleep(_PAUSE)
        if sent != wanted:
            raise RuntimeError(f"{one.name}: {sent - wanted:+} of the messages that were to come")

    async def _sent(self) -> dict[str, int]:
        counts: dict[str, int] = json.loads(await said(f"{self._address}/count"))
        return counts


async def measure(
    all_of_them: Sequence[Running],
    connector: Connector,
    rounds: int,
    share: float,
    tell: Callable[[str], None],
) -> list[Result]:
    """The results after so many rounds, each of this share of the usual turns."""

    def turns(one: Running) -> int:
        return max(IN_FLIGHT, int(one.one.turns * share))

    for one in all_of_them:
        await one.prepare(max(IN_FLIGHT, turns(one) // _WARM))
    for number in range(rounds):
        tell(f"round {number + 1} of {rounds} ...")
        for one in all_of_them:
            await one.round(connector, turns(one))
    return [one.result() for one in all_of_them]


async def said(url: str) -> str:
    """The text at an address."""
    async with ClientSession() as session, session.get(url) as answer:
        return await answer.text()

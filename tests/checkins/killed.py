"""Check-ins swept by two processes, one of which is killed now and then at a random moment."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from bot.core.playbook.book import Book
from bot.store.open import open_store
from bot.sweep.sweep import SIDE_BY_SIDE
from bot.sweep.tally import Tally
from tests.checkins.year import BEGIN, expected, next_moment, plant
from tests.fakes.connector import running_connector
from tests.playbook_of_tests import PLAYS_IT
from tests.service.forked import Forked, Heard, Typed, forked
from tests.service.process import environment

_LATEST = 0.25
"""Seconds within which a kill comes."""
_SLOW = 0.02
_START_SECONDS = 60
_AFTER = timedelta(minutes=5)


@dataclass
class Counts:
    """What came of a run. `doubled` and `lost` are check-ins that came twice, or neither came nor are
    reported as unknown."""

    due: int = 0
    kills: int = 0
    sent: int = 0
    unknown: int = 0
    failed: int = 0
    doubled: int = 0
    lost: int = 0
    reported: Tally = field(default_factory=Tally)

    @property
    def most_unknown(self) -> int:
        """How many may be: a process that dies leaves what it was sending."""
        return self.kills * SIDE_BY_SIDE

    @property
    def good(self) -> bool:
        """Whether it went as promised."""
        return not self.doubled and not self.lost and not self.failed and self.unknown <= self.most_unknown

    def table(self) -> str:
        """All of it, a line each."""
        return "\n".join(
            (
                f"check-ins due          {self.due}",
                f"kills                  {self.kills}",
                f"arrived                {self.sent}",
                f"reported as unknown    {self.unknown}   (at most {self.most_unknown})",
                f"failed                 {self.failed}   (must be 0)",
                f"arrived twice          {self.doubled}   (must be 0)",
                f"neither, nor           {self.lost}   (must be 0)",
            )
        )


class Worker:
    """One process that sweeps, forked: that it dies is looked at here, not that it starts."""

    def __init__(self, settings: dict[str, str], folder: Path) -> None:
        self._settings = settings
        self._folder = folder
        self._process: Forked | None = None

    async def start(self) -> None:
        """Start it, and wait until it is ready."""
        self._says, self._told = Heard(), Typed()
        self._process = await forked(
            (),
            self._folder,
            environment({**PLAYS_IT, **self._settings}),
            given=self._told.end,
            out=self._says.end,
            module="tests.checkins.worker",
        )
        self._told.begins()
        await self._says.begins()
        async with asyncio.timeout(_START_SECONDS):
            assert await self._line() == "ready"

    async def sweep(self, moment: str) -> Tally | None:
        """What came of a sweep at a moment; None where the process died in it."""
        self._told.write(f"{moment}\n")
        line = await self._line()
        return Tally(*map(int, line.split())) if line else None

    async def kill(self, pause: float) -> None:
        """End it as a crash would, after a moment."""
        assert self._process is not None
        await asyncio.sleep(pause)
        self._process.kill()
        await self._ended(self._process)

    async def end(self) -> None:
        """Leave it not running."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._ended(self._process)

    async def _ended(self, process: Forked) -> None:
        await process.wait()
        self._told.ends()

    async def _line(self) -> str:
        return (await self._says.reader.readline()).decode().strip()


async def run(book: Book, folder: Path, until: date, *, copies: int, every: int, seed: int = 1) -> Counts:
    """Sweep through all check-ins until a day; at every so many moments one of two processes is killed."""
    counts, rng = Counts(), random.Random(seed)
    settings = {"SSAT_STORE": f"sqlite:///{folder / 'answers.db'}"}
    store = await open_store(settings["SSAT_STORE"])
    workers = [Worker(settings, folder) for _ in range(2)]
    try:
        async with running_connector() as connector:
            connector.slow = _SLOW
            places = await plant(store, book, connector.service_url, until, copies)
            counts.due = sum(map(len, expected(places, until).values()))
            await asyncio.gather(*(worker.start() for worker in workers))
            turn, now = 0, BEGIN
            while (due := await next_moment(store)) is not None:
                # What a kill left is free again when its lease is over.
                turn, now = turn + 1, max(due, now + _AFTER)
                victim = rng.choice(workers) if turn % every == 0 else None
                await _sweep(workers, now.isoformat(), victim, rng, counts)
            await _sweep(workers, (now + _AFTER).isoformat(), None, rng, counts)
            arrived = Counter(one.conversation for one in connector.sent if one.kind != "update")
            _judge(counts, arrived, {key: len(moments) for key, moments in expected(places, until).items()})
    finally:
        await asyncio.gather(*(worker.end() for worker in workers))
        await store.close()
    return counts


async def _sweep(
    workers: list[Worker], moment: str, victim: Worker | None, rng: random.Random, counts: Counts
) -> None:
    works = [worker.sweep(moment) for worker in workers]
    kill = victim.kill(rng.uniform(0, _LATEST)) if victim else asyncio.sleep(0)
    *tallies, _ = await asyncio.gather(*works, kill)
    for tally in tallies:
        if tally is not None:
            counts.unknown += tally.unknown
            counts.failed += tally.failed
    if victim is not None:
        counts.kills += 1
        await victim.start()


def _judge(counts: Counts, arrived: Counter[str], wanted: dict[str, int]) -> None:
    """One too many is one that came twice: a workshop's check-ins are never skipped but as unknown."""
    counts.sent = arrived.total()
    counts.doubled = sum(max(0, arrived[key] - count) for key, count in wanted.items())
    missing = sum(max(0, count - arrived[key]) for key, count in wanted.items())
    counts.lost = max(0, missing - counts.unknown)

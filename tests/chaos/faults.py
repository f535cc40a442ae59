"""Faults by chance: of the connector, of the store, of the file."""

from __future__ import annotations

import asyncio
import contextlib
import random
import sqlite3
import time
from collections import Counter, deque
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

from aiohttp import web

from tests.fakes.connector import HANG, Fault
from tests.ports.proxy import Forward, Proxy, busy, drop, lose_answer

T = TypeVar("T")
_SHUT = 0.15
"""Seconds for which connections are refused: less than what the store waits before it asks again."""
_CONNECTOR = {
    "429 at once": Fault(429, retry_after="0"),
    "429 in 1 s": Fault(429, retry_after="1"),
    "412": Fault(412, "PreconditionFailed"),
    "502": Fault(502),
    "hang": Fault(HANG),
    "delivered, then 504": Fault(504, done=True),
    "delivered, then 500": Fault(500, done=True),
}
_LASTS = {"delivered, then 500": 8, "late": 3}
"""Faults that come to stay, and for how many calls."""
_SLOW, _LATE = 0.8, 2.0
"""Seconds that a request of the store takes: less than it is waited for, and more."""


class ConnectorFaults(deque[Fault | None]):
    """Takes the place of the connector's queue of faults: each call draws one, or none."""

    def __init__(self, chance: float, rng: random.Random, counted: Counter[str]) -> None:
        super().__init__()
        self.chance = chance
        self._rng = rng
        self._counted = counted
        self._lasting: list[str] = []

    def __bool__(self) -> bool:
        return self.chance > 0

    def popleft(self) -> Fault | None:
        """The fault of the next call."""
        kind = self._lasting.pop() if self._lasting else self._next()
        if kind is None:
            return None
        self._counted[kind] += 1
        return _CONNECTOR[kind]

    def _next(self) -> str | None:
        if self._rng.random() >= self.chance:
            return None
        kind = self._rng.choice(list(_CONNECTOR))
        self._lasting = [kind] * _LASTS.get(kind, 0)
        return kind


class StoreFaults:
    """The fault of every request of the store: most often none."""

    def __init__(self, proxy: Proxy, rng: random.Random, counted: Counter[str]) -> None:
        self._chance = 0.0
        self._proxy = proxy
        self._rng = rng
        self._counted = counted
        self._lasting: list[str] = []
        self._running: set[asyncio.Task[Any]] = set()
        self._kinds = {
            "refused": self._refuse,
            "dropped before": drop,
            "dropped after": lose_answer,
            "503": busy,
            "slow": self._slow,
            "late": self._late,
        }

    async def __call__(self, forward: Forward) -> web.Response | None:
        """Hand the request on, or spoil it."""
        if not self._lasting:
            if self._rng.random() >= self._chance:
                return await forward()
            kind = self._rng.choice(list(self._kinds))
            self._lasting = [kind] * _LASTS.get(kind, 1)
        kind = self._lasting.pop()
        self._counted[kind] += 1
        return await self._kinds[kind](forward)

    async def _refuse(self, forward: Forward) -> None:
        self._begin(self._proxy.shut(_SHUT))

    async def _slow(self, forward: Forward) -> web.Response:
        await asyncio.sleep(_SLOW)
        return await forward()

    async def _late(self, forward: Forward) -> web.Response:
        """It arrives, though nobody waits for it any more."""

        async def arrives() -> web.Response:
            await asyncio.sleep(_LATE)
            return await forward()

        return await asyncio.shield(self._begin(arrives()))

    def _begin(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    def begin(self, chance: float) -> None:
        """From now on, of so many of the requests."""
        self._chance = chance

    async def end(self) -> None:
        """No more faults; connections are taken again, and nothing is on its way."""
        self._chance, self._lasting = 0, []
        await asyncio.gather(*self._running)


class HeldFile:
    """Another process that holds an SQLite file now and then: the store is slow, not dead."""

    def __init__(self, path: Path, rng: random.Random, counted: Counter[str]) -> None:
        self._path = path
        self._rng = rng
        self._counted = counted
        self._holding: asyncio.Task[None] | None = None

    def begin(self, chance: float) -> None:
        """From now on, where there is any chance."""
        if chance:
            self._holding = asyncio.create_task(self._hold_again_and_again())

    async def end(self) -> None:
        """No more holds; one that is on goes to its end."""
        if self._holding is not None:
            self._holding.cancel()
            await asyncio.wait([self._holding])

    async def _hold_again_and_again(self) -> None:
        while True:
            await asyncio.sleep(self._rng.uniform(0.5, 2))
            self._counted["held"] += 1
            await asyncio.to_thread(self._hold, self._rng.uniform(0.2, 1))

    def _hold(self, seconds: float) -> None:
        with contextlib.closing(sqlite3.connect(self._path, timeout=5, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            time.sleep(seconds)

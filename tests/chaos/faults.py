"""Faults by chance: of the connector, of the store."""

from __future__ import annotations

import asyncio
import random
from collections import Counter, deque

from aiohttp import web

from tests.fakes.connector import HANG, Fault
from tests.ports.proxy import Forward, Proxy, busy, drop, lose_answer

_SHUT = 0.15
"""Seconds for which connections are refused: less than what the store waits before it asks again."""
_CONNECTOR = {
    "429 at once": Fault(429, retry_after="0"),
    "429 in 1 s": Fault(429, retry_after="1"),
    "412": Fault(412, "PreconditionFailed"),
    "502": Fault(502),
    "hang": Fault(HANG),
    "delivered, then 504": Fault(504, done=True),
}


class ConnectorFaults(deque[Fault | None]):
    """Takes the place of the connector's queue of faults: each call draws one, or none."""

    def __init__(self, chance: float, rng: random.Random, counted: Counter[str]) -> None:
        super().__init__()
        self.chance = chance
        self._rng = rng
        self._counted = counted

    def __bool__(self) -> bool:
        return self.chance > 0

    def popleft(self) -> Fault | None:
        """The fault of the next call."""
        if self._rng.random() >= self.chance:
            return None
        kind = self._rng.choice(list(_CONNECTOR))
        self._counted[kind] += 1
        return _CONNECTOR[kind]


class StoreFaults:
    """The fault of every request of the store: most often none."""

    def __init__(self, proxy: Proxy, chance: float, rng: random.Random, counted: Counter[str]) -> None:
        self.chance = chance
        self._proxy = proxy
        self._rng = rng
        self._counted = counted
        self._shutting: set[asyncio.Task[None]] = set()
        self._kinds = {
            "refused": self._refuse,
            "dropped before": drop,
            "dropped after": lose_answer,
            "503": busy,
        }

    async def __call__(self, forward: Forward) -> web.Response | None:
        """Hand the request on, or spoil it."""
        if self._rng.random() >= self.chance:
            return await forward()
        kind = self._rng.choice(list(self._kinds))
        self._counted[kind] += 1
        return await self._kinds[kind](forward)

    async def _refuse(self, forward: Forward) -> None:
        task = asyncio.create_task(self._proxy.shut(_SHUT))
        self._shutting.add(task)
        task.add_done_callback(self._shutting.discard)

    async def end(self) -> None:
        """No more faults; connections are taken again."""
        self.chance = 0
        await asyncio.gather(*self._shutting)

"""Time that passes when nobody has anything to do but wait: a year takes seconds, and every wait is exact."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Coroutine, Sized
from datetime import datetime, timedelta
from typing import Any, TypeVar

T = TypeVar("T")


class VirtualTime:
    """A clock and a sleep. Only for what never waits for a socket, a file or a thread."""

    def __init__(self, begin: datetime) -> None:
        self._begin = begin
        self._seconds = 0.0
        self._waiting: list[tuple[float, int, asyncio.Future[None]]] = []
        self._count = 0

    def now(self) -> datetime:
        """A Clock."""
        return self._begin + timedelta(seconds=self._seconds)

    def seconds(self) -> float:
        """As `time.monotonic`."""
        return self._seconds

    def jumps_to(self, moment: datetime) -> None:
        """It is that moment now, or it was before."""
        self._seconds = max(self._seconds, (moment - self._begin).total_seconds())

    async def sleep(self, seconds: float) -> None:
        """As `asyncio.sleep`."""
        until: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._count += 1
        heapq.heappush(self._waiting, (self._seconds + max(0.0, seconds), self._count, until))
        await until

    async def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Let time pass until it is done."""
        task = asyncio.create_task(work)
        # What the loop would do next: where that is nothing, everybody waits.
        ready: Sized = getattr(asyncio.get_running_loop(), "_ready")  # noqa: B009
        while not task.done():
            await asyncio.sleep(0)
            if not ready and not task.done():
                self._pass()
        return await task

    def _pass(self) -> None:
        while self._waiting:
            moment, _, until = heapq.heappop(self._waiting)
            if not until.done():
                self._seconds = max(self._seconds, moment)
                until.set_result(None)
                return
        raise AssertionError("nobody waits, and nothing goes on")

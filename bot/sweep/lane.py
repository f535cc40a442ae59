"""One send at a time on the wire, so that a process that dies leaves one of unknown outcome at most."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

OVERTAKEN = 1.0
"""Seconds after which a send that hangs lets the next one begin."""


class Lane:
    """A lock that passes to the next send when its holder keeps it for more than a second (`OVERTAKEN`)."""

    def __init__(self, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._sleep = sleep
        self._lock = asyncio.Lock()

    @asynccontextmanager
    async def entered(self) -> AsyncIterator[None]:
        """Alone, for as long as a send usually takes."""
        await self._lock.acquire()
        watch = asyncio.create_task(self._sleep_and_let_go())
        try:
            yield
        finally:
            if not watch.done():
                watch.cancel()
                self._lock.release()

    async def _sleep_and_let_go(self) -> None:
        await self._sleep(OVERTAKEN)
        self._lock.release()

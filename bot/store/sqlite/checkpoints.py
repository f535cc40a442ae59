"""Has the log beside an SQLite file moved into the file, a while after something was written."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.core.ports import StoreUnavailable

CHECKPOINT_AFTER = 60.0
"""Seconds from a commit until what it wrote stands in the file itself."""

log = logging.getLogger(__name__)


class Checkpoints:
    """Calls `checkpoint`, once for all commits of a while; nobody waits for it."""

    def __init__(self, checkpoint: Callable[[], Awaitable[None]], after: float) -> None:
        self._checkpoint = checkpoint
        self._after = after
        self._timer: asyncio.TimerHandle | None = None
        self._running: asyncio.Task[None] | None = None

    def note(self) -> None:
        """Something was written."""
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self._after, self._begin)

    async def close(self) -> None:
        """Begin none any more, and wait for one that runs."""
        if self._timer is not None:
            self._timer.cancel()
        if self._running is not None:
            await asyncio.gather(self._running, return_exceptions=True)

    def _begin(self) -> None:
        self._timer = None
        self._running = asyncio.create_task(self._run())

    async def _run(self) -> None:
        try:
            await self._checkpoint()
        except StoreUnavailable as trouble:
            log.warning("what was written last is not in the file itself yet: %s", trouble)

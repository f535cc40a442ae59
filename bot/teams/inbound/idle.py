"""Closes connections on which nothing comes: silent ones, and those whose headers never end."""

from __future__ import annotations

import asyncio
import contextlib
import resource
import time
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Protocol

SILENT = 30.0
"""Seconds until the first request of a connection is there with all its headers."""
IDLE = 60.0
"""Seconds between two requests of a connection."""
_LOOK = 1.0
AIOHTTP_KNOWS = ("_current_request", "_request_count")
"""Private attributes of a connection of aiohttp's server: the request that it answers, the number of them."""
_SPARE = 100
"""Descriptors that are left for the store, for Teams and for files."""


class Connection(Protocol):
    """A connection as aiohttp's server knows it."""

    def force_close(self) -> None:
        """Hang up."""


class IdleConnections:
    """Looks at the connections again and again. `mark` is None while a request of one is being answered, else
    the number of requests so far."""

    def __init__(
        self,
        connections: Callable[[], Iterable[Connection]],
        mark: Callable[[Connection], float | None],
        most: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._connections = connections
        self._mark = mark
        self._most = most
        self._clock = clock
        self._since: dict[Connection, tuple[float, float]] = {}

    def look(self) -> int:
        """Close what has been idle for too long, and beyond the number that may be open those that have been
        so the longest; the number of those closed."""
        now, there = self._clock(), [(one, self._mark(one)) for one in self._connections()]
        before = self._since
        self._since = {one: _since(before.get(one), mark, now) for one, mark in there if mark is not None}
        longest = sorted(self._since, key=lambda one: self._since[one][1])
        late = [one for one in longest if self._is_late(one, now)]
        closed = {*late, *longest[: max(0, len(there) - self._most)]}
        for one in closed:
            one.force_close()
        return len(closed)

    def _is_late(self, one: Connection, now: float) -> bool:
        mark, since = self._since[one]
        return now - since > (IDLE if mark else SILENT)


def _since(before: tuple[float, float] | None, mark: float, now: float) -> tuple[float, float]:
    """The mark of a connection, and since when it has had it."""
    return before if before is not None and before[0] == mark else (mark, now)


def mark_of(connection: Connection) -> float | None:
    """The mark of one of aiohttp's connections. Where aiohttp no longer tells, none is ever idle."""
    # aiohttp has no setting for connections on which no whole request comes, and says nowhere in public
    # whether one is answering or how many requests it had; these two attributes are all there is to go by.
    # Without them the bot goes on serving as without this module, and a test says so.
    if not all(hasattr(connection, name) for name in AIOHTTP_KNOWS):
        return None
    answering, requests = (getattr(connection, name) for name in AIOHTTP_KNOWS)
    return None if answering is not None else float(requests)


def most_connections() -> int:
    """The number of connections that leaves some of the process's descriptors for everything else."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return max(16, soft - _SPARE) if soft != resource.RLIM_INFINITY else 100_000


@contextlib.asynccontextmanager
async def idle_closed(idle: IdleConnections) -> AsyncIterator[None]:
    """Look at the connections every second, as long as the block runs."""

    async def look_for_ever() -> None:
        while True:
            idle.look()
            await asyncio.sleep(_LOOK)

    task = asyncio.create_task(look_for_ever())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

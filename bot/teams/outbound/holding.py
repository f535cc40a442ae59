"""What waits a moment, so that a later one takes its place."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass
class _Held(Generic[V]):
    newest: V
    release: Callable[[V], None]
    waits: asyncio.Task[None]


class Holding(Generic[K, V]):
    """One of each key. The first one's time counts: the newest leaves then, however many come. What is held
    is lost with the process, so something later must make it good."""

    def __init__(self, sleep: Callable[[float], Awaitable[None]]) -> None:
        self._sleep = sleep
        self._held: dict[K, _Held[V]] = {}

    def __iter__(self) -> Iterator[K]:
        """The keys of which something is held."""
        return iter(self._held)

    def keep(self, key: K, value: V, seconds: float, release: Callable[[V], None]) -> None:
        """Hold it, in place of an earlier one; `release` is called with the newest after these seconds."""
        held = self._held.get(key)
        if held is None:
            self._held[key] = _Held(value, release, asyncio.create_task(self._wait(key, seconds)))
        else:
            held.newest, held.release = value, release

    def drop(self, key: K) -> None:
        """Forget what is held."""
        held = self._held.pop(key, None)
        if held is not None:
            held.waits.cancel()

    def let_go(self) -> None:
        """Release everything at once."""
        for key in [*self._held]:
            held = self._held.pop(key)
            held.waits.cancel()
            held.release(held.newest)

    async def _wait(self, key: K, seconds: float) -> None:
        await self._sleep(seconds)
        held = self._held.pop(key)
        held.release(held.newest)

"""Two instances of the bot on one store, one of which is killed now and then and started again."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence

from tests.chaos.counts import Counts
from tests.service.process import Bot

_STARTS = 4


class Fleet:
    """`turn` counts; every so many turns a random instance is killed in the middle of what it does."""

    def __init__(self, bots: Sequence[Bot], every: int, rng: random.Random, counts: Counts) -> None:
        self._bots = bots
        self._every = every
        self._rng = rng
        self._counts = counts
        self._alive: list[Bot] = []
        self._somebody = asyncio.Event()
        self._one = asyncio.Lock()
        self._killing: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start all instances."""
        await asyncio.gather(*(self._start(bot) for bot in self._bots))
        self._set_alive(self._bots)

    async def turn(self) -> None:
        """A turn begins. It waits where the kill before the last one is not done with."""
        self._counts.turns += 1
        if self._counts.turns % self._every == 0:
            async with self._one:
                await self.settle()
                victim = self._rng.choice(self._bots)
                self._killing = asyncio.create_task(self._kill(victim, self._rng.uniform(0, 0.05)))

    async def url(self, but: str = "") -> str:
        """Where some instance listens, if possible another one than this."""
        await self._somebody.wait()
        others = [bot.url for bot in self._alive if bot.url != but]
        return self._rng.choice(others or [bot.url for bot in self._alive])

    async def settle(self) -> None:
        """Wait until the kill that runs is over and its instance is back."""
        if self._killing is not None:
            await self._killing

    async def kill(self) -> None:
        """Kill all instances."""
        await self.settle()
        self._set_alive(())
        await asyncio.gather(*(bot.kill() for bot in self._bots))
        self._counts.kills += len(self._bots)

    async def end(self) -> None:
        """Leave none running."""
        await self.settle()
        await asyncio.gather(*(bot.kill() for bot in self._bots))

    @property
    def log(self) -> list[str]:
        """Every line of every instance."""
        return [line for bot in self._bots for line in bot.said]

    @property
    def urls(self) -> list[str]:
        """Where the instances listen."""
        return [bot.url for bot in self._alive]

    async def _kill(self, victim: Bot, pause: float) -> None:
        await asyncio.sleep(pause)
        await victim.kill()
        self._set_alive([bot for bot in self._alive if bot is not victim])
        self._counts.kills += 1
        await self._start(victim)
        self._set_alive([*self._alive, victim])

    async def _start(self, bot: Bot) -> None:
        """Start an instance, as whatever watches over it does: again where it found no store."""
        for _ in range(_STARTS):
            try:
                await bot.start()
            except AssertionError:
                self._counts.false_starts += 1
            else:
                return
        raise AssertionError(f"an instance does not start: {bot.said[-1]}")

    def _set_alive(self, alive: Sequence[Bot]) -> None:
        self._alive = list(alive)
        if self._alive:
            self._somebody.set()
        else:
            self._somebody.clear()

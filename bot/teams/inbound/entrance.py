"""Lets turns begin one a round of the event loop, so that whatever else is ready has its go between them."""

from __future__ import annotations

import asyncio
from collections import deque


class Entrance:
    """Turns that come at the same moment begin one after the other, in the order in which they came. Else all
    of them would do their work in one round, and whoever asks for something small would wait for it all."""

    def __init__(self) -> None:
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._taken = False

    async def enter(self) -> None:
        """Returns at once where nobody has entered in this round of the loop, else in a later one."""
        loop = asyncio.get_running_loop()
        if self._taken:
            turn = loop.create_future()
            self._waiting.append(turn)
            await turn
        else:
            self._taken = True
            loop.call_soon(self._next, loop)

    def _next(self, loop: asyncio.AbstractEventLoop) -> None:
        while self._waiting:
            turn = self._waiting.popleft()
            # Who was cancelled meanwhile lets the next one pass.
            if not turn.done():
                turn.set_result(None)
                loop.call_soon(self._next, loop)
                return
        self._taken = False

"""The limits of Teams: how long a send has to wait so that it is not refused."""

from __future__ import annotations

from collections import deque
from typing import Final

LIMITS: Final = ((7, 1.0), (8, 2.0), (60, 30.0))
"""(sends, seconds): so many sends in so many seconds, Teams' documented limits for a bot in a thread."""


class Pace:
    """The sends of one thread, or of whatever has these limits."""

    def __init__(self, limits: tuple[tuple[int, float], ...] = LIMITS) -> None:
        self._limits = limits
        self._sent: deque[float] = deque(maxlen=max(count for count, _ in limits))

    def wait(self, now: float) -> float:
        """Seconds until the next send is allowed; 0 where it is allowed now."""
        longest = 0.0
        for count, seconds in self._limits:
            if len(self._sent) >= count:
                longest = max(longest, self._sent[-count] + seconds - now)
        return longest

    def note(self, now: float) -> None:
        """A send leaves now."""
        self._sent.append(now)

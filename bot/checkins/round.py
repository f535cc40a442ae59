"""One run of the sweep: what came of it so far, and what it has to come back to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from bot.checkins.tally import Tally

TRIES = 6
"""How often one run tries to send the same at most."""


@dataclass
class Round:
    """`passed` are keys of rows that this run leaves alone."""

    tally: Tally
    passed: set[str] = field(default_factory=set)
    _put_off: dict[str, datetime] = field(default_factory=dict)
    _tried: Counter[str] = field(default_factory=Counter)

    def leave(self, key: str) -> None:
        """Something went wrong with a row: this run does not touch it again."""
        self.passed.add(key)
        self.tally.failed += 1

    def put_off(self, key: str, until: datetime) -> bool:
        """Whether this run comes back to a row that was refused; not for ever."""
        self._tried[key] += 1
        if self._tried[key] >= TRIES:
            return False
        self._put_off[key] = until
        return True

    def tried(self, key: str) -> int:
        """How often it was refused in this run."""
        return self._tried[key]

    def next_try(self) -> datetime | None:
        """The earliest moment to come back to something; it counts as done with afterwards."""
        if not self._put_off:
            return None
        first = min(self._put_off.values())
        self._put_off = {key: until for key, until in self._put_off.items() if until > first}
        return first

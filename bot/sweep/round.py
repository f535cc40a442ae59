"""The progress of one run of the sweep: its tally so far, and the rows that it has to come back to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.ports import Row
from bot.sweep.tally import Tally

SEND_TRIES = 20
"""How often one run tries to send the same at most."""


@dataclass
class Round:
    """The rows that one run leaves alone, for good or until a moment, and its count of tries."""

    tally: Tally
    _passed: set[str] = field(default_factory=set)
    _aside: dict[str, datetime] = field(default_factory=dict)
    _tried: Counter[str] = field(default_factory=Counter)

    def __len__(self) -> int:
        """The number of rows that are left alone."""
        return len(self._passed) + len(self._aside)

    def open(self, rows: Iterable[Row], now: datetime) -> list[Row]:
        """Those of the rows that are not left alone now."""
        self._aside = {key: until for key, until in self._aside.items() if until > now}
        return [row for row in rows if row.key not in self._passed and row.key not in self._aside]

    def pass_by(self, rows: Iterable[Row]) -> bool:
        """These rows are for others; True where that is new of any."""
        before = len(self._passed)
        self._passed.update(row.key for row in rows)
        return len(self._passed) > before

    def leave(self, key: str) -> None:
        """Something went wrong with a row: this run does not touch it again."""
        self._passed.add(key)
        self.tally.failed += 1

    def skip(self, key: str) -> None:
        """A row is not for this run."""
        self._passed.add(key)
        self.tally.skipped += 1

    def set_aside(self, key: str, until: datetime) -> None:
        """This run comes back to a row."""
        self._aside[key] = until

    def may_try(self, key: str) -> bool:
        """Count a refusal; True while this run may still try again, False at the twentieth (`SEND_TRIES`)."""
        self._tried[key] += 1
        return self._tried[key] < SEND_TRIES

    def tried(self, key: str) -> int:
        """The number of refusals of this row in this run."""
        return self._tried[key]

    def next_try(self) -> datetime | None:
        """The earliest moment to come back to something, which is then no longer set aside."""
        if not self._aside:
            return None
        first = min(self._aside.values())
        self._aside = {key: until for key, until in self._aside.items() if until > first}
        return first

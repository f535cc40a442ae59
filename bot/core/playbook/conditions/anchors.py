"""Days that conditions compare with: an anchor of the workshop and an offset, `launch-10wd`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Protocol

from bot.core.setup_fields import SETUP_DAYS

NAMES: Final = ("today", *SETUP_DAYS, "first_users", "started")
_WRITTEN: Final = re.compile(rf"({'|'.join(NAMES)})(?:([+-])(\d{{1,3}})(wd|w|d))?")


class Calendar(Protocol):
    """Knows the days of a workshop, and which days are working days."""

    def day(self, anchor: str, /) -> date | None:
        """The day of an anchor, None where it is not known."""

    def add_workdays(self, day: date, count: int, /) -> date:
        """The day `count` working days later, earlier where negative."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day of the workshop, moved by working days (wd), weeks (w) or days (d)."""

    name: str
    count: int = 0
    unit: str = "d"

    def day(self, calendar: Calendar) -> date | None:
        """The day, None where the anchor is not known."""
        day = calendar.day(self.name)
        return None if day is None else self.moved(day, calendar)

    def moved(self, day: date, calendar: Calendar, back: bool = False) -> date:
        """A day moved by the offset, or against it."""
        count = -self.count if back else self.count
        if not count:
            return day
        if self.unit == "wd":
            return calendar.add_workdays(day, count)
        return day + timedelta(days=count * (7 if self.unit == "w" else 1))


def read_anchor(text: str) -> Anchor | None:
    """The anchor that a text names, None where it names none."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return None
    name, sign, count, unit = match.groups()
    return Anchor(name, int(sign + count), unit) if sign else Anchor(name)

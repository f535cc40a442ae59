"""Days that tell date tests apart: for the proof that verdict rules cover every answer.

Two thresholds matter where they meet, so an anchor takes, besides unknown, long ago, today and far ahead,
the days on which its thresholds fall on those of the anchors placed before it, and the days around.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations
from typing import Final

from bot.core.playbook.conditions.anchors import Anchor
from bot.core.playbook.conditions.operators import PAST, Check
from bot.core.setup_fields import FIELDS, SETUP_DAYS

TODAY: Final = date(2026, 6, 10)
"""A Wednesday: any would do, a working day keeps thresholds in working days apart from weekends."""
Days = Mapping[str, date | None]

_AGES: Final = timedelta(days=1500)
_ORDER: Final = ("started", *SETUP_DAYS)
_AROUND: Final = (-3, -1, 0, 1, 3)
_SATURDAY: Final = 5
_OF_SETUP: Final = {
    "today": "today",
    **{f"setup.{one.id}": one.id for one in FIELDS if one.id in SETUP_DAYS and one.asked == "conditions"},
}


@dataclass(frozen=True)
class Timeline:
    """The anchors of one imagined workshop, with weekends and without holidays."""

    days: Days

    def day(self, anchor: str, /) -> date | None:
        """The day of an anchor."""
        if anchor == "today":
            return TODAY
        if anchor == "first_users":
            known = [day for name in ("pilot", "launch") if (day := self.days.get(name))]
            return min(known, default=None)
        return self.days.get(anchor)

    def add_workdays(self, day: date, count: int, /) -> date:
        """The day `count` working days later."""
        return _add_workdays(day, count)

    def known(self, subject: str) -> date | None:
        """The day of a subject that is an anchor itself."""
        return self.day(_OF_SETUP[subject])


def is_anchor(subject: str) -> bool:
    """True when a subject is one of the days that others are compared with."""
    return subject in _OF_SETUP


def anchor_of(check: Check) -> Anchor | None:
    """The day that a check compares with."""
    if check.operator == PAST:
        return Anchor("today")
    return check.operand if isinstance(check.operand, Anchor) else None


def timelines(checks: Sequence[Check]) -> list[Timeline]:
    """The workshops in which the date tests of these checks can come out differently."""
    ties = list(_ties(checks))
    names = {anchor.name for tie in ties for anchor in tie}
    names |= {anchor.name for check in checks if (anchor := anchor_of(check))}
    names |= {_OF_SETUP[check.subject] for check in checks if is_anchor(check.subject)}
    if "first_users" in names:
        names |= {"pilot", "launch"}
    found: list[Timeline] = [Timeline({})]
    for name in _ORDER:
        if name in names:
            found = [
                Timeline({**line.days, name: day}) for line in found for day in _candidates(name, line, ties)
            ]
    return found


def days_around(checks: Sequence[Check], timeline: Timeline) -> list[date]:
    """Days on both sides of every threshold of the checks of one subject, and on it."""
    anchors = {anchor for check in checks if (anchor := anchor_of(check))}
    thresholds = {day for anchor in anchors if (day := anchor.day(timeline))} or {TODAY}
    return sorted({day + timedelta(days=step) for day in thresholds for step in (-1, 0, 1)})


def _ties(checks: Sequence[Check]) -> Iterator[tuple[Anchor, Anchor]]:
    """Pairs of thresholds whose order matters: of the same subject, or of a subject that is an anchor."""
    by_subject: dict[str, set[Anchor]] = {}
    for check in checks:
        if anchor := anchor_of(check):
            by_subject.setdefault(check.subject, set()).update(_plain(anchor))
    for subject, anchors in by_subject.items():
        if is_anchor(subject):
            anchors.add(Anchor(_OF_SETUP[subject]))
        yield from ((one, other) for one, other in combinations(anchors, 2) if one.name != other.name)


def _plain(anchor: Anchor) -> list[Anchor]:
    names = ("pilot", "launch") if anchor.name == "first_users" else (anchor.name,)
    return [Anchor(name, anchor.count, anchor.unit) for name in names]


def _candidates(name: str, line: Timeline, ties: Sequence[tuple[Anchor, Anchor]]) -> list[date | None]:
    days = {TODAY, TODAY - _AGES, TODAY + _AGES}
    for tie in ties:
        for mine, other in (tie, tie[::-1]):
            if mine.name == name and (meets := other.day(line)):
                day = mine.moved(meets, line, back=True)
                days |= {day + timedelta(days=step) for step in _AROUND}
    unknown: list[date | None] = [] if name == "started" else [None]
    return [*sorted(day for day in days if name != "started" or day <= TODAY), *unknown]


@lru_cache(maxsize=4096)
def _add_workdays(day: date, count: int) -> date:
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= day.weekday() < _SATURDAY
    return day

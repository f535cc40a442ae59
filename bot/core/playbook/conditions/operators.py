"""The operators of the condition language: each becomes a function of a value and a calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from bot.core.playbook.conditions.anchors import Anchor, Calendar

Chosen = frozenset[str | int | bool]
Operand = Chosen | int | bool | Anchor | None
Holds = Callable[[Any, Calendar], bool]

WORDS: Final = ("given", "missing", "answered", "unanswered")
SETS: Final = ("any", "all", "only", "none")
COUNTS: Final = ("at_least", "at_most")
DAYS: Final = ("before", "after", "not_before", "not_after")
PAST: Final = "past"
OPERATORS: Final = (*SETS, *COUNTS, *DAYS, PAST)
HOLDS_FOR_NOTHING: Final = ("missing", "unanswered", "none")
"""Operators that hold where there is no value; every other fails there."""

_TODAY: Final = Anchor("today")


@dataclass(frozen=True, slots=True)
class Check:
    """One test of one subject, ready to run. Two are equal that test the same."""

    subject: str
    operator: str
    operand: Operand
    test: Holds = field(compare=False, repr=False)


def check(subject: str, operator: str, operand: Operand) -> Check:
    """The check of a subject. The operand must be what the operator needs."""
    return Check(subject, operator, operand, _TESTS[operator](operand))


def is_missing(value: object) -> bool:
    """True when there is no value, or an empty one."""
    return value is None or value == "" or value == [] or value == {}


def _given(_: Any) -> Holds:
    return lambda value, calendar: not is_missing(value)


def _missing(_: Any) -> Holds:
    return lambda value, calendar: is_missing(value)


def _answered(_: Any) -> Holds:
    return lambda value, calendar: value is True


def _unanswered(_: Any) -> Holds:
    return lambda value, calendar: value is not True


def _chosen(value: Any) -> frozenset[Any]:
    if is_missing(value) or isinstance(value, dict):
        return frozenset()
    return frozenset(value) if isinstance(value, list) else frozenset((value,))


def _any(words: Chosen) -> Holds:
    return lambda value, calendar: not words.isdisjoint(_chosen(value))


def _all(words: Chosen) -> Holds:
    return lambda value, calendar: words <= _chosen(value)


def _only(words: Chosen) -> Holds:
    return lambda value, calendar: bool(chosen := _chosen(value)) and chosen <= words


def _none(words: Chosen) -> Holds:
    return lambda value, calendar: words.isdisjoint(_chosen(value))


def _size(value: Any) -> float | None:
    if isinstance(value, list):
        return len(value) or None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _at_least(bound: int) -> Holds:
    return lambda value, calendar: (size := _size(value)) is not None and size >= bound


def _at_most(bound: int) -> Holds:
    return lambda value, calendar: (size := _size(value)) is not None and size <= bound


def _compared(anchor: Anchor, holds: Callable[[date, date], bool]) -> Holds:
    def test(value: Any, calendar: Calendar) -> bool:
        if not value or not isinstance(value, str):
            return False
        day = anchor.day(calendar)
        return day is not None and holds(date.fromisoformat(value), day)

    return test


def _past(wanted: bool) -> Holds:
    return _compared(_TODAY, lambda day, today: (day < today) is wanted)


_TESTS: Final[dict[str, Callable[[Any], Holds]]] = {
    "given": _given,
    "missing": _missing,
    "answered": _answered,
    "unanswered": _unanswered,
    "any": _any,
    "all": _all,
    "only": _only,
    "none": _none,
    "at_least": _at_least,
    "at_most": _at_most,
    "before": lambda anchor: _compared(anchor, date.__lt__),
    "after": lambda anchor: _compared(anchor, date.__gt__),
    "not_before": lambda anchor: _compared(anchor, date.__ge__),
    "not_after": lambda anchor: _compared(anchor, date.__le__),
    PAST: _past,
}

"""The condition language of `when`: compiled once, evaluated many times a turn.

A condition is a mapping subject -> test of which all must hold, or a list of such mappings of which one
is enough. README describes the tests.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from bot.core.engagement import Value
from bot.core.playbook.conditions.anchors import NAMES, Calendar, read_anchor
from bot.core.playbook.conditions.operators import (
    COUNTS,
    DAYS,
    OPERATORS,
    PAST,
    SETS,
    WORDS,
    Check,
    Operand,
    check,
)
from bot.core.playbook.model.base import Condition, Scalar, Test, Tests
from bot.core.playbook.source.faults import Found, under
from bot.core.playbook.source.scalars import read_as


class Facts(Calendar, Protocol):
    """The facts that conditions ask for."""

    def value(self, subject: str, /) -> Value | bool | None:
        """The value of a subject, None where there is none; of a question, True where it is answered."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A condition ready to run: one of the alternatives must hold with all its checks."""

    alternatives: tuple[tuple[Check, ...], ...]

    @property
    def checks(self) -> Iterator[Check]:
        """Every check, in the order written."""
        return (check for checks in self.alternatives for check in checks)


class BadCondition(ValueError):
    """A condition cannot be read; `found` are the faults, with places seen from the condition."""

    def __init__(self, found: list[Found]) -> None:
        super().__init__("; ".join(one.message for one in found))
        self.found = found


def compile_condition(condition: Condition) -> Compiled:
    """Read a condition. Raises BadCondition with everything that is wrong with it."""
    found: list[Found] = []
    if isinstance(condition, dict):
        alternatives = [_tests(condition, found)]
    else:
        if not condition:
            found.append(Found((), "an empty list never holds: leave it out, or write {}"))
        alternatives = []
        for position, tests in enumerate(condition):
            inner: list[Found] = []
            alternatives.append(_tests(tests, inner))
            found += under((position,), inner)
    if found:
        raise BadCondition(found)
    return Compiled(tuple(alternatives))


def holds(compiled: Compiled, facts: Facts) -> bool:
    """True when a condition holds."""
    for checks in compiled.alternatives:
        for one in checks:
            if not one.test(facts.value(one.subject), facts):
                break
        else:
            return True
    return False


def subjects(condition: Condition) -> frozenset[str]:
    """Everything that a condition asks about."""
    alternatives = [condition] if isinstance(condition, dict) else condition
    return frozenset(subject for tests in alternatives for subject in tests)


def _tests(tests: Tests, found: list[Found]) -> tuple[Check, ...]:
    checks: list[Check] = []
    for subject, test in tests.items():
        inner: list[Found] = []
        checks += _checks(subject, test, inner)
        found += under((subject,), inner)
    return tuple(checks)


def _checks(subject: str, test: Test, found: list[Found]) -> list[Check]:
    if isinstance(test, str) and test in WORDS:
        return [check(subject, test, None)]
    if not isinstance(test, dict):
        words = _words(test, found)
        return [] if words is None else [check(subject, "any", words)]
    if not test:
        found.append(Found((), "a mapping of operators needs at least one"))
    checks: list[Check] = []
    for operator, given in test.items():
        if operator not in OPERATORS:
            known = ", ".join(OPERATORS)
            found.append(Found((operator,), f"there is no operator {operator}; there are {known}"))
            continue
        inner: list[Found] = []
        operand = _operand(operator, given, inner)
        found += under((operator,), inner)
        if operand is not None:
            checks.append(check(subject, operator, operand))
    return checks


def _operand(operator: str, given: Scalar | list[str], found: list[Found]) -> Operand:
    if operator in SETS:
        return _words(given, found)
    if operator in COUNTS and isinstance(given, int) and not isinstance(given, bool):
        return given
    if operator == PAST and isinstance(given, bool):
        return given
    if operator in DAYS and isinstance(given, str) and (anchor := read_anchor(given)):
        return anchor
    kind = "day" if operator in DAYS else operator
    found.append(Found((), f"{operator} needs {_NEEDED[kind]}, not {_shown(given)}"))
    return None


def _words(given: Scalar | list[str], found: list[Found]) -> frozenset[str | int | bool] | None:
    words = given if isinstance(given, list) else [given]
    if not words:
        found.append(Found((), "an empty list fits nothing"))
    for word in words:
        if word in WORDS and isinstance(word, str):
            found.append(Found((), f"{word} is a test of its own, not one of several"))
    return None if found else frozenset(words)


def _shown(given: Scalar | list[str]) -> str:
    return f'"{given}"' if isinstance(given, str) else read_as(given)


_NEEDED: Final = {
    "day": f"a day like launch-10wd ({', '.join(NAMES[:-1])} or {NAMES[-1]}, moved by wd, w or d)",
    "at_least": "a whole number",
    "at_most": "a whole number",
    PAST: "true or false",
}

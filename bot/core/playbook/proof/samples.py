"""Values that can tell the tests of one subject apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod
from typing import Any, Final

from bot.core.playbook.checks.vocabulary import Domain
from bot.core.playbook.conditions.operators import Check
from bot.core.playbook.proof.timeline import Timeline, days_around

Sample = tuple[Any, str]
"""A value, and how an author reads it."""

MISSING: Final[Sample] = (None, "(missing)")
MAX_SUBSETS: Final = 5000


class TooMany(Exception):
    """More combinations than are tried out; the argument says how many."""


def samples(domain: Domain, checks: Sequence[Check], timeline: Timeline) -> list[Sample]:
    """The values of a subject that is there."""
    match domain.kind:
        case "choice":
            return [(option, option) for option in domain.options]
        case "multi":
            return list(_subsets(domain, checks))
        case "open":
            words = sorted({str(word) for check in checks for word in _words(check)})
            return [(word, word) for word in [*words, "any other"]]
        case "number":
            return [(number, str(number)) for number in _numbers(domain, checks)]
        case "date":
            return [(day.isoformat(), day.isoformat()) for day in days_around(checks, timeline)]
        case "flag":
            return [(True, "true"), (False, "false")]
        case "question":
            return [(True, "answered")]
        case _:
            return [("given", "(given)")]


def _words(check: Check) -> frozenset[str | int | bool]:
    return check.operand if isinstance(check.operand, frozenset) else frozenset()


def _numbers(domain: Domain, checks: Sequence[Check]) -> list[int]:
    bounds = {domain.minimum, domain.maximum}
    for check in checks:
        if isinstance(check.operand, int):
            bounds.add(check.operand)
        bounds |= {word for word in _words(check) if isinstance(word, int)}
    near = {bound + step for bound in bounds for step in (-1, 0, 1)}
    return sorted(number for number in near if domain.minimum <= number <= domain.maximum)


def _subsets(domain: Domain, checks: Sequence[Check]) -> Iterator[Sample]:
    """Choices that the same tests name are interchangeable: only how many of them are chosen counts."""
    alike: dict[tuple[bool, ...], list[str]] = {}
    for option in domain.options:
        alike.setdefault(tuple(option in _words(check) for check in checks), []).append(option)
    groups = list(alike.values())
    size = prod(len(group) + 1 for group in groups)
    if size > MAX_SUBSETS:
        raise TooMany(size)
    for counts in product(*(range(len(group) + 1) for group in groups)):
        chosen = [option for group, count in zip(groups, counts, strict=True) for option in group[:count]]
        if chosen:
            yield chosen, " + ".join(chosen)

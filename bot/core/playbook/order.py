"""The place of a question among all others: by this the days of actions are spread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.core.playbook.model.playbook import Question


@dataclass(frozen=True, slots=True)
class Precedence:
    """The share of questions up to this one, above 0 and at most 1, what must stand first coming first:
    `due` among those with as many working days, `lead` among those with as many weeks before the launch,
    `all` among all.

    Short questions are counted among themselves, so that it is the same at either depth.
    """

    due: float
    lead: float
    all: float


def precedences(questions: Iterable[Question]) -> Mapping[str, Precedence]:
    """The place of each question; `questions` stand in the order of asking."""
    groups: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    mine: dict[str, list[tuple[str, str, int]]] = {}
    for question in sorted(questions, key=lambda one: -one.lead):
        depth = question.depth
        mine[question.id] = [("due", depth, question.due), ("lead", depth, question.lead), ("all", depth, 0)]
        for group in mine[question.id]:
            groups[group].append(question.id)
    share = {
        (group, key): number / len(keys)
        for group, keys in groups.items()
        for number, key in enumerate(keys, start=1)
    }
    return {key: Precedence(*(share[group, key] for group in found)) for key, found in mine.items()}

"""The actions that gaps create: the field that names their owner, and a title that holds no deadline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.core.playbook.model.playbook import NOBODY_NAMED, Playbook, Question
from bot.core.playbook.source.faults import FilePlace, Found

_COUNTED: Final = (
    r"\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eine[mnr]?|zwei|drei|vier|fünf|sechs|sieben"
    r"|acht|neun|zehn|zwölf"
)
_SPANS: Final = r"(?:working |arbeits)?(?:days?|tage?n?)|weeks?|wochen?|months?|monate?n?"
_DEADLINE: Final = re.compile(
    rf"\b(?:{_COUNTED})[ -]+(?:{_SPANS})\b|\b\d{{1,2}}\.\d{{1,2}}\.|\b\d{{4}}-\d{{2}}-\d{{2}}\b",
    re.IGNORECASE,
)
"""So many days, weeks or months in the languages of the shipped playbook, or a date."""


def action_faults(playbook: Playbook) -> Iterator[Found]:
    """The fields named in `closes` that are no person field of their question."""
    for position, question in enumerate(playbook.questions):
        people = {field.id for field in question.fields if field.kind == "person"}
        for place, named in _closing(question):
            if named is not None and named != NOBODY_NAMED and named not in people:
                there = ", ".join(sorted(people)) or "none"
                message = f"{named} is no person field of this question; there are: {there}"
                yield Found(("questions", position, *place, "closes"), message)


def action_advice(playbook: Playbook) -> Iterator[Found]:
    """The places that a complete playbook must not have, and an older one may: questions that do not say who
    closes their gap, and titles with a deadline beside that of the plan."""
    for position, question in enumerate(playbook.questions):
        place: FilePlace = ("questions", position)
        if question.asks_for_people and question.closes is None:
            advice = f"name the person field whose person closes the gap, or {NOBODY_NAMED}"
            yield Found((*place, "closes"), f"is missing: {advice}")
        for language, title in question.action.items():
            if found := _DEADLINE.search(title):
                message = f'"{found[0]}" is a deadline: the plan has its own'
                yield Found((*place, "action", language), message)


def _closing(question: Question) -> Iterator[tuple[FilePlace, str | None]]:
    yield (), question.closes
    for number, rule in enumerate(question.verdict):
        yield ("verdict", number), rule.closes

"""The conditions of fields: what a field that does not always apply may hang on."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.playbook.checks.vocabulary import Vocabulary
from bot.core.playbook.conditions.operators import DAYS, PAST, Check
from bot.core.playbook.model.base import Condition
from bot.core.playbook.model.playbook import InputField, Playbook, Question
from bot.core.playbook.proof.samples import TooMany
from bot.core.playbook.proof.worlds import Worlds
from bot.core.playbook.source.faults import Found, under


def applying_faults(playbook: Playbook, vocabulary: Vocabulary) -> list[Found]:
    """The faults of all conditions of fields, and of the questions' reasons."""
    found: list[Found] = []
    for position, question in enumerate(playbook.questions):
        inner: list[Found] = []
        for number, field in enumerate(question.fields):
            if field.when:
                before = question.fields[:number]
                faults = _condition(field.when, question, before, field.depth or "both", vocabulary)
                inner += under(("fields", number, "when"), list(faults))
        if question.reason_when:
            faults = _condition(question.reason_when, question, question.fields, None, vocabulary)
            inner += under(("reason_when",), list(faults))
            if not question.reason:
                inner.append(Found(("reason_when",), "is only for a question with reasons (reason: true)"))
        found += under(("questions", position), inner)
    return found


def _condition(
    when: Condition, question: Question, before: list[InputField], depth: str | None, vocabulary: Vocabulary
) -> Iterator[Found]:
    compiled, found = vocabulary.understand(when, question)
    yield from found
    if compiled is None:
        return
    known = {field.id: field for field in before}
    faults = [fault for one in compiled.checks if (fault := _check(one, known, depth))]
    yield from (Found((), fault) for fault in dict.fromkeys(faults))
    if faults:
        return
    try:
        worlds = Worlds(compiled.checks, vocabulary, question)
    except TooMany as error:
        yield Found((), f"has too many combinations to try out, {error}")
        return
    ways = worlds.masks(compiled)
    holding = [any(way & needed == needed for needed in ways) for way in worlds.ways]
    if not any(holding):
        yield Found((), "can never hold: the field would never be asked")
    elif all(holding):
        yield Found((), "always holds: leave it out")


def _check(one: Check, before: dict[str, InputField], depth: str | None) -> str:
    """The reason why a field's condition cannot have this check; empty where it can."""
    field = before.get(one.subject)
    if field is None:
        return f"{one.subject} is no field before it in this question: a field hangs on those alone"
    if one.operator in (*DAYS, PAST):
        return f"{one.operator} is no test for this: a field hangs on choices, numbers and what is given"
    if depth is not None and field.depth not in (None, depth):
        return f"{one.subject} is not shown wherever this is (depth: {field.depth})"
    return ""

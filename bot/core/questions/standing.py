"""The values that stand in a question's inputs before anybody enters anything, and the inputs that apply."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core.engagement import Engagement, Value, Voice
from bot.core.playbook.applying import not_applying
from bot.core.playbook.book import Book
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.playbook.model.playbook import Question
from bot.core.questions.entries import REASON
from bot.core.questions.facts import the_answer
from bot.core.questions.parse import NOT_LISTED, clean, read_number
from bot.core.questions.roster import with_role


def voice_values(voice: Voice) -> dict[str, str]:
    """An answer as the values of its inputs."""
    values: dict[str, str] = {}
    for name, value in voice.fields.items():
        values |= value_inputs(name, value)
    if voice.reason:
        values[REASON] = voice.reason
    return values


def value_inputs(name: str, value: Value | bool | None) -> dict[str, str]:
    """One value as what its inputs hold; somebody outside the channel goes into the name field."""
    match value:
        case None | "":
            return {}
        case dict():
            if value.get("id"):
                return {name: f"{value['tenant']}/{value['id']}"}
            return {name + OTHER_PERSON: value.get("name", "")}
        case list():
            return {name: ",".join(value)}
        case _:
            return {name: clean(value)}


def prefilled(book: Book, engagement: Engagement, question: Question) -> dict[str, str]:
    """The values for a question that nobody answered yet: from the setup, or from another answer; the one who
    has the role of a person field."""
    values: dict[str, str] = {}
    for field in book.fields(question, engagement.setup.depth):
        owner, _, name = (field.prefill or "").partition(".")
        if owner == "setup":
            values |= value_inputs(field.id, getattr(engagement.setup, name))
        elif owner:
            voice = the_answer(engagement.voices.get(owner, []))
            if voice is not None and voice.kind == "answer":
                values |= value_inputs(field.id, voice.fields.get(name))
        elif field.role and len(known := with_role(engagement, field.role)) == 1:
            values[field.id] = known[0]
    return values


def inputs_out(book: Book, question: Question, values: Mapping[str, str]) -> frozenset[str]:
    """The inputs of a question that do not apply to these values, as a card holds them."""
    conditional = book.conditional[question.id]
    return not_applying(conditional, _entered(question, values)) if conditional else frozenset()


def begun_inputs(
    book: Book,
    engagement: Engagement,
    question: Question,
    voice: Voice | None,
    sent: Mapping[str, str],
    shown: Mapping[str, str],
) -> tuple[str, ...]:
    """The inputs that begin to apply with an answer and were not asked yet: they did not apply to what was
    `shown` before, nor were they `sent`. Somebody else's name is one of them."""
    if voice is None or voice.kind != "answer":
        return ()
    fields, values = book.fields(question, engagement.setup.depth), voice_values(voice)
    names = [
        name
        for field in fields
        if sent.get(field.id) == NOT_LISTED
        and shown.get(field.id) != NOT_LISTED
        and (name := field.id + OTHER_PERSON) not in values
        and name not in sent
    ]
    # What hangs on the person is asked together with the name.
    out = inputs_out(book, question, values | dict.fromkeys(names, NOT_LISTED))
    began = inputs_out(book, question, shown) - out - values.keys() - sent.keys()
    listed = [field.id for field in fields if field.id in began and field.id + OTHER_PERSON not in values]
    return (*names, *listed, *([REASON] if REASON in began else []))


def _entered(question: Question, values: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = dict(values)
    for field in question.fields:
        given = values.get(field.id, "")
        if field.kind == "multi":
            found[field.id] = [part for part in given.split(",") if part]
        elif field.kind == "number":
            found[field.id] = read_number(given)
        elif field.kind == "person":
            found[field.id] = given or values.get(field.id + OTHER_PERSON, "")
    return found

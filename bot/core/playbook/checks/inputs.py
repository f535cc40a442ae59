"""The fields of questions: what each kind needs and what it must not have."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from bot.core.playbook.checks.vocabulary import Domain, Vocabulary
from bot.core.playbook.conditions.operators import WORDS
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.playbook.model.playbook import OF_SETUP, InputField, Playbook, Question
from bot.core.playbook.source.faults import FilePlace, Found, under

MAX_CHOICES: Final = 20
MAX_FIELDS: Final = 12
RESERVED_IDS: Final = (
    "action", "command", "engagement", "form", "item", "question", "reason", "resources", "revision",
    "service", "setup", "today", "workshop",
)  # fmt: skip
"""Names that buttons and conditions use themselves: an input of the same name would be lost in a press."""

_CHOSEN: Final = ("choice", "multi")
_SAME: Final = ("date", "multi", "number")


def input_faults(playbook: Playbook, vocabulary: Vocabulary) -> list[Found]:
    """The faults of the questions' fields, and of the values that they show and are prefilled with."""
    found: list[Found] = []
    roles = {role.id for role in playbook.roles}
    for position, question in enumerate(playbook.questions):
        inner = list(_question(question, vocabulary))
        for number, field in enumerate(question.fields):
            inner += under(("fields", number), list(_field(field, question, vocabulary)))
            inner += under(("fields", number), list(_role(field, roles)))
        found += under(("questions", position), inner)
    return found


def _question(question: Question, vocabulary: Vocabulary) -> Iterator[Found]:
    fields = question.fields
    if len(fields) > MAX_FIELDS:
        yield Found(("fields",), f"has {len(fields)} fields, at most {MAX_FIELDS} fit on a card")
    for depth in ("full",) if question.depth == "full" else ("short", "full"):
        if not any(field.depth in (None, depth) for field in fields):
            yield Found(("fields",), f"has no field at the depth {depth}")
    if question.id in RESERVED_IDS:
        yield Found(("id",), f"{question.id} is a word of the bot's own")
    for name in ("due", "lead"):
        if getattr(question, name) < 0:
            yield Found((name,), "must not be negative")
    for number, shown in enumerate(question.shows):
        _, message = _known(shown, question, vocabulary)
        if message:
            yield Found(("shows", number), message)


def _field(field: InputField, question: Question, vocabulary: Vocabulary) -> Iterator[Found]:
    persons = {other.id + OTHER_PERSON for other in question.fields if other.kind == "person"}
    if field.id in RESERVED_IDS or field.id in vocabulary.questions or field.id in persons:
        yield Found(("id",), f"{field.id} is a word of the bot's own, or a question's id")
    if field.depth == "short" and question.depth == "full":
        yield Found(("depth",), "is never shown: the question is asked at the depth full only")
    if (field.past is None) is (field.kind == "date"):
        needed = field.kind == "date"
        message = (
            "is missing: it says what a date before today means" if needed else "is only for date fields"
        )
        yield Found(("past",), message)
    if field.multiline and field.kind != "text":
        yield Found(("multiline",), "is only for text fields")
    yield from _bounds(field)
    yield from _choices(field)
    if field.prefill is not None:
        yield from _prefill(field, question, vocabulary)


def _role(field: InputField, roles: Collection[str]) -> Iterator[Found]:
    if field.role is None:
        return
    if field.kind != "person":
        yield Found(("role",), "is only for person fields")
    if field.role not in roles:
        yield Found(("role",), f"there is no role {field.role} that people can take")


def _bounds(field: InputField) -> Iterator[Found]:
    for name, bound in (("min", field.min), ("max", field.max)):
        if bound is None:
            continue
        if field.kind != "number":
            yield Found((name,), "is only for number fields")
        elif bound < 0:
            yield Found((name,), "must not be negative")
    if field.min is not None and field.max is not None and field.min > field.max:
        yield Found(("min",), f"is more than max, {field.max}")


def _choices(field: InputField) -> Iterator[Found]:
    place: FilePlace = ("choices",)
    if field.kind not in _CHOSEN:
        if field.choices:
            yield Found(place, f"a {field.kind} field has no choices of its own")
        if field.choices_from:
            yield Found(("choices_from",), f"a {field.kind} field has no choices of its own")
        return
    if field.choices_from and field.choices_from not in OF_SETUP and not field.choices:
        message = (
            f"there is no list {field.choices_from} among choice_lists, nor is it {' or '.join(OF_SETUP)}"
        )
        yield Found(("choices_from",), message)
    if field.choices and field.choices_from:
        yield Found(("choices_from",), "choices or choices_from, not both")
    if not field.choices and not field.choices_from:
        yield Found(place, f"a {field.kind} field needs choices, or choices_from")
    if field.kind == "choice" and len(field.choices) == 1:
        yield Found(place, "one choice is none: give two at least")
    if len(field.choices) > MAX_CHOICES:
        yield Found(place, f"has {len(field.choices)} choices, at most {MAX_CHOICES} fit on a card")
    for number, choice in enumerate(field.choices):
        if choice.id in WORDS:
            yield Found((*place, number, "id"), f"{choice.id} is a word of the condition language")


def _prefill(field: InputField, question: Question, vocabulary: Vocabulary) -> Iterator[Found]:
    domain, message = _known(field.prefill or "", question, vocabulary)
    own = vocabulary.field(field)
    if message:
        yield Found(("prefill",), message)
    elif domain and domain.kind != own.kind and (own.kind in _SAME or domain.kind in _SAME):
        yield Found(("prefill",), f"{field.prefill} is a {domain.kind}, the field a {own.kind}")


def _known(subject: str, question: Question, vocabulary: Vocabulary) -> tuple[Domain | None, str]:
    """The domain of a value of the setup, or of a field of another question; None with the fault in words."""
    owner, dot, name = subject.partition(".")
    if not dot:
        return None, f'{subject} must be "setup.NAME" or "QUESTION.FIELD"'
    if owner == "setup":
        domain = vocabulary.shown.get(name)
        return (
            domain,
            "" if domain else f"the setup has no {name}; it has {', '.join(sorted(vocabulary.shown))}",
        )
    if owner == question.id:
        return None, "a question cannot show its own answer"
    found = vocabulary.domain(subject)
    return (None, found) if isinstance(found, str) else (found, "")

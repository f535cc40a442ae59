"""Inputs of forms: from a question's fields, and from the bot's own entries."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.engagement import Engagement
from bot.core.parts import Input, InputKind, Option
from bot.core.playbook.book import Book
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.playbook.model.playbook import FieldKind, InputField, Question
from bot.core.problems import Fault, Problem
from bot.core.questions.entries import REASON
from bot.core.questions.parse import (
    AS_WRITTEN,
    MEANT,
    NAME_LIMIT,
    NOT_LISTED,
    TEXT_LIMIT,
    clean,
)
from bot.core.questions.roster import Roster, with_role
from bot.core.reading.wording import day_text, number_text, say
from bot.core.texts import Words

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_EXPANDED_CHOICES = 6
_EXPANDED_MULTI = 10
PEOPLE_ROOM = 30_000
"""Characters that the people of all fields of a form may take: a card has at most 80 KB at two bytes each."""
_MANY = 16
"""Choices of which several may be made that stand open on one form."""
_AROUND = 26
"""Characters of a choice besides its key and its name."""


def question_inputs(
    book: Book,
    engagement: Engagement,
    question: Question,
    words: Words,
    roster: Roster,
    values: Mapping[str, str],
    faults: Sequence[Fault],
    me: str = "",
) -> tuple[Input, ...]:
    """The inputs of a question, with `values` in them and each fault at its field. A person field offers `me`
    first, then those with its role, and at the end somebody else, whose name is entered beside."""
    found: list[Input] = []
    fields = book.fields(question, engagement.setup.depth)
    several = sum(field.kind == "person" for field in fields)
    room = PEOPLE_ROOM // max(1, several)
    for field in fields:
        if field.kind == "person":
            label = say(field.label, words.language)
            listed = person_inputs(field.id, label, words, roster, values, faults, room, engagement.people)
            found += _in_order(listed, engagement, field, words, me, alone=several == 1)
            continue
        empty = _empty(book, engagement, field, words)
        found.append(_filled(empty, values.get(field.id, ""), problem_at(field.id, faults, words)))
    if question.reason:
        empty = book.remembered.inputs.get((words,), (), lambda: _reason(book, words))
        found.append(_filled(empty, values.get(REASON, ""), problem_at(REASON, faults, words)))
    return tuple(found)


def _in_order(
    listed: tuple[Input, ...],
    engagement: Engagement,
    field: InputField,
    words: Words,
    me: str,
    *,
    alone: bool,
) -> tuple[Input, ...]:
    """A person's inputs with the likeliest people first: who is chosen, the reader, those with the role."""
    if len(listed) == 1 or AS_WRITTEN in (one.value for one in listed[0].options):
        return listed
    choice, other = listed
    likely = [choice.value, me, *with_role(engagement, field.role)]
    options = {one.value: one for one in choice.options if one.value != NOT_LISTED}
    if me in options:
        options[me] = replace(options[me], title=words("field.me", name=options[me].title))
    ordered = [options[key] for key in dict.fromkeys([*likely, *options]) if key in options]
    ordered.append(Option(NOT_LISTED, words("field.somebody_else")))
    value = choice.value or (NOT_LISTED if other.value else "")
    expanded = alone and len(ordered) <= _EXPANDED_CHOICES
    return replace(choice, value=value, options=tuple(ordered), expanded=expanded), other


def _filled(empty: Input, value: str, problem: str) -> Input:
    return replace(empty, value=value, problem=problem) if value or problem else empty


def _empty(book: Book, engagement: Engagement, field: InputField, words: Words) -> Input:
    """The input of a field before anybody filled it in: the same object each time, for all workshops in which
    it offers the same."""
    offered = tuple(getattr(engagement.setup, field.choices_from)) if field.choices_from else ()
    known = book.remembered.inputs
    return known.get((field, words), offered, lambda: _input(book, engagement, field, words))


def _input(book: Book, engagement: Engagement, field: InputField, words: Words) -> Input:
    options = _options(book, engagement, field, words)
    most = _EXPANDED_MULTI if field.kind == "multi" else _EXPANDED_CHOICES
    return Input(
        id=field.id,
        kind=input_kind(field.kind),
        label=say(field.label, words.language),
        options=options,
        required=not field.optional,
        expanded=0 < len(options) <= most,
        multiline=field.multiline,
        hint=say(field.hint, words.language) if field.hint else "",
        min=field.min if field.kind != "number" else field.min or 0,
        max=field.max,
        max_length=TEXT_LIMIT if field.kind in ("text", "url") else None,
    )


def _reason(book: Book, words: Words) -> Input:
    reasons = tuple(Option(one.id, say(one.label, words.language)) for one in book.playbook.reasons)
    return Input(REASON, "choice", words("field.reason"), options=reasons)


def person_inputs(
    name: str,
    label: str,
    words: Words,
    roster: Roster,
    values: Mapping[str, str],
    faults: Sequence[Fault],
    room: int = PEOPLE_ROOM,
    taking_part: Container[str] = (),
) -> tuple[Input, ...]:
    """A person: the people of the channel, and a field for somebody else. Of many those who take part come
    first; of very many these alone, and who is chosen or may be meant: the others are written as a name."""
    chosen = values.get(name, "")
    people = tuple(
        Option(key, who, said=True)
        for key, who in in_order(fitting_people(roster, chosen, room), taking_part)
    )
    if chosen.startswith(f"{MEANT},"):
        meant, chosen = chosen.split(","), ""
        people = tuple(one for one in people if one.value in meant)
        people += (Option(AS_WRITTEN, words("field.not_listed")),)
    if people and any((fault.problem, fault.field) == (Problem.TWO_PEOPLE, name) for fault in faults):
        people = (Option(NOT_LISTED, words("field.not_listed")), *people)
    other = Input(
        id=name + OTHER_PERSON,
        kind="text",
        label=words("field.name_of", label=label) if people else label,
        value=values.get(name + OTHER_PERSON, ""),
        max_length=NAME_LIMIT,
        problem="" if people else problem_at(name, faults, words),
    )
    if not people:
        return (other,)
    choice = Input(name, "choice", label, chosen, people, problem=problem_at(name, faults, words))
    return (choice, other)


def stand_apart(inputs: Sequence[Input]) -> frozenset[str]:
    """The choices of several that a press unfolds one by one: where all together are a long list, those that
    nobody has to make."""
    several = [one for one in inputs if one.kind == "multi"]
    many = sum(len(one.options) for one in several) > _MANY
    return frozenset(one.id for one in several if many and not one.required)


def in_order(people: Sequence[tuple[str, str]], taking_part: Container[str]) -> list[tuple[str, str]]:
    """People by their names; of more than a list shows at once those who take part come first."""
    many = len(people) > _EXPANDED_CHOICES
    return sorted(people, key=lambda one: (many and one[0] not in taking_part, one[1].casefold()))


def fitting_people(roster: Roster, chosen: str, room: int = PEOPLE_ROOM) -> list[tuple[str, str]]:
    """The people whom a choice offers, of very many as many as take up so many characters, and those who
    are chosen (joined by commas). Nobody is offered without a name."""
    found, kept = [], chosen.split(",")
    for key, who in roster.items():
        if not who.strip():
            continue
        room -= len(key) + len(who.encode("utf-16-le", "replace")) // 2 + _AROUND
        if room >= 0 or key in kept:
            found.append((key, who))
    return found


def problem_at(name: str, faults: Sequence[Fault], words: Words) -> str:
    """The sentence of the fault at a field, empty where there is none."""
    return next((fault_text(fault, words) for fault in faults if fault.field == name), "")


def fault_text(fault: Fault, words: Words) -> str:
    """A fault as a sentence."""
    values = {name: _filled_in(value, words.language) for name, value in fault.values}
    return words(f"problem.{fault.problem}", **values)


def _filled_in(value: str, language: str) -> str:
    """A number or an ISO day as people write it; anything else as it is."""
    if value.lstrip("-").isdecimal():
        return number_text(int(value), language)
    return day_text(value, language) if _ISO_DAY.fullmatch(value) else value


def form_problem(faults: Sequence[Fault], words: Words) -> str:
    """The sentence of the first fault that belongs to no field."""
    return next((fault_text(fault, words) for fault in faults if fault.field is None), "")


def sent_values(raw: Mapping[str, Any]) -> dict[str, str]:
    """The values that a client sent, cleaned, to be put back into the inputs."""
    return {name: clean(value) for name, value in raw.items()}


def input_kind(kind: FieldKind) -> InputKind:
    """The kind of input in which a kind of field is entered; a person has inputs of its own."""
    match kind:
        case "yes_partly_no":
            return "choice"
        case "person":
            return "text"
    return kind


def _options(book: Book, engagement: Engagement, field: InputField, words: Words) -> tuple[Option, ...]:
    if field.kind == "yes_partly_no":
        return tuple(Option(value, words(f"option.{value}")) for value in ("yes", "partly", "no"))
    if field.choices_from:
        keys: list[str] = getattr(engagement.setup, field.choices_from)
        return tuple(Option(key, book.service_names[key]) for key in keys)
    return tuple(Option(one.id, say(one.label, words.language)) for one in field.choices)

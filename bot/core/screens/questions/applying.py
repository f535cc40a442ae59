"""Of the inputs of a question those that are shown: what applies, or all at once with when each does."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.core.parts import Input
from bot.core.playbook.book import Book
from bot.core.playbook.conditions.operators import Check
from bot.core.playbook.model.base import OTHER_PERSON, YES_PARTLY_NO
from bot.core.playbook.model.playbook import InputField, Question
from bot.core.questions.parse import NOT_LISTED
from bot.core.questions.standing import inputs_out
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import label_of, say
from bot.core.texts import Words


def shown_inputs(
    viewer: Viewer,
    question: Question,
    inputs: tuple[Input, ...],
    values: Mapping[str, str],
    only: Collection[str] = (),
    at_once: bool = False,
) -> tuple[Input, ...]:
    """The inputs that a card shows with these values in them (see `question_screen`)."""
    if at_once:
        return tuple(_labelled(viewer.book, question, one, viewer.words) for one in inputs)
    if only:
        return tuple(one for one in inputs if one.id in only or one.id.removesuffix(OTHER_PERSON) in only)
    out = inputs_out(viewer.book, question, values)
    names = {one.id for one in inputs}
    return tuple(
        one for one in inputs if one.id.removesuffix(OTHER_PERSON) not in out and _is_open(one, names, values)
    )


def _is_open(one: Input, names: Collection[str], values: Mapping[str, str]) -> bool:
    """False for the name of somebody else while nobody else is meant."""
    listed = one.id.removesuffix(OTHER_PERSON)
    if listed == one.id or listed not in names:
        return True
    return bool(one.value) or values.get(listed) == NOT_LISTED


def _labelled(book: Book, question: Question, one: Input, words: Words) -> Input:
    """An input that may not apply, with the choices with which it does in its label. All are shown, so that
    none is required."""
    compiled = book.conditional[question.id].get(one.id.removesuffix(OTHER_PERSON))
    if compiled is None:
        return one
    given = [one for one in compiled.checks if isinstance(one.operand, frozenset)]
    fields = {field.id: field for field in question.fields}
    if given:
        key, titles = (
            "field.only_if",
            [title for one in given for title in _titles(fields[one.subject], one, words)],
        )
    else:
        key, titles = "field.only_if_so", [label_of(fields[one.subject], words) for one in compiled.checks]
    label = words(key, label=one.label, choices=f" {words('field.or')} ".join(dict.fromkeys(titles)))
    return replace(one, label=label, required=False)


def _titles(field: InputField, check: Check, words: Words) -> list[str]:
    """The words of the choices that a check names."""
    named = check.operand if isinstance(check.operand, frozenset) else frozenset()
    if field.kind == "yes_partly_no":
        return [words(f"option.{one}") for one in YES_PARTLY_NO if one in named]
    return [say(one.label, words.language) for one in field.choices if one.id in named]

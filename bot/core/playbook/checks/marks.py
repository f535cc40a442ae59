"""The marks of questions and choices: the last question, what confirms the result, what the FM is told."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.playbook.conditions.compiled import subjects
from bot.core.playbook.model.playbook import Playbook, Question
from bot.core.playbook.source.faults import FilePlace, Found


def mark_faults(playbook: Playbook) -> Iterator[Found]:
    """A last question that cannot be the last one or confirms nothing, and choices that confirm elsewhere."""
    last = [question for question in playbook.questions if question.last]
    for position, question in enumerate(playbook.questions):
        here: FilePlace = ("questions", position)
        if question.last:
            if question is not last[0]:
                yield Found((*here, "last"), f"{last[0].id} is the last question already")
            yield from _always_asked_last(playbook, question, here)
            yield from _confirms(question, here)
        else:
            yield from _confirms_nothing(question, here)
            if any(
                subject.partition(".")[0] == one.id for one in last for subject in subjects(question.when)
            ):
                yield Found((*here, "when"), f"waits for {last[0].id}, which is asked last")


def _always_asked_last(playbook: Playbook, question: Question, here: FilePlace) -> Iterator[Found]:
    for name in ("when", "services", "factor"):
        if getattr(question, name):
            yield Found((*here, name), "the last question confirms the whole result, in every workshop")
    if question.depth != "short":
        yield Found((*here, "depth"), "the last question is asked in the short workshop, too")
    rooms = {room.id: place for place, room in enumerate(playbook.rooms)}
    ordered = sorted(playbook.questions, key=lambda one: rooms.get(one.room, 0))
    if ordered[-1] is not question:
        yield Found((*here, "last"), f"{ordered[-1].id} is asked after it")


def _confirms(question: Question, here: FilePlace) -> Iterator[Found]:
    marked = [
        (number, field)
        for number, field in enumerate(question.fields)
        for choice in field.choices
        if choice.confirms
    ]
    if len(marked) != 1:
        yield Found((*here, "fields"), f"{len(marked)} choices confirm the result, it must be one")
    for number, field in marked:
        if field.kind != "choice" or field.optional or field.depth is not None:
            message = "the field that confirms the result is a choice that is always asked and never optional"
            yield Found((*here, "fields", number), message)


def _confirms_nothing(question: Question, here: FilePlace) -> Iterator[Found]:
    for number, field in enumerate(question.fields):
        for place, choice in enumerate(field.choices):
            if choice.confirms:
                where = (*here, "fields", number, "choices", place, "confirms")
                yield Found(where, "only a choice of the last question confirms the result")

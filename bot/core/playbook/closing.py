"""The question that a playbook asks last, and the choice in it that confirms the result of the workshop."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.playbook.model.playbook import Playbook, Question


@dataclass(frozen=True, slots=True)
class LastQuestion:
    """The last question; its `choice` in its `field` confirms the result."""

    question: Question
    field: str
    choice: str


def last_question(playbook: Playbook) -> LastQuestion | None:
    """The question that the playbook marks as last. An older playbook marks none: there it is the question
    by which the next step that shows the confirmation is done. None where there is neither."""
    marked = (
        LastQuestion(question, field.id, choice.id)
        for question in playbook.questions
        if question.last
        for field in question.fields
        for choice in field.choices
        if choice.confirms
    )
    return next(marked, None) or _in_the_steps(playbook)


def _in_the_steps(playbook: Playbook) -> LastQuestion | None:
    for step in playbook.next_steps:
        if step.shows != "confirmation" or not isinstance(step.done, dict) or len(step.done) != 1:
            continue
        subject, choice = next(iter(step.done.items()))
        owner, _, field = subject.partition(".")
        question = next((one for one in playbook.questions if one.id == owner), None)
        always = question is not None and not (question.when or question.services or question.factor)
        if question is not None and always and field and isinstance(choice, str):
            return LastQuestion(question, field, choice)
    return None

"""The entries of a question's fields, and of the forms beside it, by which inputs are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.engagement import Engagement
from bot.core.playbook.applying import REASON_INPUT
from bot.core.playbook.book import Book
from bot.core.playbook.model.base import YES_PARTLY_NO, Choice
from bot.core.playbook.model.playbook import InputField, Question
from bot.core.questions.parse import Entry
from bot.core.questions.roster import Options, Roster, everybody, named_by, people_options
from bot.core.texts import load_texts

REASON = REASON_INPUT
BECAUSE = "because"
PLANNED_BY = "planned_by"
PLANNED_ON = "planned_on"
HANDED_TO = "handed_to"
SERVICES = "services"
BECAUSE_LIMIT = 500


def labelled(choices: Sequence[Choice]) -> Options:
    """Choices with their titles in every language, so that any of them may be typed."""
    return tuple((choice.id, tuple(choice.label.values())) for choice in choices)


def service_options(book: Book, keys: list[str]) -> Options:
    """Services by their names of today and of the page."""
    services = {service.id: service for service in book.playbook.services}
    return tuple((key, (services[key].today, services[key].name)) for key in keys if key in services)


def field_options(book: Book, engagement: Engagement, field: InputField, roster: Roster) -> Options:
    """The options of a field of a question."""
    if field.kind == "person":
        return people_options(roster)
    if field.kind == "yes_partly_no":
        return tuple((value, load_texts().titles(f"option.{value}")) for value in YES_PARTLY_NO)
    if field.choices_from:
        return service_options(book, getattr(engagement.setup, field.choices_from))
    return labelled(field.choices)


def question_entries(
    book: Book,
    engagement: Engagement,
    question: Question,
    roster: Roster,
    standing: Mapping[str, str] | None = None,
) -> list[Entry]:
    """The entries of a question, its list of reasons included. `standing` is what stands in its inputs."""
    people: Roster = {}
    if question.asks_for_people:
        people = everybody(engagement, roster, named_by(book, engagement))
    shown = standing or {}
    entries = [
        _entry(book, engagement, field, people, shown.get(field.id, ""))
        if field.kind == "person"
        else _same_for_all(book, engagement, field)
        for field in book.fields(question, engagement.setup.depth)
    ]
    if question.reason:
        entries.append(_reasons(book))
    return entries


def _entry(
    book: Book, engagement: Engagement, field: InputField, people: Roster, standing: str = ""
) -> Entry:
    return Entry(
        field.id,
        field.kind,
        field_options(book, engagement, field, people),
        required=not field.optional,
        past=field.past,
        min=field.min,
        max=field.max,
        standing=standing,
        alone=tuple(choice.id for choice in field.choices if choice.alone),
    )


def _same_for_all(book: Book, engagement: Engagement, field: InputField) -> Entry:
    """The entry of a field that names nobody: one for all workshops in which it offers the same services."""
    offered = tuple(getattr(engagement.setup, field.choices_from)) if field.choices_from else ()
    return book.remembered.entries.get((field,), offered, lambda: _entry(book, engagement, field, {}))


def _reasons(book: Book) -> Entry:
    reasons = book.playbook.reasons
    return book.remembered.entries.get(
        (reasons,), (), lambda: Entry(REASON, "choice", labelled(reasons), required=False)
    )


def aside_entries(book: Book, engagement: Engagement, kind: str, roster: Roster) -> list[Entry]:
    """The entries of the form for an answer that is none, or for an exception."""
    people = people_options(everybody(engagement, roster))
    match kind:
        case "planned":
            return [
                Entry(PLANNED_BY, "person", people),
                Entry(PLANNED_ON, "date", past="refused"),
            ]
        case "handed":
            return [Entry(HANDED_TO, "person", people, required=False)]
        case "except":
            services = service_options(book, engagement.setup.services)
            return [Entry(SERVICES, "multi", services, required=False)]
        case _:
            return [Entry(BECAUSE, "text", required=kind == "not_applicable", limit=BECAUSE_LIMIT)]

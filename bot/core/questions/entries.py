"""The entries of a question's fields, and of the forms beside it, by which inputs are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.engagement import Engagement
from bot.core.playbook.applying import REASON_INPUT
from bot.core.playbook.book import Book
from bot.core.playbook.model.base import YES_PARTLY_NO, Choice
from bot.core.playbook.model.playbook import InputField, Question
from bot.core.questions.parse import Entry
from bot.core.questions.roster import Options, Roster, everybody, people_options
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
    people = everybody(engagement, roster) if question.asks_for_people else {}
    entries = [
        Entry(
            field.id,
            field.kind,
            field_options(book, engagement, field, people),
            required=not field.optional,
            past=field.past,
            min=field.min,
            max=field.max,
            standing=(standing or {}).get(field.id, "") if field.kind == "person" else "",
            alone=tuple(choice.id for choice in field.choices if choice.alone),
        )
        for field in book.fields(question, engagement.setup.depth)
    ]
    if question.reason:
        entries.append(Entry(REASON, "choice", labelled(book.playbook.reasons), required=False))
    return entries


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

"""What may be entered: the fields of a question, and of the forms beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.core.book import Book
from bot.core.engagement import Engagement, person_key
from bot.core.parse import Entry
from bot.core.playbook.base import Choice
from bot.core.playbook.model import InputField, Question
from bot.core.recent import Recent
from bot.core.texts import load_texts

YES_PARTLY_NO = ("yes", "partly", "no")
REASON = "reason"
BECAUSE = "because"
PLANNED_BY = "planned_by"
PLANNED_ON = "planned_on"
HANDED_TO = "handed_to"
SERVICES = "services"
BECAUSE_LIMIT = 500

MOST_PEOPLE = 100
"""People that a roster holds at most; a longer one is cut."""

Roster = Mapping[str, str]
"""The people of the channel: person key -> name."""
Options = tuple[tuple[str, tuple[str, ...]], ...]


def labelled(choices: list[Choice]) -> Options:
    """Choices with their titles in every language, so that any of them may be typed."""
    return tuple((choice.id, tuple(choice.label.values())) for choice in choices)


def service_options(book: Book, keys: list[str]) -> Options:
    """Services by their names of today and of the page."""
    services = {service.id: service for service in book.playbook.services}
    return tuple((key, (services[key].today, services[key].name)) for key in keys if key in services)


def everybody(engagement: Engagement, roster: Roster) -> Roster:
    """Whom a person field takes. A roster may not be read yet, and people leave channels: an answer that
    names somebody must still be shown, and saved again, as it was."""
    taking_part = {key: one.name for key, one in engagement.people.items()}
    return {**named(engagement), **taking_part, **roster}


def named(engagement: Engagement) -> Roster:
    """Everybody whom some answer, the plan or the record names as one of the directory's people."""
    parts = (engagement.voices, engagement.plan, engagement.overall)
    return _recent.get(parts, (), lambda: _named(engagement))


_recent: Recent[Roster] = Recent(64)


def _named(engagement: Engagement) -> Roster:
    answers = (
        value
        for voices in engagement.voices.values()
        for voice in voices
        for value in voice.fields.values()
        if isinstance(value, dict)
    )
    owners = [state.owner for state in engagement.plan.values() if state.owner]
    if engagement.overall.owner:
        owners.append(engagement.overall.owner)
    return {
        person_key(value["tenant"], value["id"]): value["name"]
        for value in (*answers, *owners)
        if "id" in value
    }


def departed(engagement: Engagement, roster: Roster, read: datetime | None) -> frozenset[str]:
    """Who is known of an engagement and was not among the people of its channel when these were read.

    Nobody where they were not read, or not all of them; and nobody who took part only since then. Guests may
    be listed under another tenant, so that only the object id tells.
    """
    if read is None or not 0 < len(roster) < MOST_PEOPLE:
        return frozenset()
    present = {key.partition("/")[2] for key in roster}
    new = {
        key
        for key, one in engagement.people.items()
        if one.joined and datetime.fromisoformat(one.joined) >= read.replace(microsecond=0)
    }
    known = everybody(engagement, {})
    return frozenset(key for key in known if key.partition("/")[2] not in present and key not in new)


def people_options(roster: Roster) -> Options:
    """People by name."""
    return tuple((key, (name,)) for key, name in roster.items())


def field_options(book: Book, engagement: Engagement, field: InputField, roster: Roster) -> Options:
    """What can be chosen in a field of a question."""
    if field.kind == "person":
        return people_options(roster)
    if field.kind == "yes_partly_no":
        return tuple((value, load_texts().titles(f"option.{value}")) for value in YES_PARTLY_NO)
    if field.choices_from:
        return service_options(book, getattr(engagement.setup, field.choices_from))
    return labelled(field.choices)


def question_entries(book: Book, engagement: Engagement, question: Question, roster: Roster) -> list[Entry]:
    """The entries of a question, its list of reasons included."""
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

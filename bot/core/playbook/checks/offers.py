"""Value discussions and success metrics of a playbook: the fields that they read exist, and fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.core.playbook.checks.vocabulary import GENERAL, Vocabulary
from bot.core.playbook.model.playbook import InputField, Playbook
from bot.core.playbook.source.faults import FilePlace, Found
from bot.core.setup_fields import FIELDS
from bot.core.texts import placeholders

REQUESTED: Final = (*(field.id for field in FIELDS if field.requested), "talk", "topic", "why", "day")
"""The values with which a request for an expert can be filled in."""
MAX_METRICS: Final = 20
MAX_UNIT: Final = 30


def value_faults(playbook: Playbook, vocabulary: Vocabulary) -> list[Found]:
    """Everything that is wrong with these sections, references to services and resources aside."""
    return [*_discussions(playbook, vocabulary), *_request(playbook), *_metrics(playbook, vocabulary)]


def _discussions(playbook: Playbook, vocabulary: Vocabulary) -> Iterator[Found]:
    here, one = ("discussions",), playbook.discussions
    if not one.roles:
        yield Found((*here, "roles"), "is empty: nobody could accept for the customer")
    if one.general.id != GENERAL or any(service.id == GENERAL for service in playbook.services):
        yield Found((*here, "general", "id"), f"must be {GENERAL}, which no service is called")
    if one.wanted is not None:
        yield from _services((*here, "wanted"), one.wanted, vocabulary)
    if one.topic is not None:
        yield from _of_kind((*here, "topic"), one.topic, "text", vocabulary)
    if one.refusal is not None:
        yield from _services((*here, "refusal", "kept"), one.refusal.kept, vocabulary)
    field, found = _field((*here, "wishes"), one.wishes, vocabulary) if one.wishes else (None, [])
    yield from found
    if field is not None:
        talks = {talk.id for talk in one.talks}
        unknown = [choice.id for choice in field.choices if choice.id not in talks]
        if field.kind != "multi" or not field.choices:
            yield Found((*here, "wishes"), f"{one.wishes} must be a field of several choices")
        elif unknown:
            yield Found((*here, "wishes"), f"{one.wishes} offers {', '.join(unknown)}, which are no talks")
    for position, asked in enumerate(one.asked):
        if asked.day is not None:
            place = (*here, "asked", position, "day")
            yield from _of_kind(place, asked.day, "date", vocabulary)


def _request(playbook: Playbook) -> Iterator[Found]:
    here: FilePlace = ("discussions", "request")
    request = playbook.discussions.request
    places = [((*here, "subject"), request.subject)]
    places += [((*here, "lines", position), line) for position, line in enumerate(request.lines)]
    for place, text in places:
        try:
            names = placeholders(text)
        except ValueError:
            yield Found(place, "has a brace that is not closed, or was never opened")
            continue
        if unknown := sorted(names - set(REQUESTED)):
            yield Found(place, f"there is no {', '.join(unknown)}; there are {', '.join(REQUESTED)}")


def _metrics(playbook: Playbook, vocabulary: Vocabulary) -> Iterator[Found]:
    if len(playbook.metrics) > MAX_METRICS:
        yield Found(("metrics",), f"has {len(playbook.metrics)} entries, at most {MAX_METRICS} can be chosen")
    for position, metric in enumerate(playbook.metrics):
        here = ("metrics", position)
        for name, subject in (("today", metric.today), ("aim", metric.aim)):
            if subject is not None:
                yield from _of_kind((*here, name), subject, "text", vocabulary)
        for language, unit in metric.unit.items():
            if len(unit) > MAX_UNIT:
                yield Found((*here, "unit", language), f"has {len(unit)} characters, at most {MAX_UNIT} fit")
    review = playbook.success_review
    for name in ("active_percent", "enabled_users", "small_under"):
        if getattr(review, name) < 1:
            yield Found(("success_review", name), "must be 1 at least")
    if review.active_percent > 100:
        yield Found(("success_review", "active_percent"), "is more than 100")
    yield from _of_kind(("success_review", "people"), review.people, "number", vocabulary)


def _services(place: FilePlace, subject: str, vocabulary: Vocabulary) -> Iterator[Found]:
    field, found = _field(place, subject, vocabulary)
    yield from found
    if field is not None and (field.kind != "multi" or not field.choices_from):
        yield Found(place, f"{subject} must be a field of several services (choices_from)")


def _of_kind(place: FilePlace, subject: str, kind: str, vocabulary: Vocabulary) -> Iterator[Found]:
    field, found = _field(place, subject, vocabulary)
    yield from found
    if field is not None and field.kind != kind:
        yield Found(place, f"{subject} is a {field.kind} field, not a {kind} field")


def _field(place: FilePlace, subject: str, vocabulary: Vocabulary) -> tuple[InputField | None, list[Found]]:
    """The field that a subject names: "CL.gaps"."""
    question, _, name = subject.partition(".")
    field = vocabulary.fields.get(question, {}).get(name)
    return field, [] if field else [Found(place, f"there is no field {subject}")]

"""Whoever Teams names is matched with those known in a workshop, by the object id alone: one is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from msgspec.structs import replace

from bot.core.engagement import Engagement, Person
from bot.core.keys import identity
from bot.core.playbook.book import Book
from bot.core.questions.roster import Roster, concerned, named_by

T = TypeVar("T")
Known = Mapping[str, str]
"""The people known in a workshop: identity -> their key there."""


def known_keys(engagement: Engagement, named: Roster | None = None) -> Known:
    """The FM, who take part, and whom anything names, each by the key that they have there."""
    found: dict[str, str] = {}
    for key in (engagement.fm, *concerned(engagement, named)):
        found.setdefault(identity(key), key)
    return found


def known_by(book: Book, engagement: Engagement) -> Known:
    """The same, not worked out again while nobody else is named."""
    parts = (engagement.people, engagement.voices, engagement.plan, engagement.overall)
    return book.remembered.known.get(
        parts, (engagement.fm,), lambda: known_keys(engagement, named_by(book, engagement))
    )


def as_known(
    engagement: Engagement, person: Person, also: Iterable[str] = (), known: Known | None = None
) -> Person:
    """The person as the workshop knows them. `also` are further ids of the same person: one of these may be
    the FM's. `known` are those known there, where that is at hand."""
    ids = [one.lower() for one in (person.id, *also)]
    known = known_keys(engagement) if known is None else known
    led = identity(engagement.fm)
    found = engagement.fm if led in ids else next((known[one] for one in ids if one in known), person.key)
    if found == person.key:
        return person
    tenant, _, object_id = found.partition("/")
    return replace(person, tenant=tenant, id=object_id)


def keyed_as_known(known: Known, people: Mapping[str, T]) -> dict[str, T]:
    """What is told of people, by the keys that they have in the workshop."""
    return {known.get(identity(key), key): one for key, one in people.items()}


def entered_as_known(known: Known, inputs: Mapping[str, Any]) -> dict[str, Any]:
    """Inputs in which people are named by their keys in the workshop: a card may have been drawn before they
    were known there."""
    return {name: _renamed(known, value) for name, value in inputs.items()}


def _renamed(known: Known, value: Any) -> Any:
    if isinstance(value, list):
        return [_renamed(known, one) for one in value]
    if not isinstance(value, str) or "/" not in value:
        return value
    return ",".join(known.get(identity(part) or "/", part) for part in value.split(","))


def home_of(engagement: Engagement, person: str) -> tuple[str, str]:
    """The tenant that a person belongs to, as far as it is known, and their object id."""
    tenant, _, object_id = person.partition("/")
    known = engagement.people.get(person)
    return (known and known.tenant) or tenant, object_id

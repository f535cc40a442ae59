"""The next place of a person: setup, roles, the room with their next question, or the end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.core.engagement import Engagement
from bot.core.playbook.ask import Ask
from bot.core.questions.facts import the_answer
from bot.core.questions.picture import Picture
from bot.core.setup.events import needs_decision


class Place(StrEnum):
    """The places of a private view."""

    SETUP = "setup"
    DECISION = "decision"
    ROLES = "roles"
    ROOM = "room"
    END = "end"


@dataclass(frozen=True, slots=True)
class Next:
    """The next place; in a room, with the question asked there."""

    place: Place
    ask: Ask | None = None


def next_for(picture: Picture, person: str) -> Next:
    """The place where a person goes on; it stays the same until an event changes the engagement."""
    engagement = picture.engagement
    if engagement.status not in ("setup", "running"):
        return Next(Place.END)
    if needs_decision(engagement) and person == engagement.fm:
        return Next(Place.DECISION)
    if engagement.status == "setup" and person == engagement.fm:
        return Next(Place.SETUP)
    if not has_roles(engagement, person):
        handed = handed_to(picture, person)
        return Next(Place.ROOM, handed) if handed else Next(Place.ROLES)
    if engagement.status != "running":
        return Next(Place.END)
    open_asks = picture.queue(person)
    return Next(Place.ROOM, open_asks[0]) if open_asks else Next(Place.END)


def handed_to(picture: Picture, person: str) -> Ask | None:
    """The first question that somebody handed to this person and that is still open; None where there is
    none."""
    if picture.engagement.status != "running":
        return None
    voices = picture.engagement.voices
    for ask in picture.asks:
        voice = the_answer(voices.get(ask.key, ()))
        if voice is not None and voice.kind == "handed" and person == voice.handed_to != voice.by:
            return ask
    return None


def has_roles(engagement: Engagement, person: str) -> bool:
    """True when a person has said which roles they have; the FM need not."""
    one = engagement.people.get(person)
    return person == engagement.fm or (one is not None and bool(one.roles))

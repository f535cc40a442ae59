"""The invitation: the people of each role as the FM chooses them, and as answers name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace as replace_fields
from typing import Any

from msgspec.structs import replace

from bot.core.clock import utc
from bot.core.engagement import Engagement, Participant
from bot.core.keys import person_key
from bot.core.people.effects import PostInvitation
from bot.core.people.events import Invite
from bot.core.playbook.book import Book
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.playbook.model.playbook import Role
from bot.core.problems import Fault, Problem
from bot.core.questions.changes import Handlers, changed
from bot.core.questions.facts import the_answer
from bot.core.questions.parse import Entry, chosen, clean, parse_all
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster, everybody, people_options
from bot.core.step import Step

_INVITED = "invited"
SOUGHT = "sought"
"""The field of whoever is looked for in a large channel: found they are offered with every role."""


def invited_field(role: str) -> str:
    """The id of the input that holds the people of a role; all of them together are the field `invited`."""
    return f"{_INVITED}_{role}"


def is_invited_field(name: str) -> bool:
    """True for the id of an input that holds the people of a role."""
    return name.startswith(f"{_INVITED}_")


def invited_entries(book: Book, people: Roster) -> list[Entry]:
    """The fields of the form: for each role the people who have it."""
    options = people_options(people)
    return [Entry(invited_field(role.id), "multi", options, required=False) for role in book.playbook.roles]


def known_roles(picture: Picture) -> Mapping[str, list[str]]:
    """The people of each role as far as known: who has it, and whom an answer names for it."""
    people = picture.engagement.people
    found = {
        role.id: [key for key, one in people.items() if role.id in one.roles] for role in _roles(picture)
    }
    for role, value in named_for_roles(picture):
        key = person_key(value["tenant"], value["id"]) if "id" in value else ""
        one = people.get(key)
        undecided = one is None or not one.roles or not picture.engagement.invitations
        if key and undecided and key not in found.get(role, [key]):
            found[role].append(key)
    return found


def named_for_roles(picture: Picture) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The roles for which answers name somebody, each with the value of the person field."""
    for question in picture.book.playbook.questions:
        voice = the_answer(picture.engagement.voices.get(question.id, ()))
        if voice is None or voice.kind != "answer":
            continue
        for field in question.fields:
            value = voice.fields.get(field.id)
            if field.role is not None and isinstance(value, dict):
                yield field.role, value


def _invite(picture: Picture, event: Invite, roster: Roster) -> Step:
    """People get roles and are told so in a new message. The first one comes even where nobody is chosen."""
    engagement, people = picture.engagement, everybody(picture.engagement, roster)
    values, faults = parse_all(invited_entries(picture.book, people), event.raw, picture.facts.today)
    faults = (*faults, *_sought(event.raw))
    if faults:
        return Step(engagement, faults=faults)
    given: dict[str, list[str]] = {}
    for role in _roles(picture):
        for key in chosen(values, invited_field(role.id)):
            given.setdefault(key, []).append(role.id)
    after = _with_roles(picture, given, people)
    first = engagement.invitations == 0
    news = tuple(key for key in given if key != engagement.fm and (first or _is_new(engagement, after, key)))
    number = engagement.invitations + bool(first or news)
    after = replace(after, invitations=number)
    if after == engagement:
        return Step(engagement)
    step = changed(picture, after, "invite", event.by)
    posts = (PostInvitation(number, news),) if first or news else ()
    return replace_fields(step, effects=(*step.effects, *posts))


def _sought(raw: Mapping[str, Any]) -> list[Fault]:
    """A fault while somebody was looked for, whether they were found or not: nobody is invited meanwhile."""
    if clean(raw.get(SOUGHT)):
        return [Fault(Problem.CHOOSE_ROLE_OF_FOUND, SOUGHT)]
    return [Fault(Problem.NOBODY_FOUND, SOUGHT)] if clean(raw.get(SOUGHT + OTHER_PERSON)) else []


def _is_new(before: Engagement, after: Engagement, key: str) -> bool:
    known = before.people.get(key)
    return known is None or set(known.roles) != set(after.people[key].roles)


def _with_roles(picture: Picture, given: Mapping[str, list[str]], names: Roster) -> Engagement:
    """The engagement in which people have the roles that they are given. A role that somebody took stays;
    one that the FM gave, and gives no longer, goes."""
    engagement = picture.engagement
    people = dict(engagement.people)
    for key in dict.fromkeys((*given, *(key for key, one in people.items() if one.invited))):
        known = people.get(key) or Participant(names[key], joined=utc(picture.now))
        own = [role for role in known.roles if role not in known.invited]
        roles = [role.id for role in _roles(picture) if role.id in (*own, *given.get(key, ()))]
        listener = picture.book.listener_role
        if len(roles) > 1 and listener in roles:
            roles.remove(listener)
        people[key] = replace(known, roles=roles, invited=[role for role in roles if role not in own])
    return replace(engagement, people=people)


def _roles(picture: Picture) -> list[Role]:
    return picture.book.playbook.roles


HANDLERS: Handlers = {Invite: _invite}

"""The common part of steps: count the revision, log the act, update the workshop card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from bot.core.clock import utc
from bot.core.engagement import Engagement, Participant, Person
from bot.core.questions.effects import PostResult, PostSummary, UpdateShared
from bot.core.questions.lasting import QUIET, RESULT_CARD, SUMMARY_CARD, next_number
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.step import Effect, Event, Record, RecordLog, Step

_OF_TEAMS = "29:"
"""The beginning of the ids that Teams gives to people."""
Handlers = Mapping[type[Event], Callable[[Picture, Any, Roster], Step]]
"""The events of a feature, each with the function that makes its step."""


def changed(picture: Picture, after: Engagement, what: str, by: Person, *, staying: bool = False) -> Step:
    """The step of a change other than an answer: counted and logged; with `staying` the workshop card waits,
    because updating it would replace the presser's private view."""
    now = utc(picture.now)
    after = replace(after, revision=picture.engagement.revision + 1, updated=now, shared_stale=True)
    after, effects = close_finished(Picture(picture.book, after, picture.now))
    records = (RecordLog(what, by.key),)
    if staying:
        return Step(after, effects, records)
    return share_card(picture, after, by, effects, records)


def noted(
    picture: Picture,
    after: Engagement,
    what: str,
    by: Person,
    key: str = "",
    before: msgspec.Struct | None = None,
) -> Step:
    """The step of a change that shows on no card but the presser's own: counted and logged."""
    then = replace(
        with_person(after, by, picture.now),
        revision=picture.engagement.revision + 1,
        updated=utc(picture.now),
    )
    return Step(then, records=(RecordLog(what, by.key, key, before),))


def close_finished(then: Picture) -> tuple[Engagement, tuple[Effect, ...]]:
    """The engagement with its complete factors closed, and the result and summary cards, each posted once."""
    after = then.engagement
    if after.status != "running":
        return after, ()
    effects: list[Effect] = []
    factors = {factor.id for factor in then.book.playbook.factors}
    for room in then.book.playbook.rooms:
        if room.id in factors and room.id not in after.closed_factors and then.room_is_done(room.id):
            effects.append(PostResult(room.id, next_number(after, f"{RESULT_CARD}{room.id}")))
            after = replace(after, closed_factors=[*after.closed_factors, room.id])
    if then.asks and then.finished and not after.summary_posted:
        effects.append(PostSummary(next_number(after, SUMMARY_CARD)))
        after = replace(after, summary_posted=True)
    return after, tuple(effects)


def share_card(
    picture: Picture, after: Engagement, by: Person, effects: tuple[Effect, ...], records: tuple[Record, ...]
) -> Step:
    """The step with an update of the workshop card, put off while somebody else is answering on it."""
    busy = any(
        person != by.key and picture.now - datetime.fromisoformat(at).astimezone(UTC) < QUIET
        for person, at in after.last_answer.items()
    )
    if busy:
        return Step(replace(after, shared_stale=True), effects, records)
    return Step(replace(after, shared_stale=False), (*effects, UpdateShared()), records)


def with_person(engagement: Engagement, by: Person, now: datetime) -> Engagement:
    """The engagement in which this person is known."""
    if by.key in engagement.people:
        return engagement
    return replace(engagement, people={**engagement.people, by.key: Participant(by.name, joined=utc(now))})


def with_client(engagement: Engagement, by: Person, language: str | None) -> Engagement:
    """The engagement that knows what a person who is known in it is called now, in which language they read
    Teams, and to which tenant they belong, as far as that was told."""
    known = engagement.people.get(by.key)
    if known is None:
        return engagement
    name = by.name or known.name
    told = replace(known, name=name, client=language or known.client, tenant=_home(by) or known.tenant)
    if told == known:
        return engagement
    return replace(engagement, people={**engagement.people, by.key: told})


def _home(by: Person) -> str:
    return by.home if by.home != by.tenant else ""


def with_teams_id(engagement: Engagement, by: Person, teams_id: str) -> Engagement:
    """The engagement that knows the id by which Teams asks for a person's own view of a card; ids of other
    clients ask for none."""
    known = engagement.people.get(by.key)
    if known is None or known.teams_id == teams_id or not teams_id.startswith(_OF_TEAMS):
        return engagement
    return replace(engagement, people={**engagement.people, by.key: replace(known, teams_id=teams_id)})


def without(engagement: Engagement, by: Person) -> Engagement:
    """The engagement in which this person has left their private view."""
    talks = {key: talk for key, talk in engagement.talks.items() if key != by.key}
    last = {key: at for key, at in engagement.last_answer.items() if key != by.key}
    return replace(engagement, talks=talks, last_answer=last)

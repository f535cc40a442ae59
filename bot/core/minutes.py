"""Minutes that the customer confirms: a version is issued in the thread, somebody says that it is right."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from bot.core.answering import utc
from bot.core.discussions import discussions
from bot.core.effects import PostMinutes, RecordLog, Step, UpdateMinutes
from bot.core.engagement import Engagement, Minutes, Person
from bot.core.events import ConfirmMinutes, IssueMinutes
from bot.core.facts import the_answer
from bot.core.judge import is_disputed
from bot.core.metrics import followed
from bot.core.picture import Picture
from bot.core.problems import Fault, Problem
from bot.core.rows import short_hash
from bot.core.steps import with_person


class Standpoint(StrEnum):
    """How the minutes stand: never issued, waiting for somebody, confirmed, or no longer what is so."""

    NONE = "none"
    WAITING = "waiting"
    CONFIRMED = "confirmed"
    CHANGED = "changed"


def stands(picture: Picture) -> Standpoint:
    """How the minutes stand now: what people say or do later makes them no longer so."""
    given = picture.engagement.minutes
    if given is None:
        return Standpoint.NONE
    if given.content != content_mark(picture):
        return Standpoint.CHANGED
    return Standpoint.CONFIRMED if given.confirmed else Standpoint.WAITING


def issue(picture: Picture, event: IssueMinutes) -> Step:
    """A new version goes to the thread; where the present one still says what is so, nothing happens."""
    engagement, given = picture.engagement, picture.engagement.minutes
    if stands(picture) in (Standpoint.WAITING, Standpoint.CONFIRMED):
        return Step(engagement)
    version = given.version + 1 if given else 1
    minutes = Minutes(version, event.by.key, utc(picture.now), content_mark(picture))
    after = _changed(engagement, minutes, event.by, picture.now)
    old = (UpdateMinutes(given.version),) if given else ()
    return Step(after, (*old, PostMinutes(version)), (RecordLog("issue_minutes", event.by.key),))


def confirm(picture: Picture, event: ConfirmMinutes) -> Step:
    """Somebody of the customer's team says that a version is right; said again it changes nothing."""
    engagement, given = picture.engagement, picture.engagement.minutes
    problem = _refusal(picture, event)
    if problem is not None or given is None:
        return Step(engagement, faults=(Fault(problem or Problem.OLD_CARD),))
    if event.by.key in given.confirmed:
        return Step(engagement)
    confirmed = {**given.confirmed, event.by.key: utc(picture.now)}
    after = _changed(engagement, replace(given, confirmed=confirmed), event.by, picture.now)
    return Step(after, (UpdateMinutes(given.version),), (RecordLog("confirm_minutes", event.by.key),))


def with_minutes(before: Picture, step: Step) -> Step:
    """A step, with the card of the minutes drawn anew where it made them right or no longer right."""
    given, after = before.engagement.minutes, step.engagement
    if given is None or after is before.engagement or after.minutes is not given:
        return step
    then = Picture(before.book, after, before.now)
    if stands(before) is stands(then):
        return step
    return Step(after, (*step.effects, UpdateMinutes(given.version)), step.records, step.faults)


def content_mark(picture: Picture) -> str:
    """A mark of all that the minutes state and people decided: equal as long as nobody decided otherwise.

    What only the days bring (a verdict that a date turns) and what becomes of actions is not in it.
    """
    engagement = picture.engagement
    said = {}
    for one in picture.standings:
        voices = engagement.voices.get(one.ask.key, [])
        answer = the_answer(voices)
        if answer is not None:
            disputed = is_disputed(voices, engagement.settled.get(one.ask.key))
            said[one.ask.key] = (answer.kind, answer.fields, answer.reason, answer.cut, disputed)
    agreed = [
        (key, state.title, state.owner, state.due, state.status == "dropped")
        for key, state in engagement.plan.items()
        if state.title or state.owner or state.due or state.status == "dropped"
    ]
    cadence = engagement.check_in.cadence if engagement.check_in else None
    setup = engagement.setup
    shown = (setup.customer, setup.services, setup.in_use, setup.pilot, setup.launch)
    talks = [(one.id, one.talks, one.day) for one in discussions(picture) if one.status == "accepted"]
    aims = [(one.key, one.state.baseline, one.state.target, one.state.date) for one in followed(picture)]
    whole = (shown, said, sorted(agreed, key=lambda one: one[0]), talks, aims, cadence)
    return short_hash(msgspec.json.encode(whole, order="sorted").decode())


def _refusal(picture: Picture, event: ConfirmMinutes) -> Problem | None:
    given = picture.engagement.minutes
    if given is None or event.version != given.version:
        return Problem.OLD_CARD
    if event.by.key == picture.engagement.fm:
        return Problem.MINUTES_ARE_THEIRS
    return Problem.MINUTES_CHANGED if stands(picture) is Standpoint.CHANGED else None


def _changed(engagement: Engagement, minutes: Minutes, by: Person, now: datetime) -> Engagement:
    return replace(
        with_person(engagement, by, now),
        minutes=minutes,
        revision=engagement.revision + 1,
        updated=utc(now),
    )

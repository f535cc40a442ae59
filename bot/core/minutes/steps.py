"""Minutes that the customer confirms: a version is issued in the thread, somebody says that it is right."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from bot.core.checkins.agenda import mentioned
from bot.core.checkins.due import local_today
from bot.core.clock import utc
from bot.core.engagement import Engagement, Minutes, Person
from bot.core.minutes.content import Standpoint, content_mark, stands
from bot.core.minutes.effects import PostMinutes, UpdateMinutes
from bot.core.minutes.events import ConfirmMinutes, IssueMinutes
from bot.core.playbook.book import Book
from bot.core.problems import Fault, Problem
from bot.core.questions.changes import Handlers, with_person
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.step import RecordLog, Step

_MOST_ASKED = 10


def _issue(picture: Picture, event: IssueMinutes, roster: Roster) -> Step:
    """A new version goes to the thread; where the present one is still right, nothing happens."""
    engagement, given = picture.engagement, picture.engagement.minutes
    if stands(picture) in (Standpoint.WAITING, Standpoint.CONFIRMED):
        return Step(engagement)
    version = given.version + 1 if given else 1
    asked = mentioned(picture, confirmers(picture.book, engagement))[:_MOST_ASKED]
    minutes = Minutes(version, event.by.key, utc(picture.now), content_mark(picture), asked=list(asked))
    after = _changed(engagement, minutes, event.by, picture.now)
    after = replace(after, told={**after.told, **dict.fromkeys(asked, local_today(picture).isoformat())})
    old = (UpdateMinutes(given.version),) if given else ()
    return Step(after, (*old, PostMinutes(version)), (RecordLog("issue_minutes", event.by.key),))


def _confirm(picture: Picture, event: ConfirmMinutes, roster: Roster) -> Step:
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


def confirmers(book: Book, engagement: Engagement) -> list[str]:
    """The people who are asked to confirm: who stands in for others, else those with a role who answered
    something; never the FM."""
    others = {key: one.roles for key, one in engagement.people.items() if key != engagement.fm}
    leads = [key for key, roles in others.items() if book.lead_role in roles]
    answered = {voice.by for voices in engagement.voices.values() for voice in voices}
    active = [key for key, roles in others.items() if set(roles) - {book.listener_role}]
    return leads or [key for key in active if key in answered]


def with_minutes(before: Picture, step: Step) -> Step:
    """A step, with the card of the minutes drawn anew where it made them right or no longer right."""
    given, after = before.engagement.minutes, step.engagement
    if given is None or after is before.engagement or after.minutes is not given:
        return step
    then = Picture(before.book, after, before.now)
    if stands(before) is stands(then):
        return step
    return Step(after, (*step.effects, UpdateMinutes(given.version)), step.records, step.faults)


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


HANDLERS: Handlers = {
    IssueMinutes: _issue,
    ConfirmMinutes: _confirm,
}

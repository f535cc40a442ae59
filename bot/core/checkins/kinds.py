"""The kinds of reminders: each says when it falls due, and what is then sent to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.core.cadence import next_after
from bot.core.checkins.agenda import SHOWN, agenda, mentioned, unanswered
from bot.core.checkins.due import (
    OWNER_DUE,
    RECALL_DUE,
    at_the_hour,
    is_check_in_day,
    is_told,
    local_today,
    notice_moments,
    owner_item,
    recall_day,
)
from bot.core.checkins.recall import (
    MENTION_DUE,
    mention_dues,
    people_asked,
    recall_dues,
    waiting_for,
)
from bot.core.checkins.series import upcoming
from bot.core.checkins.unreached import UNREACHED_DUE, unreached_people
from bot.core.clock import utc
from bot.core.engagement import Engagement
from bot.core.plan.items import Item, items
from bot.core.questions.heard import HEARD_DUE, heard
from bot.core.questions.picture import Picture

CHECK_IN_DUE = "checkin"
ANSWER_BY_DUE = "answer_by"
SILENCE_DUE = "silence"
LOST_DUE = "lost"
DIFFERS_DUE = "differs"
"""The items of the due index, which are stored; owners have one each (`owner_item`)."""
SILENT = 3
"""Check-ins in a row without a reaction, after which the FM is told."""
MOST_MENTIONS = 20
"""People whom one message that the FM asked for mentions at most."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """The message to send now for an `item` of the due index that fell due `at` a moment: to the thread,
    where `people` are mentioned, or `to` one person; `items` are the ids of its action items.
    `following` is the moment of the check-in after this one."""

    item: str
    at: str
    to: str | None = None
    people: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    following: str | None = None


@dataclass(frozen=True, slots=True)
class Postponed:
    """The message is put off to another day: a person gets one message a day."""

    until: datetime


@dataclass(frozen=True, slots=True)
class ToEach:
    """Instead of a message to the thread each person with open questions gets one of their own."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of reminder: `item` is its item in the due index, or ends in "~" where a person follows.

    `dues` gives the moment at which each of its items falls due next; `reminder` the message to send for an
    item that fell due at a moment, until when it waits, or that each hears in person; None where it is
    obsolete.
    """

    item: str
    dues: Callable[[Picture, Sequence[Item]], Mapping[str, str]]
    reminder: Callable[[Picture, str, str], Reminder | Postponed | ToEach | None]


def in_person(picture: Picture, one: Reminder) -> Reminder | Postponed:
    """The message to one person, put off where they got another one today."""
    today = local_today(picture)
    if one.to is None or picture.engagement.told.get(one.to) != today.isoformat():
        return one
    return tomorrow(picture)


def tomorrow(picture: Picture) -> Postponed:
    """Put off to the usual hour of the next working day."""
    day = picture.facts.add_workdays(local_today(picture), 1)
    return Postponed(at_the_hour(picture.engagement, day))


def _check_in_dues(picture: Picture, _: Sequence[Item]) -> dict[str, str]:
    due = upcoming(picture.engagement.check_in)
    return {CHECK_IN_DUE: utc(due)} if due is not None else {}


def _check_in(picture: Picture, item: str, at: str) -> Reminder:
    following = _following(picture)
    coming = agenda(picture, following).coming[:SHOWN]
    people = mentioned(picture, (one.owner_key for one in coming))
    return Reminder(item, at, people=people, following=following)


def _following(picture: Picture) -> str | None:
    """The moment of the check-in after the one that is due: later than now, and not today."""
    series = picture.engagement.check_in
    if series is None:
        return None
    first = date.fromisoformat(series.first)
    found = next_after(series.cadence, first, picture.now, picture.facts.calendar, picture.now)
    return utc(found) if found else None


def _silence_dues(picture: Picture, _: Sequence[Item]) -> dict[str, str]:
    return _still_due(picture, SILENCE_DUE) if _is_silent(picture.engagement) else {}


def _silence(picture: Picture, item: str, at: str) -> Reminder | Postponed | None:
    engagement = picture.engagement
    wanted = _is_silent(engagement) and engagement.fm not in engagement.muted
    return in_person(picture, Reminder(item, at, to=engagement.fm)) if wanted else None


def _is_silent(engagement: Engagement) -> bool:
    """True when nobody reacted to the last check-ins, SILENT of them or more: the FM is told."""
    series = engagement.check_in
    return series is not None and series.silent >= SILENT and series.revision == engagement.revision


def _lost_dues(picture: Picture, _: Sequence[Item]) -> dict[str, str]:
    return _still_due(picture, LOST_DUE) if _is_lost(picture.engagement) else {}


def _lost(picture: Picture, item: str, at: str) -> Reminder | Postponed | None:
    engagement = picture.engagement
    return in_person(picture, Reminder(item, at, to=engagement.fm)) if _is_lost(engagement) else None


def _is_lost(engagement: Engagement) -> bool:
    """True when the place is gone, or check-ins are paused because a send found nobody: a pause by the FM has
    an end."""
    series = engagement.check_in
    return bool(engagement.lost) or (
        series is not None and series.status == "paused" and series.paused_until is None
    )


def _heard_dues(picture: Picture, _: Sequence[Item]) -> dict[str, str]:
    due = _still_due(picture, HEARD_DUE)
    return due if due and heard(picture) else {}


def _heard(picture: Picture, item: str, at: str) -> Reminder | Postponed | None:
    fm = picture.engagement.fm
    wanted = fm not in picture.engagement.muted and any(one.voice.at >= at for one in heard(picture))
    return in_person(picture, Reminder(item, at, to=fm)) if wanted else None


def _differs_dues(picture: Picture, _: Sequence[Item]) -> dict[str, str]:
    due = _still_due(picture, DIFFERS_DUE)
    return due if due and _differ(picture) else {}


def _differs(picture: Picture, item: str, at: str) -> Reminder | Postponed | None:
    engagement = picture.engagement
    wanted = _differ(picture) and engagement.fm not in engagement.muted
    return in_person(picture, Reminder(item, at, to=engagement.fm)) if wanted else None


def _differ(picture: Picture) -> bool:
    """True while the FM can settle answers that differ."""
    return picture.engagement.status == "running" and any(one.disputed for one in picture.standings)


def _answer_by_dues(picture: Picture, _: Sequence[Item]) -> dict[str, str]:
    day = recall_day(picture) if picture.engagement.status == "running" else None
    found: dict[str, str] = {}
    if day is not None:
        _next(picture, found, ANSWER_BY_DUE, [utc(at_the_hour(picture.engagement, day))])
    return found


def _answer_by(picture: Picture, item: str, at: str) -> Reminder | ToEach | None:
    """Who has not answered stands in no thread: there is a word to all only where nobody but the FM is asked
    yet, so that somebody takes part."""
    engagement, today = picture.engagement, local_today(picture)
    answer_by, recall = engagement.setup.answer_by, engagement.recall
    late = answer_by is None or today > date.fromisoformat(answer_by)
    reminded = recall is not None and recall.day >= today.isoformat()
    if not unanswered(picture) or late or reminded or is_check_in_day(picture):
        return None
    return ToEach() if people_asked(picture) else Reminder(item, at)


def _owner_dues(picture: Picture, plan: Sequence[Item]) -> dict[str, str]:
    found: dict[str, str] = {}
    moments: dict[str, tuple[str, str]] = {}
    for item in plan:
        if is_told(picture, item):
            if item.due not in moments:
                moments[item.due] = notice_moments(picture, item.due)
            _next(picture, found, owner_item(item.owner_key or ""), moments[item.due])
    return found


def _owner(picture: Picture, item: str, at: str) -> Reminder | Postponed | None:
    now = utc(picture.now)
    mine = [one for one in items(picture) if one.owner_key and owner_item(one.owner_key) == item]
    told = [
        one
        for one in mine
        if is_told(picture, one) and any(at <= moment <= now for moment in notice_moments(picture, one.due))
    ]
    if not told:
        return None
    found = Reminder(item, at, to=told[0].owner_key, items=tuple(one.id for one in told))
    return in_person(picture, found)


def _recall_dues(picture: Picture, _: Sequence[Item]) -> Mapping[str, str]:
    return recall_dues(picture) if picture.engagement.status == "running" else {}


def _recall(picture: Picture, item: str, at: str) -> Reminder | Postponed | None:
    person = waiting_for(picture.engagement, item)
    if person is None or picture.engagement.status != "running" or person not in people_asked(picture):
        return None
    return in_person(picture, Reminder(item, at, to=person))


def _mention_dues(picture: Picture, _: Sequence[Item]) -> Mapping[str, str]:
    return mention_dues(picture) if picture.engagement.status == "running" else {}


def _mention(picture: Picture, item: str, at: str) -> Reminder | None:
    recall, asked = picture.engagement.recall, people_asked(picture)
    unreached = recall.unreached if recall else ()
    named = (one for one in unreached if one in asked and picture.engagement.people[one].name)
    people = mentioned(picture, named)[:MOST_MENTIONS]
    return Reminder(item, at, people=people) if people else None


def _unreached_dues(picture: Picture, _: Sequence[Item]) -> dict[str, str]:
    return _still_due(picture, UNREACHED_DUE) if unreached_people(picture.engagement) else {}


def _unreached(picture: Picture, item: str, at: str) -> Reminder | Postponed | None:
    fm = picture.engagement.fm
    wanted = unreached_people(picture.engagement) and fm not in picture.engagement.muted
    return in_person(picture, Reminder(item, at, to=fm)) if wanted else None


def _still_due(picture: Picture, item: str) -> dict[str, str]:
    """The moment that the engagement lists for an item that a send brought."""
    at = picture.engagement.due.get(item)
    return {item: at} if at is not None else {}


def _next(picture: Picture, found: dict[str, str], item: str, moments: Iterable[str]) -> None:
    """Put into `found` the earliest moment that lies ahead, or that was due and is not dealt with."""
    now, waiting = utc(picture.now), _waiting_since(picture.engagement, item)
    for moment in moments:
        ahead = moment > now or (waiting is not None and moment >= waiting)
        if ahead and moment < found.get(item, "~"):
            found[item] = moment


def _waiting_since(engagement: Engagement, item: str) -> str | None:
    """The moment since which an item waits to be dealt with. Where the plan was worked out by an earlier rule
    it may have waited under another owner."""
    known = engagement.due.get(item)
    if not engagement.plan_behind or not item.startswith(OWNER_DUE):
        return known
    return min((at for other, at in engagement.due.items() if other.startswith(OWNER_DUE)), default=known)


KINDS = (
    Kind(CHECK_IN_DUE, _check_in_dues, _check_in),
    Kind(SILENCE_DUE, _silence_dues, _silence),
    Kind(LOST_DUE, _lost_dues, _lost),
    Kind(HEARD_DUE, _heard_dues, _heard),
    Kind(DIFFERS_DUE, _differs_dues, _differs),
    Kind(ANSWER_BY_DUE, _answer_by_dues, _answer_by),
    Kind(OWNER_DUE, _owner_dues, _owner),
    Kind(RECALL_DUE, _recall_dues, _recall),
    Kind(MENTION_DUE, _mention_dues, _mention),
    Kind(UNREACHED_DUE, _unreached_dues, _unreached),
)
_BY_ITEM = {kind.item: kind for kind in KINDS}


def kind_item(item: str) -> str:
    """The `item` of the kind that an item of the due index belongs to: without the person."""
    name, mark, _ = item.partition("~")
    return name + mark


def kind_of_item(item: str) -> Kind | None:
    """The kind of an item of the due index; None where there is none any more."""
    return _BY_ITEM.get(kind_item(item))

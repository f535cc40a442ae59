"""The reminder to send when something falls due, and the engagement before and after the send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from msgspec.structs import replace

from bot.core.cadence import next_after
from bot.core.checkins.agenda import SHOWN, agenda, mentioned, unanswered
from bot.core.checkins.due import (
    CHECK_IN_DUE,
    LOST_DUE,
    SILENCE_DUE,
    SILENT,
    at_the_hour,
    is_check_in_day,
    is_lost,
    is_silent,
    is_told,
    local_today,
    notice_moments,
    owner_item,
    with_dues,
)
from bot.core.checkins.series import HELD_IN
from bot.core.clock import utc
from bot.core.engagement import CheckIn, Engagement
from bot.core.plan.items import items
from bot.core.questions.asks import responsible
from bot.core.questions.picture import Picture

_MOST_MENTIONED = 10


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
class Later:
    """The message is put off to another day: a person gets one message a day."""

    until: datetime


def is_expected(engagement: Engagement, item: str, at: str) -> bool:
    """True when the engagement has this as due, or as being sent."""
    due = engagement.status in HELD_IN and engagement.due.get(item) == at
    return due or is_sending(engagement, item, at)


def is_sending(engagement: Engagement, item: str, at: str) -> bool:
    """True when a send of this began and its outcome is not recorded yet."""
    series = engagement.check_in
    if item == CHECK_IN_DUE:
        return series is not None and series.sending == at
    return engagement.sending.get(item) == at


def reminder(picture: Picture, item: str, at: str) -> Reminder | Later | None:
    """The message to send for an item of the due index, or until when it waits; None where it is obsolete."""
    engagement = picture.engagement
    match item:
        case "checkin":
            following = _following(picture)
            coming = agenda(picture, following).coming[:SHOWN]
            people = mentioned(picture, (one.owner_key for one in coming))
            return Reminder(item, at, people=people, following=following)
        case "answer_by":
            left = unanswered(picture)
            answer_by = engagement.setup.answer_by
            late = answer_by is None or local_today(picture) > date.fromisoformat(answer_by)
            if not left or late or is_check_in_day(picture):
                return None
            asked = (person for ask in left for person in responsible(engagement, ask))
            return Reminder(item, at, people=mentioned(picture, asked)[:_MOST_MENTIONED])
        case "silence":
            wanted = is_silent(engagement) and engagement.fm not in engagement.muted
            return _in_person(picture, Reminder(item, at, to=engagement.fm)) if wanted else None
        case "lost":
            return _in_person(picture, Reminder(item, at, to=engagement.fm)) if is_lost(engagement) else None
    return _to_owner(picture, item, at)


def when_begun(picture: Picture, one: Reminder) -> Engagement:
    """The engagement when the send begins: another instance that reads it does not send it once more."""
    engagement, today = picture.engagement, local_today(picture).isoformat()
    addressed = (*one.people, one.to) if one.to else one.people
    after = replace(
        engagement,
        due=_without(engagement.due, one.item),
        # Messages of other days limit nobody any more.
        told={key: day for key, day in engagement.told.items() if day == today}
        | dict.fromkeys(addressed, today),
    )
    series = after.check_in
    if one.item == CHECK_IN_DUE and series is not None:
        going = replace(series, status="on", paused_until=None, next_due=one.following, sending=one.at)
        after = replace(after, check_in=going)
    else:
        after = replace(after, sending={**after.sending, one.item: one.at})
    return _with_dues(picture, after)


def when_refused(picture: Picture, one: Reminder) -> Engagement:
    """The engagement when the send was refused and can be repeated: it is due as before."""
    engagement = picture.engagement
    addressed = {*one.people, one.to}
    after = replace(
        _ended(engagement, one),
        told={key: day for key, day in engagement.told.items() if key not in addressed},
    )
    series = after.check_in
    if one.item != CHECK_IN_DUE:
        after = replace(after, due={**after.due, one.item: one.at})
    elif series is not None and series.status == "on" and series.next_due == one.following:
        after = replace(after, check_in=replace(series, next_due=one.at))
    return _with_dues(picture, after)


def when_sent(picture: Picture, one: Reminder) -> Engagement:
    """The engagement when it was sent. Any change since the check-in before counts as a reaction to it."""
    after = _ended(picture.engagement, one)
    series = after.check_in
    if one.item != CHECK_IN_DUE or series is None:
        return after
    silent = series.silent + 1 if series.last_sent and series.revision == after.revision else 0
    done = replace(series, last_sent=utc(picture.now), revision=after.revision, silent=silent)
    after = _over(replace(after, check_in=done))
    if silent == SILENT:
        after = replace(after, due={**after.due, SILENCE_DUE: utc(picture.now)})
    return _with_dues(picture, after)


def when_given_up(picture: Picture, item: str, at: str) -> Engagement:
    """The engagement when it will not be sent again, although it is unknown whether it arrived."""
    after = _over(_ended(picture.engagement, Reminder(item, at)))
    return _with_dues(picture, replace(after, due=_without(after.due, item, at)))


def when_gone(picture: Picture, one: Reminder) -> Engagement:
    """The engagement when the conversation is gone: its check-ins are paused until the FM, who is told,
    resumes them."""
    after = _ended(picture.engagement, one)
    series = after.check_in
    if series is not None and series.status != "off":
        resting = replace(series, status="paused", paused_until=None, next_due=None)
        after = replace(after, check_in=resting, due={**after.due, LOST_DUE: utc(picture.now)})
    return _with_dues(picture, after)


def _in_person(picture: Picture, one: Reminder) -> Reminder | Later:
    """The message to one person, put off where they got another one today."""
    today = local_today(picture)
    if one.to is None or picture.engagement.told.get(one.to) != today.isoformat():
        return one
    return tomorrow(picture)


def tomorrow(picture: Picture) -> Later:
    """Put off to the usual hour of the next working day."""
    day = picture.facts.add_workdays(local_today(picture), 1)
    return Later(at_the_hour(picture.engagement, day))


def _to_owner(picture: Picture, item: str, at: str) -> Reminder | Later | None:
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
    return _in_person(picture, found)


def _following(picture: Picture) -> str | None:
    """The moment of the check-in after the one that is due: later than now, and not today."""
    series = picture.engagement.check_in
    if series is None:
        return None
    first = date.fromisoformat(series.first)
    found = next_after(series.cadence, first, picture.now, picture.facts.calendar, picture.now)
    return utc(found) if found else None


def _ended(engagement: Engagement, one: Reminder) -> Engagement:
    """The engagement in which this message is no longer marked as being sent."""
    series = engagement.check_in
    if one.item != CHECK_IN_DUE:
        return replace(engagement, sending=_without(engagement.sending, one.item, one.at))
    if series is None or series.sending != one.at:
        return engagement
    return replace(engagement, check_in=replace(series, sending=None))


def _over(engagement: Engagement) -> Engagement:
    """The engagement with its series off where no check-in is left."""
    series: CheckIn | None = engagement.check_in
    if series is None or series.status != "on" or series.next_due is not None:
        return engagement
    return replace(engagement, check_in=replace(series, status="off"))


def _without(moments: Mapping[str, str], item: str, at: str | None = None) -> dict[str, str]:
    return {key: moment for key, moment in moments.items() if key != item or (at and moment != at)}


def _with_dues(picture: Picture, engagement: Engagement) -> Engagement:
    then = Picture(picture.book, engagement, picture.now)
    return with_dues(then, items(then))

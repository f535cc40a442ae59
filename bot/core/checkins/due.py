"""The moments at which something of an engagement falls due: check-ins, notices to owners, reminders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from bot.core.cadence import moment_at
from bot.core.checkins.series import HELD_IN, upcoming
from bot.core.clock import utc
from bot.core.engagement import Engagement
from bot.core.keys import short_hash
from bot.core.plan.items import Item
from bot.core.questions.picture import Picture
from bot.core.workdays import known_zone

CHECK_IN_DUE = "checkin"
ANSWER_BY_DUE = "answer_by"
SILENCE_DUE = "silence"
LOST_DUE = "lost"
OWNER_DUE = "owner~"
"""The items of the due index; what follows OWNER_DUE stands for a person."""
USUAL_HOUR = 9
"""The local hour of reminders in a workshop without check-ins."""
SILENT = 3
"""Check-ins in a row without a reaction, after which the FM is told."""
_DAY = timedelta(days=1)


def zone_of(engagement: Engagement) -> ZoneInfo:
    """The time zone of everything that is sent by itself: that of the check-ins, else the workshop's."""
    series = engagement.check_in
    return known_zone(series.cadence.time_zone if series else engagement.setup.time_zone)


def local_today(picture: Picture) -> date:
    """Today's date in the time zone of check-ins (`zone_of`)."""
    return picture.now.astimezone(zone_of(picture.engagement)).date()


def at_the_hour(engagement: Engagement, day: date) -> datetime:
    """The moment on that day at which something is sent by itself."""
    series = engagement.check_in
    return moment_at(day, series.cadence.hour if series else USUAL_HOUR, zone_of(engagement))


def owner_item(person: str) -> str:
    """The item under which a person's notices fall due."""
    return OWNER_DUE + _person(person)


def notice_moments(picture: Picture, due: str) -> tuple[str, str]:
    """The moments at which an item's owner is notified: on the working days before and after its day."""
    day, add = date.fromisoformat(due), picture.facts.add_workdays
    before, after = (at_the_hour(picture.engagement, add(day, count)) for count in (-1, 1))
    return utc(before), utc(after)


def is_told(picture: Picture, item: Item) -> bool:
    """True when an item's owner is to be notified of it: it is open, has a day, and they are not muted."""
    owner = item.owner_key
    return bool(
        item.status == "open" and item.due and owner is not None and owner not in picture.engagement.muted
    )


def dues(picture: Picture, plan: Iterable[Item]) -> dict[str, str]:
    """Item -> the moment at which it falls due next, for everything that does.

    An item that the engagement lists as due stays due until it is dealt with, however late it is.
    """
    engagement = picture.engagement
    if engagement.status not in HELD_IN:
        return {}
    found: dict[str, str] = {}
    if (due := upcoming(engagement.check_in)) is not None:
        found[CHECK_IN_DUE] = utc(due)
    if SILENCE_DUE in engagement.due and is_silent(engagement):
        found[SILENCE_DUE] = engagement.due[SILENCE_DUE]
    if LOST_DUE in engagement.due and is_lost(engagement):
        found[LOST_DUE] = engagement.due[LOST_DUE]
    _next(picture, found, ANSWER_BY_DUE, _answer_by(picture))
    moments: dict[str, tuple[str, str]] = {}
    for item in plan:
        if is_told(picture, item):
            if item.due not in moments:
                moments[item.due] = notice_moments(picture, item.due)
            _next(picture, found, owner_item(item.owner_key or ""), moments[item.due])
    return found


def is_silent(engagement: Engagement) -> bool:
    """True when nobody reacted to the last check-ins, SILENT of them or more: the FM is told."""
    series = engagement.check_in
    return series is not None and series.silent >= SILENT and series.revision == engagement.revision


def is_lost(engagement: Engagement) -> bool:
    """True when check-ins are paused because the conversation is gone: a pause by the FM has an end."""
    series = engagement.check_in
    return series is not None and series.status == "paused" and series.paused_until is None


def with_dues(picture: Picture, plan: Iterable[Item]) -> Engagement:
    """The engagement with its `due` brought up to date; the same object where nothing changed."""
    found = dues(picture, plan)
    return picture.engagement if found == picture.engagement.due else replace(picture.engagement, due=found)


def new_dues(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """The entries that the due index lacks and must hold before `after` is committed."""
    return {item: at for item, at in after.items() if before.get(item) != at}


def _next(picture: Picture, found: dict[str, str], item: str, moments: Iterable[str]) -> None:
    """Put into `found` the earliest moment that lies ahead, or that was due and is not dealt with."""
    now, waiting = utc(picture.now), picture.engagement.due.get(item)
    for moment in moments:
        ahead = moment > now or (waiting is not None and moment >= waiting)
        if ahead and moment < found.get(item, "~"):
            found[item] = moment


def recall_day(picture: Picture) -> date | None:
    """The working day before the answer-by date, on which those with open questions are reminded of it."""
    answer_by = picture.facts.day("answer_by")
    return picture.facts.add_workdays(answer_by, -1) if answer_by else None


def is_check_in_day(picture: Picture) -> bool:
    """True when a check-in is planned, being sent or was sent today."""
    series, zone = picture.engagement.check_in, zone_of(picture.engagement)
    if series is None or series.status == "off":
        return False
    moments = (datetime.fromisoformat(at) for at in (series.next_due, series.sending, series.last_sent) if at)
    return local_today(picture) in [moment.astimezone(zone).date() for moment in moments]


def _answer_by(picture: Picture) -> tuple[str, ...]:
    day = recall_day(picture) if picture.engagement.status == "running" else None
    return (utc(at_the_hour(picture.engagement, day)),) if day else ()


@lru_cache(maxsize=4096)
def _person(key: str) -> str:
    return short_hash(key)

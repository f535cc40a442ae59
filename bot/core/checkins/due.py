"""What falls due in a workshop and when: check-ins, notices to owners, the reminder of the answer-by date."""

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
    """The day that it is there."""
    return picture.now.astimezone(zone_of(picture.engagement)).date()


def at_the_hour(engagement: Engagement, day: date) -> datetime:
    """The moment on that day at which something is sent by itself."""
    series = engagement.check_in
    return moment_at(day, series.cadence.hour if series else USUAL_HOUR, zone_of(engagement))


def owner_item(person: str) -> str:
    """The item under which a person's notices fall due."""
    return OWNER_DUE + _person(person)


def notice_moments(picture: Picture, due: str) -> tuple[str, str]:
    """When the owner of an item of that day hears of it: on the working day before, and on the one after."""
    day, add = date.fromisoformat(due), picture.facts.add_workdays
    before, after = (at_the_hour(picture.engagement, add(day, count)) for count in (-1, 1))
    return utc(before), utc(after)


def is_told(picture: Picture, item: Item) -> bool:
    """Whether the owner of an item is to hear of it: it is open, has a day, and they are not muted."""
    owner = item.owner_key
    return bool(
        item.status == "open" and item.due and owner is not None and owner not in picture.engagement.muted
    )


def dues(picture: Picture, plan: Iterable[Item]) -> dict[str, str]:
    """Item -> the moment at which it falls due next, for everything that does.

    What the engagement knows as due and nobody has dealt with yet stays due, however late it is.
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
    """Whether nobody has reacted to so many check-ins that the FM is to know."""
    series = engagement.check_in
    return series is not None and series.silent >= SILENT and series.revision == engagement.revision


def is_lost(engagement: Engagement) -> bool:
    """Whether check-ins rest because the conversation is gone: a pause of the FM's own has an end."""
    series = engagement.check_in
    return series is not None and series.status == "paused" and series.paused_until is None


def with_dues(picture: Picture, plan: Iterable[Item]) -> Engagement:
    """The engagement, which knows what is due in it; the same object where nothing changed."""
    found = dues(picture, plan)
    return picture.engagement if found == picture.engagement.due else replace(picture.engagement, due=found)


def new_dues(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """What must stand in the due index before `after` is committed, and does not yet."""
    return {item: at for item, at in after.items() if before.get(item) != at}


def _next(picture: Picture, found: dict[str, str], item: str, moments: Iterable[str]) -> None:
    """The earliest of all moments that lie ahead, or that were due and are not dealt with."""
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
    """Whether a check-in is or was today."""
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

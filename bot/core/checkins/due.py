"""The days and hours of what is sent by itself, and the items under which a person's notices fall due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.core.cadence import moment_at
from bot.core.clock import utc
from bot.core.engagement import Engagement
from bot.core.keys import short_hash
from bot.core.plan.items import Item
from bot.core.questions.picture import Picture
from bot.core.workdays import known_zone

OWNER_DUE = "owner~"
"""The beginning of an item of the due index; what follows stands for a person."""
RECALL_DUE = "remind~"
"""The same of what reminds a person of their open questions."""
USUAL_HOUR = 9
"""The local hour of reminders in a workshop without check-ins."""


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


def recall_item(person: str) -> str:
    """The item under which the message about a person's open questions falls due."""
    return RECALL_DUE + _person(person)


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


def new_dues(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """The entries that the due index lacks and must hold before `after` is committed."""
    return {item: at for item, at in after.items() if before.get(item) != at}


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


@lru_cache(maxsize=4096)
def _person(key: str) -> str:
    return short_hash(key)

"""The series of check-ins: running or paused, its next moment, and the days to which that may be moved."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.core.cadence import moment_at, next_after, occurrences
from bot.core.engagement import CheckIn, Engagement
from bot.core.workdays import Workdays, known_zone, workdays

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""The weekdays of a cadence by their number."""
HELD_IN = ("running", "completed")
"""The states of a workshop in which there are check-ins."""
_DAY = timedelta(days=1)


def calendar_of(engagement: Engagement) -> Workdays:
    """The working days that check-ins keep to."""
    return workdays(engagement.setup.country, engagement.setup.state)


def local_day(series: CheckIn, moment: datetime) -> date:
    """The day that a moment falls on in the series' time zone."""
    return moment.astimezone(known_zone(series.cadence.time_zone)).date()


def is_paused(series: CheckIn, now: datetime) -> bool:
    """True while check-ins are paused. A pause ends by itself at the beginning of the day that it lasts
    until; one without such a day when the FM ends it."""
    if series.status != "paused" or series.paused_until is None:
        return series.status == "paused"
    return local_day(series, now) < date.fromisoformat(series.paused_until)


def upcoming(series: CheckIn | None) -> datetime | None:
    """The moment of the next check-in, None where there is no series, or it has come to its end."""
    if series is None or series.status == "off" or series.next_due is None:
        return None
    return datetime.fromisoformat(series.next_due)


def next_regular(series: CheckIn, now: datetime, calendar: Workdays) -> datetime | None:
    """The next moment of the rhythm after now and after a pause; never on the day of the one sent last."""
    after = now
    if is_paused(series, now) and series.paused_until is not None:
        zone = known_zone(series.cadence.time_zone)
        begins = datetime.combine(date.fromisoformat(series.paused_until), time(), zone)
        after = max(now, begins - timedelta(microseconds=1))
    sent = series.sending or series.last_sent
    latest = datetime.fromisoformat(sent) if sent else None
    return next_after(series.cadence, date.fromisoformat(series.first), after, calendar, latest)


def room_to_move(series: CheckIn, now: datetime, calendar: Workdays) -> tuple[date, date] | None:
    """The first and the last day on which the next check-in can take place, between the one before and the
    one after it; None where there is none to move."""
    due = upcoming(series)
    if due is None:
        return None
    moments = list(occurrences(series.cadence, date.fromisoformat(series.first), calendar))
    regular = max((one for one in moments if one <= due), default=due)
    after = min((one for one in moments if one > due), default=None)
    today = local_day(series, now)
    soonest = today if at_hour(series, today) > now else today + _DAY
    last = local_day(series, after) - _DAY if after else date.fromisoformat(series.cadence.until)
    first = max(local_day(series, regular), soonest)
    return (first, last) if first <= last else None


def at_hour(series: CheckIn, day: date) -> datetime:
    """The moment of a check-in on that day, in UTC."""
    return moment_at(day, series.cadence.hour, known_zone(series.cadence.time_zone))

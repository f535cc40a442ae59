"""The moments of check-ins: a rhythm in local time, moved to working days, as moments in UTC."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec
from dateutil.relativedelta import relativedelta
from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

from bot.core.workdays import Workdays, known_zone

Rhythm = Literal["weekly", "fortnightly", "monthly"]

LAST = 5
"""As `nth`: the last such weekday of a month, whether it is the fourth or the fifth."""
_LONGEST = relativedelta(months=12)
_DAY = timedelta(days=1)


class Cadence(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Every week, every 14 days, or each month on its `nth` `weekday` (Monday is 0), at the full `hour` of
    an IANA time zone, the ISO day `until` included. ValueError for numbers outside their range."""

    rhythm: Rhythm
    weekday: int
    hour: int
    time_zone: str
    until: str
    nth: int = 1

    def __post_init__(self) -> None:
        if not (0 <= self.weekday <= 6 and 0 <= self.hour <= 23 and 1 <= self.nth <= LAST):
            raise ValueError("a cadence has a weekday of 0 to 6, an hour of 0 to 23, and an nth of 1 to 5")


def furthest_end(first: date) -> date:
    """The last day until which a series that begins on `first` may run: 12 months later."""
    return first + _LONGEST


def occurrences(cadence: Cadence, first: date, calendar: Workdays) -> Iterator[datetime]:
    """The moments of a series in UTC, in order, never two on one local day.

    `first` is the local day on which the series begins; every 14 days is counted from the first `weekday`
    on or after it. What falls on a day off is moved to the next working day, the following ones are not;
    what would be moved beyond the end is left out. ZoneInfoNotFoundError for an unknown time zone.
    """
    zone = known_zone(cadence.time_zone)
    end = min(date.fromisoformat(cadence.until), furthest_end(first))
    latest: date | None = None
    for planned in _planned(cadence, first, end):
        # One working day after the day before: the planned day itself, unless it is a day off.
        day = calendar.add(planned - _DAY, 1)
        if day > end:
            return
        if day != latest:
            latest = day
            yield moment_at(day, cadence.hour, zone)


def next_after(
    cadence: Cadence, first: date, after: datetime, calendar: Workdays, last_sent: datetime | None = None
) -> datetime | None:
    """The first moment of the series later than `after`, None where there is none.

    With `last_sent` it is also on a later local day: a catch-up after downtime takes the place of all that
    was missed and of what would follow on the same day.
    """
    zone = known_zone(cadence.time_zone)
    sent_on = last_sent.astimezone(zone).date() if last_sent else date.min
    return next(
        (
            moment
            for moment in occurrences(cadence, first, calendar)
            if moment > after and moment.astimezone(zone).date() > sent_on
        ),
        None,
    )


def moment_at(day: date, hour: int, zone: ZoneInfo) -> datetime:
    """The hour of a local day. Of an hour that comes twice it is the first one; one that is left out counts
    from before the change, which lies as much later as the clocks are put forward (fold 0 means both)."""
    return datetime.combine(day, time(hour), zone).astimezone(UTC)


def _planned(cadence: Cadence, first: date, end: date) -> Iterator[date]:
    """The days of the rhythm, before any is moved."""
    on = weekday(cadence.weekday)
    until = datetime.combine(end, time())
    if cadence.rhythm == "monthly":
        nth = on(-1 if cadence.nth == LAST else cadence.nth)
        days = rrule(MONTHLY, dtstart=datetime.combine(first, time()), until=until, byweekday=nth)
    else:
        start = datetime.combine(first, time()) + relativedelta(weekday=on)
        days = rrule(WEEKLY, interval=1 if cadence.rhythm == "weekly" else 2, dtstart=start, until=until)
    return (day.date() for day in days)

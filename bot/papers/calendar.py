"""Dates as an iCalendar file, which calendars take by import; imported again it replaces what it brought."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote

from bot.core.papers.dates import Dates, Day, Meeting
from bot.papers.inert import one_line, printable

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//ssat-bot//Workshop//EN"
_LONGEST = 500


def calendar_ics(every: Sequence[Dates], made: datetime) -> bytes:
    """The dates of some workshops in one calendar. The same dates made at the same moment give the same
    bytes; no text of people ends a line or begins a property."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if len(every) == 1:
        calendar.add("x-wr-calname", one_line(every[0].name)[:_LONGEST])
    for one in every:
        for entry in one.entries:
            calendar.add_component(_event(one, entry, made))
    return bytes(calendar.to_ical())


def _event(of: Dates, entry: Meeting | Day, made: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{quote(entry.id, safe='', errors='replace')}.{of.id}@ssat-bot")
    event.add("dtstamp", made.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", of.sequence)
    event.add("summary", one_line(entry.title)[:_LONGEST])
    if entry.about:
        event.add("description", printable(entry.about)[: 4 * _LONGEST])
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    match entry:
        case Meeting():
            # In UTC: Outlook passes over single dates of a time zone, and so over its summer time.
            start = entry.start.astimezone(UTC)
            event.add("dtstart", start)
            event.add("dtend", start + timedelta(minutes=entry.minutes))
        case Day():
            event.add("dtstart", entry.day)
            event.add("dtend", entry.day + timedelta(days=1))
            # A day to remember keeps nobody from meeting.
            event.add("transp", "TRANSPARENT")
    return event

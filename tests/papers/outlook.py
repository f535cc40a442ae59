"""Reads the hours of a calendar file as Outlook does: of a time zone it takes the rules by year and the first
onsets, and passes over further dates that are listed singly (RDATE)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar


def starts_in_outlook(data: bytes) -> dict[str, datetime]:
    """The beginning of every meeting by its uid, in UTC; whole days are no meetings."""
    calendar = Calendar.from_ical(data)
    zones = {str(zone["TZID"]): zone for zone in calendar.walk("VTIMEZONE")}
    found: dict[str, datetime] = {}
    for event in calendar.walk("VEVENT"):
        start = event.decoded("dtstart")
        if isinstance(start, datetime):
            named = event["DTSTART"].params.get("TZID")
            wall = start.replace(tzinfo=None)
            offset = _offset(zones[str(named)], wall) if named else start.utcoffset()
            assert offset is not None, "an hour of no zone is another hour everywhere"
            found[str(event["UID"])] = (wall - offset).replace(tzinfo=UTC)
    return found


def _offset(zone: Any, wall: datetime) -> timedelta:
    """The offset of the part of the zone that began last."""
    begun = [(max(onsets), part) for part in zone.subcomponents if (onsets := _onsets(part, wall))]
    offset: timedelta = max(begun, key=lambda one: one[0])[1].decoded("tzoffsetto")
    return offset


def _onsets(part: Any, wall: datetime) -> list[datetime]:
    first = part.decoded("dtstart").replace(tzinfo=None)
    if "RRULE" not in part:
        return [first] if first <= wall else []
    rule = rrulestr(part["RRULE"].to_ical().decode(), dtstart=first)
    return [one for one in rule.between(first, wall, inc=True)]

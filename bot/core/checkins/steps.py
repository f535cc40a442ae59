"""The steps of check-ins: the FM sets, moves, pauses and ends them, people mute their reminders."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from bot.core.cadence import Cadence, Rhythm, furthest_end
from bot.core.checkins.events import (
    Mute,
    PauseCheckIn,
    RemindAll,
    ResumeCheckIn,
    SetCheckIn,
    SnoozeCheckIn,
    StopCheckIn,
)
from bot.core.checkins.recall import next_recall, people_asked, with_recall
from bot.core.checkins.rows import RecordCheckIn
from bot.core.checkins.series import (
    WEEKDAYS,
    at_hour,
    is_paused,
    local_day,
    next_regular,
    room_to_move,
    upcoming,
)
from bot.core.clock import utc
from bot.core.engagement import CheckIn, Person
from bot.core.places.zones import zone_name
from bot.core.problems import Fault, Problem
from bot.core.questions.changes import Handlers, noted, with_person
from bot.core.questions.parse import Entry, parse_all
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.step import RecordLog, Step
from bot.core.workdays import known_zone

RHYTHMS: tuple[Rhythm, ...] = ("weekly", "fortnightly", "monthly")
NTHS = ("1", "2", "3", "4", "5")
MOVED_DAY, PAUSED_UNTIL = "day", "paused_until"
_FORTNIGHT = timedelta(days=14)


def series_entries() -> list[Entry]:
    """The fields of the form that sets the series."""
    hours = tuple((str(hour), (f"{hour}:00", f"{hour:02}:00")) for hour in range(24))
    return [
        Entry("rhythm", "choice", tuple((one, ()) for one in RHYTHMS)),
        Entry("nth", "choice", tuple((one, ()) for one in NTHS), required=False),
        Entry("weekday", "choice", tuple((one, ()) for one in WEEKDAYS)),
        Entry("hour", "choice", hours),
        Entry("time_zone", "text", limit=60),
        Entry("until", "date", past="refused"),
    ]


def _mute(picture: Picture, event: Mute, roster: Roster) -> Step:
    """Somebody is not mentioned and reminded any more, or again."""
    engagement = picture.engagement
    if (event.by.key in engagement.muted) == event.muted:
        return Step(engagement)
    others = [key for key in engagement.muted if key != event.by.key]
    after = replace(
        with_person(engagement, event.by, picture.now),
        muted=[*others, event.by.key] if event.muted else others,
        revision=engagement.revision + 1,
        updated=utc(picture.now),
    )
    return Step(after, records=(RecordLog("mute" if event.muted else "unmute", event.by.key),))


def _remind_all(picture: Picture, event: RemindAll, roster: Roster) -> Step:
    engagement, again = picture.engagement, next_recall(picture)
    if again is not None:
        values = (("day", again.isoformat()),)
        return Step(engagement, faults=(Fault(Problem.REMINDED_TODAY, values=values),))
    if not people_asked(picture):
        return Step(engagement, faults=(Fault(Problem.NOBODY_TO_REMIND),))
    return noted(picture, with_recall(picture, roster), "remind", event.by)


def _set(picture: Picture, event: SetCheckIn, roster: Roster) -> Step:
    """Set the series; the same cadence again changes nothing."""
    engagement, old = picture.engagement, picture.engagement.check_in
    found = _read(picture, event.raw)
    if isinstance(found, tuple):
        return Step(engagement, faults=found)
    if old is not None and old.status != "off" and old.cadence == found:
        return Step(engagement)
    today = picture.now.astimezone(known_zone(found.time_zone)).date()
    series = CheckIn(found, _begins(old, found, today).isoformat())
    if old is not None:
        rests = old.paused_until is not None and is_paused(old, picture.now)
        series = replace(
            series,
            status="paused" if rests else "on",
            paused_until=old.paused_until if rests else None,
            sending=old.sending,
            last_sent=old.last_sent,
            revision=old.revision,
            silent=0 if old.status == "off" else old.silent,
        )
    furthest = furthest_end(today)
    if found.until > furthest.isoformat():
        return _refused(picture, Problem.SERIES_TOO_LONG, "until", day=furthest)
    due = next_regular(series, picture.now, picture.facts.calendar)
    if due is None:
        longer = replace(series, cadence=replace(found, until=furthest.isoformat()))
        first = next_regular(longer, picture.now, picture.facts.calendar)
        return _refused(
            picture, Problem.SERIES_TOO_SHORT, "until", day=local_day(series, first) if first else furthest
        )
    return _written(picture, replace(series, next_due=utc(due)), "check_in_set", event.by)


def _read(picture: Picture, raw: Mapping[str, Any]) -> Cadence | tuple[Fault, ...]:
    """The cadence that the inputs give, or all their faults."""
    values, faults = parse_all(series_entries(), raw, picture.facts.today)
    found = list(faults)
    if values.get("rhythm") == "monthly" and "nth" not in values and not _at(found, "nth"):
        found.append(Fault(Problem.REQUIRED, "nth"))
    zone = zone_name(str(values.get("time_zone", "")), picture.engagement.setup.country)
    if "time_zone" in values and zone is None:
        found.append(Fault(Problem.UNKNOWN_TIME_ZONE, "time_zone"))
    if found:
        return tuple(found)
    rhythm = next(one for one in RHYTHMS if one == values["rhythm"])
    return Cadence(
        rhythm,
        WEEKDAYS.index(str(values["weekday"])),
        int(str(values["hour"])),
        str(zone),
        str(values["until"]),
        int(str(values.get("nth", 1))) if rhythm == "monthly" else 1,
    )


def _begins(old: CheckIn | None, new: Cadence, today: date) -> date:
    """The first day of the series: today; every 14 days stays in step with the series before."""
    if old is None or old.status == "off" or new.rhythm != "fortnightly":
        return today
    if (old.cadence.rhythm, old.cadence.weekday) != (new.rhythm, new.weekday):
        return today
    first = date.fromisoformat(old.first)
    first += timedelta(days=(new.weekday - first.weekday()) % 7)
    while first < today:
        first += _FORTNIGHT
    return first


def _snooze(picture: Picture, event: SnoozeCheckIn, roster: Roster) -> Step:
    engagement, calendar, series = picture.engagement, picture.facts.calendar, _series(picture)
    if series is None:
        return _no_series(picture)
    room = room_to_move(series, picture.now, calendar)
    if room is None:
        return _no_series(picture)
    values, faults = parse_all([Entry(MOVED_DAY, "date", past="allowed")], event.raw, picture.facts.today)
    if faults:
        return Step(engagement, faults=faults)
    first, last = room
    day = date.fromisoformat(str(values[MOVED_DAY]))
    due = upcoming(series)
    if due is not None and day == local_day(series, due):
        return Step(engagement)
    if not first <= day <= last:
        return _refused(picture, Problem.SNOOZE_OUTSIDE, MOVED_DAY, first=first, last=last)
    if not calendar.is_workday(day):
        return Step(engagement, faults=(Fault(Problem.DAY_OFF, MOVED_DAY),))
    moved = replace(series, next_due=utc(at_hour(series, day)))
    return _written(picture, moved, "check_in_snooze", event.by)


def _pause(picture: Picture, event: PauseCheckIn, roster: Roster) -> Step:
    engagement, series = picture.engagement, _series(picture)
    if series is None:
        return _no_series(picture)
    entry = Entry(PAUSED_UNTIL, "date", past="allowed")
    values, faults = parse_all([entry], event.raw, picture.facts.today)
    if faults:
        return Step(engagement, faults=faults)
    until = str(values[PAUSED_UNTIL])
    if until <= local_day(series, picture.now).isoformat():
        return Step(engagement, faults=(Fault(Problem.NOT_LATER_THAN_TODAY, PAUSED_UNTIL),))
    if series.status == "paused" and series.paused_until == until:
        return Step(engagement)
    resting = replace(series, status="paused", paused_until=until)
    due = next_regular(resting, picture.now, picture.facts.calendar)
    if due is None:
        last = date.fromisoformat(series.cadence.until)
        return _refused(picture, Problem.PAUSE_TOO_LONG, PAUSED_UNTIL, day=last)
    return _written(picture, replace(resting, next_due=utc(due)), "check_in_pause", event.by)


def _resume(picture: Picture, event: ResumeCheckIn, roster: Roster) -> Step:
    series = _series(picture)
    if series is None:
        return _no_series(picture)
    if series.status != "paused":
        return Step(picture.engagement)
    going = replace(series, status="on", paused_until=None)
    due = next_regular(going, picture.now, picture.facts.calendar)
    after = replace(going, next_due=utc(due) if due else None)
    return _written(picture, after, "check_in_resume", event.by)


def _stop(picture: Picture, event: StopCheckIn, roster: Roster) -> Step:
    """End the series; one that has ended stays as it is."""
    series = _series(picture)
    if series is None:
        return _no_series(picture) if picture.engagement.check_in is None else Step(picture.engagement)
    after = replace(series, status="off", next_due=None, paused_until=None)
    return _written(picture, after, "check_in_stop", event.by)


def _series(picture: Picture) -> CheckIn | None:
    """The series that goes on or rests, None where there is none or it has ended."""
    series = picture.engagement.check_in
    return None if series is None or series.status == "off" else series


def _no_series(picture: Picture) -> Step:
    return Step(picture.engagement, faults=(Fault(Problem.NO_CHECK_IN),))


def _written(picture: Picture, series: CheckIn, what: str, by: Person) -> Step:
    engagement = picture.engagement
    after = replace(
        with_person(engagement, by, picture.now),
        check_in=series,
        revision=engagement.revision + 1,
        updated=utc(picture.now),
    )
    log = RecordLog(what, by.key, before=engagement.check_in)
    return Step(after, records=(log, RecordCheckIn(series)))


def _refused(picture: Picture, problem: Problem, field: str, **days: date) -> Step:
    values = tuple((name, day.isoformat()) for name, day in days.items())
    return Step(picture.engagement, faults=(Fault(problem, field, values),))


def _at(faults: list[Fault], field: str) -> bool:
    return any(fault.field == field for fault in faults)


HANDLERS: Handlers = {
    SetCheckIn: _set,
    SnoozeCheckIn: _snooze,
    PauseCheckIn: _pause,
    ResumeCheckIn: _resume,
    StopCheckIn: _stop,
    Mute: _mute,
    RemindAll: _remind_all,
}

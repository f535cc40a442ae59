"""The series of check-ins: what the FM sets, what is refused, how one is moved, paused and ended."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from bot.core.checkins.events import (
    Mute,
    PauseCheckIn,
    ResumeCheckIn,
    SeriesEvent,
    SetCheckIn,
    SnoozeCheckIn,
    StopCheckIn,
)
from bot.core.checkins.rows import RecordCheckIn
from bot.core.checkins.series import is_paused, next_regular, upcoming
from bot.core.engagement import CheckIn
from bot.core.playbook.book import Book
from bot.core.ports import Replace
from bot.core.problems import Fault, Problem
from bot.core.setup.events import Discard
from bot.core.step import Event, RecordLog, record_changes
from tests.core.workshops import FM, LEAD, WEDNESDAY, Workshop, running

WEEKLY = {
    "rhythm": "weekly",
    "weekday": "thursday",
    "hour": "10",
    "time_zone": "Europe/Berlin",
    "until": "2026-12-31",
}


@pytest.fixture
def held(small: Book) -> Workshop:
    """A workshop with a check-in every Thursday at ten in Berlin; it is Wednesday, 10 June."""
    workshop = running(small)
    assert not workshop.happens(SetCheckIn(FM, WEEKLY)).faults
    return workshop


def series(workshop: Workshop) -> CheckIn:
    found = workshop.engagement.check_in
    assert found is not None
    return found


def refused(workshop: Workshop, event: Event) -> tuple[Fault, ...]:
    """What is wrong with an event, which then changes nothing."""
    before = workshop.engagement
    step = workshop.happens(event)
    assert step.engagement is before
    assert (step.records, step.effects) == ((), ())
    return step.faults


def fault(workshop: Workshop, event: Event) -> tuple[Problem, str | None, tuple[str, ...]]:
    (one,) = refused(workshop, event)
    return one.problem, one.field, tuple(value for _, value in one.values)


@pytest.mark.parametrize(
    ("changes", "due"),
    [
        ({}, "2026-06-11T08:00:00Z"),
        ({"hour": "9:00", "weekday": "wednesday"}, "2026-06-17T07:00:00Z"),
        ({"hour": "12", "weekday": "wednesday"}, "2026-06-10T10:00:00Z"),
        ({"rhythm": "monthly", "nth": "5", "weekday": "friday"}, "2026-06-26T08:00:00Z"),
        ({"time_zone": "Pacific/Auckland", "weekday": "thursday"}, "2026-06-10T22:00:00Z"),
        ({"time_zone": "Asia/Kolkata"}, "2026-06-11T04:30:00Z"),
        # Saturdays are no working days: Monday.
        ({"weekday": "saturday"}, "2026-06-15T08:00:00Z"),
    ],
)
def test_the_first_check_in_is_the_first_moment_of_the_rhythm(
    small: Book, changes: dict[str, str], due: str
) -> None:
    workshop = running(small)
    step = workshop.happens(SetCheckIn(FM, WEEKLY | changes))
    assert not step.faults
    assert (series(workshop).next_due, series(workshop).status) == (due, "on")
    assert step.records == (RecordLog("check_in_set", FM.key), RecordCheckIn(series(workshop)))


@pytest.mark.parametrize(
    ("changes", "problem", "field", "values"),
    [
        ({"rhythm": "daily"}, Problem.UNKNOWN_CHOICE, "rhythm", ()),
        ({"rhythm": "monthly"}, Problem.REQUIRED, "nth", ()),
        ({"rhythm": "monthly", "nth": "6"}, Problem.UNKNOWN_CHOICE, "nth", ()),
        ({"weekday": ""}, Problem.REQUIRED, "weekday", ()),
        ({"hour": "24"}, Problem.UNKNOWN_CHOICE, "hour", ()),
        ({"time_zone": "Europe/Berln"}, Problem.UNKNOWN_TIME_ZONE, "time_zone", ()),
        ({"until": "bald"}, Problem.NOT_A_DATE, "until", ()),
        ({"until": "2026-06-09"}, Problem.DATE_IN_PAST, "until", ()),
        ({"until": "2026-06-10"}, Problem.SERIES_TOO_SHORT, "until", ("2026-06-11",)),
        ({"until": "2027-06-11"}, Problem.SERIES_TOO_LONG, "until", ("2027-06-10",)),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    held: Workshop, changes: dict[str, str], problem: Problem, field: str, values: tuple[str, ...]
) -> None:
    assert fault(held, SetCheckIn(FM, WEEKLY | changes)) == (problem, field, values)


def test_a_series_may_last_twelve_months(held: Workshop) -> None:
    assert not held.happens(SetCheckIn(FM, WEEKLY | {"until": "2027-06-10"})).faults


def test_the_same_series_once_more_changes_nothing(held: Workshop) -> None:
    held.happens(SnoozeCheckIn(FM, {"day": "2026-06-16"}))
    assert refused(held, SetCheckIn(FM, WEEKLY)) == ()
    assert series(held).next_due == "2026-06-16T08:00:00Z"


def test_every_fourteen_days_stays_in_step_when_the_hour_changes(small: Book) -> None:
    workshop = running(small)
    workshop.happens(SetCheckIn(FM, WEEKLY | {"rhythm": "fortnightly"}))
    workshop.passes(days=8)  # Thursday, 18 June, between the 11th and the 25th
    workshop.happens(SetCheckIn(FM, WEEKLY | {"rhythm": "fortnightly", "hour": "16"}))
    assert series(workshop).next_due == "2026-06-25T14:00:00Z"
    workshop.happens(SetCheckIn(FM, WEEKLY | {"rhythm": "fortnightly", "weekday": "friday"}))
    assert series(workshop).next_due == "2026-06-19T08:00:00Z"


def test_a_changed_series_never_comes_twice_on_one_day(held: Workshop) -> None:
    held.passes(days=1, hours=-1)
    sent = replace(series(held), last_sent="2026-06-11T08:00:00Z", next_due="2026-06-18T08:00:00Z")
    held.engagement = replace(held.engagement, check_in=sent)
    held.happens(SetCheckIn(FM, WEEKLY | {"hour": "18"}))
    assert series(held).next_due == "2026-06-18T16:00:00Z"
    assert series(held).last_sent == "2026-06-11T08:00:00Z"


@pytest.mark.parametrize(
    "event",
    [
        SetCheckIn(LEAD, WEEKLY),
        SnoozeCheckIn(LEAD, {"day": "2026-06-12"}),
        PauseCheckIn(LEAD, {"paused_until": "2026-07-01"}),
        ResumeCheckIn(LEAD),
        StopCheckIn(LEAD),
    ],
)
def test_only_the_fm_keeps_the_series(held: Workshop, event: SeriesEvent) -> None:
    assert fault(held, event) == (Problem.FM_ONLY, None, (FM.name,))


def test_there_are_check_ins_only_in_a_workshop_that_runs_or_is_completed(small: Book) -> None:
    workshop = Workshop(small)
    assert fault(workshop, SetCheckIn(FM, WEEKLY)) == (Problem.NOT_SET_UP, None, (FM.name,))
    workshop = running(small)
    workshop.engagement = replace(workshop.engagement, status="completed")
    assert not workshop.happens(SetCheckIn(FM, WEEKLY)).faults
    workshop = running(small)
    workshop.happens(Discard(FM))
    assert fault(workshop, SetCheckIn(FM, WEEKLY)) == (Problem.WORKSHOP_FINISHED, None, ())


def test_the_next_one_is_moved_and_those_after_it_stay(held: Workshop) -> None:
    held.happens(SnoozeCheckIn(FM, {"day": "17.06.2026"}))
    assert series(held).next_due == "2026-06-17T08:00:00Z"
    calendar = held.picture.facts.calendar
    sent = datetime(2026, 6, 17, 8, tzinfo=UTC)
    assert next_regular(series(held), sent, calendar) == datetime(2026, 6, 18, 8, tzinfo=UTC)
    held.happens(SnoozeCheckIn(FM, {"day": "2026-06-12"}))
    assert series(held).next_due == "2026-06-12T08:00:00Z", "and moved back a little"


@pytest.mark.parametrize(
    ("day", "problem", "values"),
    [
        ("", Problem.REQUIRED, ()),
        ("morgen", Problem.NOT_A_DATE, ()),
        ("2026-06-10", Problem.SNOOZE_OUTSIDE, ("2026-06-11", "2026-06-17")),
        ("2026-06-18", Problem.SNOOZE_OUTSIDE, ("2026-06-11", "2026-06-17")),
        ("2026-06-13", Problem.DAY_OFF, ()),
    ],
)
def test_a_day_that_is_none_for_the_next_one_is_refused(
    held: Workshop, day: str, problem: Problem, values: tuple[str, ...]
) -> None:
    assert fault(held, SnoozeCheckIn(FM, {"day": day})) == (problem, "day", values)


def test_the_last_one_can_be_moved_up_to_the_end(small: Book) -> None:
    workshop = running(small)
    workshop.happens(SetCheckIn(FM, WEEKLY | {"until": "2026-06-15"}))
    assert fault(workshop, SnoozeCheckIn(FM, {"day": "2026-06-16"})) == (
        Problem.SNOOZE_OUTSIDE,
        "day",
        ("2026-06-11", "2026-06-15"),
    )
    assert not workshop.happens(SnoozeCheckIn(FM, {"day": "2026-06-15"})).faults


def test_a_pause_ends_by_itself_on_its_day(held: Workshop) -> None:
    held.happens(PauseCheckIn(FM, {"paused_until": "2026-07-02"}))
    assert (series(held).status, series(held).next_due) == ("paused", "2026-07-02T08:00:00Z")
    assert is_paused(series(held), datetime(2026, 7, 1, 21, 59, tzinfo=UTC))
    assert not is_paused(series(held), datetime(2026, 7, 1, 22, 0, tzinfo=UTC))
    assert refused(held, PauseCheckIn(FM, {"paused_until": "2026-07-02"})) == ()


def test_a_change_in_a_pause_does_not_end_it(held: Workshop) -> None:
    held.happens(PauseCheckIn(FM, {"paused_until": "2026-07-01"}))
    held.happens(SetCheckIn(FM, WEEKLY | {"weekday": "monday"}))
    assert (series(held).status, series(held).next_due) == ("paused", "2026-07-06T08:00:00Z")


@pytest.mark.parametrize(
    ("day", "problem", "values"),
    [
        ("", Problem.REQUIRED, ()),
        ("2026-06-01", Problem.NOT_LATER_THAN_TODAY, ()),
        ("2026-06-10", Problem.NOT_LATER_THAN_TODAY, ()),
        ("2027-01-01", Problem.PAUSE_TOO_LONG, ("2026-12-31",)),
    ],
)
def test_a_pause_that_makes_no_sense_is_refused(
    held: Workshop, day: str, problem: Problem, values: tuple[str, ...]
) -> None:
    assert fault(held, PauseCheckIn(FM, {"paused_until": day})) == (problem, "paused_until", values)


def test_a_pause_can_be_ended(held: Workshop) -> None:
    held.happens(PauseCheckIn(FM, {"paused_until": "2026-07-01"}))
    held.happens(ResumeCheckIn(FM))
    assert (series(held).status, series(held).next_due) == ("on", "2026-06-11T08:00:00Z")
    assert series(held).paused_until is None
    assert refused(held, ResumeCheckIn(FM)) == ()


def test_what_rests_because_nobody_could_be_reached_goes_on_when_the_fm_says_so(held: Workshop) -> None:
    resting = replace(series(held), status="paused", next_due=None)
    held.engagement = replace(held.engagement, check_in=resting)
    assert is_paused(resting, held.now)
    held.happens(ResumeCheckIn(FM))
    assert (series(held).status, series(held).next_due) == ("on", "2026-06-11T08:00:00Z")


def test_a_stopped_series_is_off_until_it_is_set_anew(held: Workshop) -> None:
    held.happens(StopCheckIn(FM))
    assert (series(held).status, upcoming(series(held))) == ("off", None)
    assert refused(held, StopCheckIn(FM)) == ()
    assert fault(held, SnoozeCheckIn(FM, {"day": "2026-06-12"})) == (Problem.NO_CHECK_IN, None, ())
    assert fault(held, PauseCheckIn(FM, {"paused_until": "2026-07-01"}))[0] is Problem.NO_CHECK_IN
    held.happens(SetCheckIn(FM, WEEKLY))
    assert (series(held).status, series(held).next_due) == ("on", "2026-06-11T08:00:00Z")


def test_without_a_series_there_is_nothing_to_move_or_stop(small: Book) -> None:
    workshop = running(small)
    for event in (StopCheckIn(FM), ResumeCheckIn(FM), SnoozeCheckIn(FM, {"day": "2026-06-12"})):
        assert fault(workshop, event) == (Problem.NO_CHECK_IN, None, ())


def test_the_series_is_a_row_with_typed_columns(held: Workshop) -> None:
    changes = record_changes(held.book, held.engagement, held.steps[-1].records, WEDNESDAY)
    (row,) = [one for one in changes if one.key == "checkin~1"]
    assert isinstance(row, Replace)
    assert row.columns["next_due"] == datetime(2026, 6, 11, 8, tzinfo=UTC)
    assert (row.columns["cadence"], row.columns["weekday"], row.columns["nth"]) == (
        "weekly",
        "thursday",
        None,
    )
    assert (row.columns["hour"], row.columns["status"], row.columns["last_sent"]) == (10, "on", None)


def test_everybody_can_be_left_in_peace_and_come_back(held: Workshop) -> None:
    held.happens(Mute(LEAD, True))
    assert held.engagement.muted == [LEAD.key]
    assert refused(held, Mute(LEAD, True)) == ()
    assert refused(held, Mute(FM, False)) == ()
    held.happens(Mute(LEAD, False))
    assert held.engagement.muted == []

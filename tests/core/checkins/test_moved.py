"""Another place or time zone in the setup: where the next check-in is then."""

from __future__ import annotations

import pytest

from bot.core.checkins.events import PauseCheckIn, SnoozeCheckIn, StopCheckIn
from bot.core.checkins.kinds import CHECK_IN_DUE
from bot.core.checkins.rows import RecordCheckIn
from bot.core.playbook.book import Book
from bot.core.setup.events import SetUp
from bot.core.setup.reading import as_inputs
from bot.core.step import Step
from tests.core.held import Held
from tests.core.workshops import FM


@pytest.fixture
def held(small: Book) -> Held:
    """Check-ins on Tuesdays at 10 in Berlin; the clock stands on Thursday, 10 June 2026."""
    return Held.of(small)


def moves(held: Held, **inputs: str) -> Step:
    step = held.happens(SetUp(FM, {**as_inputs(held.engagement.setup), **inputs}))
    assert step.faults == ()
    return step


def next_of(held: Held) -> tuple[str, str | None]:
    series = held.engagement.check_in
    assert series is not None
    return series.cadence.time_zone, series.next_due


def test_the_series_keeps_its_hour_in_the_new_time_zone(held: Held) -> None:
    step = moves(held, country="US", state="NY", time_zone="America/New_York")
    assert next_of(held) == ("America/New_York", "2026-06-16T14:00:00Z")
    assert held.engagement.due[CHECK_IN_DUE] == "2026-06-16T14:00:00Z"
    assert any(isinstance(record, RecordCheckIn) for record in step.records)


def test_a_series_in_a_time_zone_of_its_own_stays_in_it(small: Book) -> None:
    held = Held.of(small, check_ins=False)
    held.series("weekly", time_zone="Europe/London")
    moves(held, time_zone="America/New_York")
    assert next_of(held) == ("Europe/London", "2026-06-16T09:00:00Z")


def test_the_next_one_keeps_to_the_days_off_of_the_new_country(small: Book) -> None:
    held = Held.of(small, check_ins=False)
    held.series("weekly", weekday=4)
    held.at("2026-06-26T09:00")
    held.series("weekly", weekday=4)
    assert next_of(held)[1] == "2026-07-03T08:00:00Z"
    moves(held, country="US", state="")
    assert next_of(held)[1] == "2026-07-06T08:00:00Z", "Independence Day is kept on Friday"
    moves(held, country="DE", state="BY")
    assert next_of(held)[1] == "2026-07-03T08:00:00Z"


def test_what_the_fm_put_on_a_day_stays_on_it(held: Held) -> None:
    held.happens(SnoozeCheckIn(FM, {"day": "2026-06-18"}))
    moves(held, country="US", state="NY", time_zone="America/New_York")
    assert next_of(held)[1] == "2026-06-18T14:00:00Z"


def test_a_pause_stays_a_pause(held: Held) -> None:
    held.happens(PauseCheckIn(FM, {"paused_until": "2026-07-01"}))
    moves(held, time_zone="America/New_York")
    series = held.engagement.check_in
    assert series is not None
    assert (series.status, series.next_due) == ("paused", "2026-07-07T14:00:00Z")


def test_what_is_due_and_not_sent_stays_due(held: Held) -> None:
    held.at("2026-06-16T09:00")
    moves(held, time_zone="America/New_York")
    assert next_of(held)[1] == "2026-06-16T08:00:00Z"


def test_a_series_that_ended_and_another_customer_name_change_nothing(held: Held) -> None:
    before = held.engagement.check_in
    moves(held, customer="Fabrikam")
    assert held.engagement.check_in is before
    held.happens(StopCheckIn(FM))
    moves(held, time_zone="America/New_York")
    assert held.engagement.check_in is not None
    assert held.engagement.check_in.status == "off"

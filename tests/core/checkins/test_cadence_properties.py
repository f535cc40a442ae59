"""What holds for every series of check-ins, whatever its rhythm, zone and calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import cast
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given
from hypothesis import strategies as st

from bot.core.cadence import LAST, Cadence, Rhythm, next_after, occurrences
from bot.core.workdays import Workdays, workdays
from tests.core.checkins.calendars import EveryDay

ZONES = st.sampled_from(sorted(zone for zone in available_timezones() if "/" in zone))
FIRSTS = st.dates(date(2026, 1, 1), date(2034, 12, 31))
CALENDARS = st.sampled_from([("DE", "BY"), ("US", ""), ("IN", ""), ("NZ", "AUK"), ("CN", ""), ("XX", "")])


@st.composite
def series(draw: st.DrawFn) -> tuple[Cadence, date, Workdays]:
    first = draw(FIRSTS)
    cadence = Cadence(
        cast(Rhythm, draw(st.sampled_from(["weekly", "fortnightly", "monthly"]))),
        draw(st.integers(0, 6)),
        draw(st.integers(0, 23)),
        draw(ZONES),
        (first + timedelta(days=draw(st.integers(0, 366)))).isoformat(),
        draw(st.integers(1, LAST)),
    )
    return cadence, first, workdays(*draw(CALENDARS))


@given(series())
def test_any_series_is_in_order_on_different_working_days_within_its_limits(
    one: tuple[Cadence, date, Workdays],
) -> None:
    cadence, first, calendar = one
    moments = list(occurrences(cadence, first, calendar))
    local = [moment.astimezone(ZoneInfo(cadence.time_zone)) for moment in moments]
    days = [moment.date() for moment in local]
    assert all(earlier < later for earlier, later in pairwise(moments))
    assert all(earlier < later for earlier, later in pairwise(days))
    assert all(calendar.is_workday(day) for day in days)
    assert all(first <= day <= date.fromisoformat(cadence.until) for day in days)
    for moment in local:
        assert moment.fold == 0
        late = moment - moment.replace(hour=cadence.hour, minute=0)
        assert timedelta(0) <= late <= timedelta(hours=1)
        if late:
            before = moment - timedelta(hours=2)
            assert before.utcoffset() != moment.utcoffset(), "moved only where the clocks change"


@given(series())
def test_between_two_of_a_rhythm_lie_its_days(one: tuple[Cadence, date, Workdays]) -> None:
    cadence, first, _ = one
    days = [
        moment.astimezone(ZoneInfo(cadence.time_zone)).date()
        for moment in occurrences(cadence, first, EveryDay(None))
    ]
    assert all(day.weekday() == cadence.weekday for day in days)
    steps = {(later - earlier).days for earlier, later in pairwise(days)}
    assert steps <= {"weekly": {7}, "fortnightly": {14}, "monthly": {28, 35}}[cadence.rhythm]
    for day in days if cadence.rhythm == "monthly" else []:
        last = (day + timedelta(days=7)).month != day.month
        assert last if cadence.nth == LAST else (day.day - 1) // 7 + 1 == cadence.nth


@given(series(), st.lists(st.integers(1, 60 * 24 * 40), min_size=1, max_size=12))
def test_a_sweep_that_comes_at_any_time_sends_once_a_day_and_then_only_what_is_to_come(
    one: tuple[Cadence, date, Workdays], pauses: list[int]
) -> None:
    """Sweeps lie any number of minutes apart; whatever was due since the last one is one message."""
    cadence, first, calendar = one
    zone = ZoneInfo(cadence.time_zone)
    every = list(occurrences(cadence, first, calendar))
    now = datetime.combine(first, datetime.min.time(), UTC)
    due = next_after(cadence, first, now, calendar)
    sent: list[datetime] = []
    for pause in pauses:
        before, now = now, now + timedelta(minutes=pause)
        if due is not None and due <= now:
            sent.append(now)
            due = next_after(cadence, first, now, calendar, last_sent=now)
            assert any(before < moment <= now for moment in every)
        assert due is None or due > now
    days = [moment.astimezone(zone).date() for moment in sent]
    assert len(set(days)) == len(days)


@given(series())
def test_going_from_one_to_the_next_gives_the_whole_series(one: tuple[Cadence, date, Workdays]) -> None:
    cadence, first, calendar = one
    found: list[datetime] = []
    moment = next_after(cadence, first, datetime(2000, 1, 1, tzinfo=UTC), calendar)
    while moment is not None:
        found.append(moment)
        moment = next_after(cadence, first, moment, calendar, last_sent=moment)
    assert found == list(occurrences(cadence, first, calendar))

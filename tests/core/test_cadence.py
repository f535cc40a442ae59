"""Check-ins come at their local hour, on working days, whatever the clocks do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import cast
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.cadence import LAST, Cadence, Rhythm, furthest_end, next_after, occurrences
from bot.core.workdays import Workdays, workdays

FIRST = date(2026, 11, 23)
UNTIL = "2027-11-22"
BERLIN = "Europe/Berlin"
BAVARIA = workdays("DE", "BY")


class EveryDay(Workdays):
    """Nobody ever rests."""

    def is_workday(self, day: date) -> bool:
        return True


def local_days(cadence: Cadence, calendar: Workdays, first: date = FIRST) -> list[str]:
    """The local days of a series, each at the series' hour."""
    found = [
        moment.astimezone(ZoneInfo(cadence.time_zone)) for moment in occurrences(cadence, first, calendar)
    ]
    assert {(one.hour, one.minute) for one in found} <= {(cadence.hour, 0)}
    return [one.date().isoformat() for one in found]


@pytest.mark.parametrize(
    ("zone", "country", "state", "weekday", "moved", "hours"),
    [
        (
            BERLIN,
            "DE",
            "BY",
            0,
            {"2027-03-29": "2027-03-30", "2027-05-17": "2027-05-18", "2027-11-01": "2027-11-02"},
            {"2026-11-23": 8, "2027-03-28": 7, "2027-10-31": 8},
        ),
        (
            "America/New_York",
            "US",
            "",
            0,
            {
                "2027-01-18": "2027-01-19",
                "2027-02-15": "2027-02-16",
                "2027-05-31": "2027-06-01",
                "2027-07-05": "2027-07-06",
                "2027-09-06": "2027-09-07",
                "2027-10-11": "2027-10-12",
            },
            {"2026-11-23": 14, "2027-03-14": 13, "2027-11-07": 14},
        ),
        (
            "Asia/Kolkata",
            "IN",
            "MH",
            1,
            {"2026-11-24": "2026-11-25", "2027-01-26": "2027-01-27"},
            {"2026-11-23": 3.5},
        ),
        (
            "Pacific/Auckland",
            "NZ",
            "AUK",
            0,
            {
                "2026-12-28": "2026-12-29",
                "2027-01-04": "2027-01-05",
                "2027-02-01": "2027-02-02",
                "2027-02-08": "2027-02-09",
                "2027-03-29": "2027-03-30",
                "2027-04-26": "2027-04-27",
                "2027-06-07": "2027-06-08",
                "2027-10-25": "2027-10-26",
            },
            {"2026-11-23": -4, "2027-04-04": -3, "2027-09-26": -4},
        ),
    ],
)
def test_a_year_of_weeks_is_at_nine_local_time_and_moved_off_holidays(
    zone: str, country: str, state: str, weekday: int, moved: Mapping[str, str], hours: Mapping[str, float]
) -> None:
    """`hours`: from which local day on nine o'clock is which hour of that day in UTC."""
    cadence = Cadence("weekly", weekday, 9, zone, UNTIL)
    expected = []
    for week in range(53):
        planned = FIRST + timedelta(days=7 * week + weekday)
        day = date.fromisoformat(moved.get(planned.isoformat(), planned.isoformat()))
        hour = next(hour for since, hour in sorted(hours.items(), reverse=True) if since <= day.isoformat())
        if planned <= date.fromisoformat(UNTIL):
            expected.append(datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(hours=hour))
    assert list(occurrences(cadence, FIRST, workdays(country, state))) == expected


@pytest.mark.parametrize(
    ("zone", "country", "state", "nth", "days"),
    [
        (
            BERLIN,
            "DE",
            "BY",
            LAST,
            "2026-11-27 2026-12-28 2027-01-29 2027-02-26 2027-03-30 2027-04-30 "
            "2027-05-28 2027-06-25 2027-07-30 2027-08-27 2027-09-24 2027-10-29",
        ),
        (
            "America/New_York",
            "US",
            "",
            4,
            "2026-11-27 2026-12-28 2027-01-22 2027-02-26 2027-03-26 2027-04-23 "
            "2027-05-28 2027-06-25 2027-07-23 2027-08-27 2027-09-24 2027-10-22",
        ),
        (
            "Asia/Kolkata",
            "IN",
            "",
            1,
            "2026-12-04 2027-01-01 2027-02-05 2027-03-05 2027-04-02 2027-05-07 "
            "2027-06-04 2027-07-02 2027-08-06 2027-09-03 2027-10-01 2027-11-05",
        ),
        (
            "Pacific/Auckland",
            "NZ",
            "AUK",
            4,
            "2026-11-27 2026-12-29 2027-01-22 2027-02-26 2027-03-30 2027-04-23 "
            "2027-05-28 2027-06-28 2027-07-23 2027-08-27 2027-09-24 2027-10-22",
        ),
    ],
)
def test_a_year_of_months_is_on_its_friday_or_the_working_day_after(
    zone: str, country: str, state: str, nth: int, days: str
) -> None:
    cadence = Cadence("monthly", 4, 15, zone, UNTIL, nth)
    assert local_days(cadence, workdays(country, state)) == days.split()


def test_every_fourteen_days_is_counted_from_the_first_such_weekday_and_not_from_a_moved_one() -> None:
    cadence = Cadence("fortnightly", 0, 9, BERLIN, "2027-04-30")
    found = local_days(cadence, BAVARIA, date(2027, 2, 23))
    assert found == ["2027-03-01", "2027-03-15", "2027-03-30", "2027-04-12", "2027-04-26"]


@pytest.mark.parametrize(("country", "holidays_of"), [("DE", "BY"), ("DE", "BE")])
def test_the_state_decides_what_is_a_holiday(country: str, holidays_of: str) -> None:
    cadence = Cadence("weekly", 3, 9, BERLIN, "2027-05-31")
    corpus_christi = local_days(cadence, workdays(country, holidays_of), date(2027, 5, 27))
    assert corpus_christi == (["2027-05-28"] if holidays_of == "BY" else ["2027-05-27"])


@pytest.mark.parametrize(
    ("zone", "day", "hour", "expected"),
    [
        (BERLIN, date(2027, 3, 28), 2, "2027-03-28T03:00:00+02:00"),
        (BERLIN, date(2027, 10, 31), 2, "2027-10-31T02:00:00+02:00"),
        ("America/New_York", date(2027, 3, 14), 2, "2027-03-14T03:00:00-04:00"),
        ("America/New_York", date(2027, 11, 7), 1, "2027-11-07T01:00:00-04:00"),
        ("Pacific/Auckland", date(2027, 9, 26), 2, "2027-09-26T03:00:00+13:00"),
        ("Pacific/Auckland", date(2027, 4, 4), 2, "2027-04-04T02:00:00+13:00"),
        ("Australia/Lord_Howe", date(2027, 10, 3), 2, "2027-10-03T02:30:00+11:00"),
        ("Africa/Cairo", date(2027, 4, 30), 0, "2027-04-30T01:00:00+03:00"),
        ("Africa/Cairo", date(2027, 10, 28), 23, "2027-10-28T23:00:00+03:00"),
    ],
)
def test_an_hour_that_is_left_out_moves_forward_and_of_a_doubled_one_it_is_the_first(
    zone: str, day: date, hour: int, expected: str
) -> None:
    cadence = Cadence("weekly", day.weekday(), hour, zone, day.isoformat())
    (moment,) = occurrences(cadence, day, EveryDay(None))
    assert moment.astimezone(ZoneInfo(zone)).isoformat() == expected


def test_after_days_off_longer_than_a_week_there_is_one_check_in_a_day() -> None:
    class LongHolidays(Workdays):
        def is_workday(self, day: date) -> bool:
            return not date(2027, 2, 1) <= day <= date(2027, 2, 16)

    cadence = Cadence("weekly", 0, 9, BERLIN, "2027-03-01")
    found = local_days(cadence, LongHolidays(None), date(2027, 1, 25))
    assert found == ["2027-01-25", "2027-02-17", "2027-02-22", "2027-03-01"]


@pytest.mark.parametrize(
    ("until", "last"),
    [("2027-03-29", "2027-03-22"), ("2027-03-30", "2027-03-30"), ("2030-01-01", "2027-11-22")],
)
def test_a_series_ends_on_its_last_day_and_after_twelve_months_at_the_latest(until: str, last: str) -> None:
    assert local_days(Cadence("weekly", 0, 9, BERLIN, until), BAVARIA)[-1] == last
    assert furthest_end(FIRST) == date(2027, 11, 23)


def test_an_end_before_the_start_leaves_nothing() -> None:
    cadence = Cadence("weekly", 0, 9, BERLIN, "2026-11-22")
    assert list(occurrences(cadence, FIRST, BAVARIA)) == []
    assert next_after(cadence, FIRST, datetime(2026, 1, 1, tzinfo=UTC), BAVARIA) is None


@pytest.mark.parametrize(
    ("weekday", "hour", "nth"), [(7, 9, 1), (-1, 9, 1), (0, 24, 1), (0, 9, 0), (0, 9, 6)]
)
def test_numbers_outside_their_range_are_refused(weekday: int, hour: int, nth: int) -> None:
    with pytest.raises(ValueError, match="a cadence has"):
        Cadence("monthly", weekday, hour, BERLIN, UNTIL, nth)


@pytest.mark.parametrize(
    ("after", "last_sent", "expected"),
    [
        ("2027-01-04T07:59:59+00:00", None, "2027-01-04T08:00:00+00:00"),
        ("2027-01-04T08:00:00+00:00", None, "2027-01-11T08:00:00+00:00"),
        # Down for five weeks, up again an hour before this week's: one message for all of it.
        ("2027-02-08T07:00:00+00:00", "2027-02-08T07:00:00+00:00", "2027-02-15T08:00:00+00:00"),
        ("2027-02-09T07:00:00+00:00", "2027-02-09T07:00:00+00:00", "2027-02-15T08:00:00+00:00"),
        # Half past midnight in Berlin is another day than in UTC.
        ("2027-02-07T23:30:00+00:00", "2027-02-07T23:30:00+00:00", "2027-02-15T08:00:00+00:00"),
        ("2027-02-07T22:30:00+00:00", "2027-02-07T22:30:00+00:00", "2027-02-08T08:00:00+00:00"),
        ("2027-11-22T08:00:00+00:00", None, None),
    ],
)
def test_the_next_one_lies_after_the_present_and_not_on_the_day_of_the_last(
    after: str, last_sent: str | None, expected: str | None
) -> None:
    found = next_after(
        Cadence("weekly", 0, 9, BERLIN, UNTIL),
        FIRST,
        datetime.fromisoformat(after),
        BAVARIA,
        datetime.fromisoformat(last_sent) if last_sent else None,
    )
    assert (found and found.isoformat()) == expected


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

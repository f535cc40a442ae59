"""Check-ins come at their local hour, on working days, whatever the clocks do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.cadence import LAST, Cadence, furthest_end, next_after, occurrences
from bot.core.workdays import Workdays, workdays
from tests.core.checkins.calendars import EveryDay

FIRST = date(2026, 11, 23)
UNTIL = "2027-11-22"
BERLIN = "Europe/Berlin"
BAVARIA = workdays("DE", "BY")


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

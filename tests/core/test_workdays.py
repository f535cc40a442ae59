"""Working days, as the people of a country and state have them."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.workdays import countries, is_country, state_code, workdays

DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2032, 12, 31))


@pytest.mark.parametrize(
    ("country", "state", "start", "count", "end"),
    [
        ("DE", "", date(2026, 6, 10), 5, date(2026, 6, 17)),
        ("DE", "", date(2026, 6, 13), 1, date(2026, 6, 15)),
        ("DE", "", date(2026, 6, 10), 0, date(2026, 6, 10)),
        ("DE", "", date(2026, 12, 24), 1, date(2026, 12, 28)),
        ("DE", "", date(2026, 12, 28), -1, date(2026, 12, 24)),
        ("DE", "BY", date(2026, 6, 3), 1, date(2026, 6, 5)),
        ("DE", "BE", date(2026, 6, 3), 1, date(2026, 6, 4)),
        ("US", "", date(2026, 7, 2), 1, date(2026, 7, 6)),
        ("IL", "", date(2026, 6, 11), 1, date(2026, 6, 14)),  # Thursday; Friday and Saturday are the weekend
        ("AE", "", date(2026, 3, 6), 1, date(2026, 3, 9)),
        ("CN", "", date(2026, 2, 14), 0, date(2026, 2, 14)),
        ("CN", "", date(2026, 2, 13), 1, date(2026, 2, 14)),  # a Saturday that makes up for the new year
        ("XX", "", date(2026, 12, 24), 1, date(2026, 12, 25)),
        ("DE", "no such state", date(2026, 6, 3), 1, date(2026, 6, 4)),
    ],
)
def test_holidays_and_weekends_are_skipped(
    country: str, state: str, start: date, count: int, end: date
) -> None:
    assert workdays(country, state).add(start, count) == end


@given(DAYS, st.integers(min_value=1, max_value=80))
def test_going_forth_and_back_from_a_working_day_ends_where_it_began(start: date, count: int) -> None:
    calendar = workdays("DE", "BY")
    day = calendar.add(start, 1)
    assert calendar.add(calendar.add(day, count), -count) == day


@given(DAYS, st.integers(min_value=1, max_value=60))
def test_between_two_days_lie_as_many_working_days_as_were_counted(start: date, count: int) -> None:
    calendar = workdays("AT")
    end = calendar.add(start, count)
    between = (start + timedelta(days=step) for step in range(1, (end - start).days + 1))
    assert sum(calendar.is_workday(day) for day in between) == count


@pytest.mark.parametrize(
    ("name", "code"), [("BY", "BY"), ("by", "BY"), (" Bayern ", "BY"), ("Freistaat Narnia", None)]
)
def test_a_state_is_known_by_its_code_and_by_its_names(name: str, code: str | None) -> None:
    assert state_code("DE", name) == code


def test_a_state_of_an_unknown_country_is_unknown() -> None:
    assert state_code("XX", "BY") is None
    assert not is_country("XX")
    assert not is_country("")


@pytest.mark.parametrize("country", countries())
def test_every_country_works_on_four_to_six_days_of_its_own_week(country: str) -> None:
    calendar = workdays(country)
    year = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    worked = {day.weekday() for day in year if calendar.is_workday(day)}
    assert calendar.days_off is not None
    usual = set(range(7)) - calendar.days_off.weekend
    assert usual <= worked
    assert 200 < sum(map(calendar.is_workday, year)) < 320


@pytest.mark.parametrize("country", countries())
def test_the_days_of_every_country_are_those_of_the_calendar_library(country: str) -> None:
    own, library = workdays(country), holidays.country_holidays(country)
    year = [date(2027, 1, 1) + timedelta(days=number) for number in range(365)]
    assert [own.is_workday(day) for day in year] == [library.is_working_day(day) for day in year]


def test_every_country_offered_has_a_calendar() -> None:
    offered = countries()
    assert {"DE", "AT", "CH", "US", "GB"} <= set(offered)
    assert all(is_country(code) for code in offered)

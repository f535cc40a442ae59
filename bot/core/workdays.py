"""Working days of a country and state: weekends and public holidays are none."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

import holidays

_DAY = timedelta(days=1)
_SATURDAY = 5
_UTC = "UTC"


@dataclass(frozen=True, slots=True)
class Workdays:
    """The calendar of one country and state, with its own weekend and the days that make up for a long one.
    Unknown ones have Saturdays and Sundays off."""

    days_off: holidays.HolidayBase | None = field(repr=False, hash=False, compare=False)
    known: dict[date, bool] = field(default_factory=dict, repr=False, hash=False, compare=False)
    counted: dict[tuple[date, int], date] = field(default_factory=dict, repr=False, hash=False, compare=False)

    def is_workday(self, day: date) -> bool:
        """True on a day on which people work: neither of the weekend nor a public holiday."""
        known = self.known.get(day)
        if known is None:
            known = day.weekday() < _SATURDAY if self.days_off is None else self.days_off.is_working_day(day)
            self.known[day] = known
        return known

    def add(self, day: date, count: int) -> date:
        """The day `count` working days after `day`, before it where negative; `day` itself for 0."""
        found = self.counted.get((day, count))
        if found is None:
            found = self.counted[day, count] = self._counted(day, count)
        return found

    def _counted(self, day: date, count: int) -> date:
        step = _DAY if count > 0 else -_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.is_workday(day)
        return day


@lru_cache(maxsize=256)
def workdays(country: str, state: str = "") -> Workdays:
    """The calendar of an ISO country code and a state's code, kept for the next call."""
    if not is_country(country):
        return Workdays(None)
    known_state = state_code(country, state) if state else None
    return Workdays(holidays.country_holidays(country, subdiv=known_state))


@lru_cache(maxsize=1)
def _states() -> dict[str, list[str]]:
    return holidays.list_supported_countries(include_aliases=False)


def countries() -> list[str]:
    """The ISO codes of the countries whose holidays are known."""
    return [code for code in _states() if len(code) == 2]


def is_country(code: str) -> bool:
    """True when the holidays of this country are known."""
    return code in _states()


@lru_cache(maxsize=256)
def state_code(country: str, name: str) -> str | None:
    """The code of a state that was given by code or name ("BY", "bayern"), None where unknown."""
    if not is_country(country):
        return None
    wanted = name.strip().casefold()
    codes = {code.casefold(): code for code in _states()[country]}
    if wanted in codes:
        return codes[wanted]
    aliases = getattr(holidays, country).get_subdivision_aliases()
    return next((code for code, names in aliases.items() if wanted in {n.casefold() for n in names}), None)


@lru_cache(maxsize=64)
def state_names(country: str) -> dict[str, tuple[str, ...]]:
    """The codes of a country's states, each with the names that the calendar of holidays has for it."""
    if not is_country(country):
        return {}
    aliases = getattr(holidays, country).get_subdivision_aliases()
    return {code: tuple(aliases.get(code, ())) for code in _states()[country]}


def is_time_zone(name: str) -> bool:
    """True when this is the name of an IANA time zone."""
    return name in _time_zones()


def known_zone(name: str) -> ZoneInfo:
    """The time zone of this name; UTC where there is none, or the system does not know it any more."""
    try:
        return ZoneInfo(name or _UTC)
    except (LookupError, ValueError, OSError):
        return ZoneInfo(_UTC)


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())

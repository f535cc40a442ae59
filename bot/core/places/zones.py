"""Time zones as people name them: by their IANA names, by cities in several languages, by abbreviations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Final
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global

from bot.core.places.comparing import comparable
from bot.core.workdays import is_time_zone, known_zone

_LANGUAGES: Final = ("de", "en")
"""The languages in which cities are known."""
_ABBREVIATIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "Europe/Berlin": ("mez", "mesz", "cest"),
    "Europe/London": ("bst",),
    "Europe/Lisbon": ("wez", "wesz", "west"),
    "Europe/Athens": ("oez", "oesz", "eest"),
    "America/New_York": ("est", "edt", "et"),
    "America/Chicago": ("cst", "cdt", "ct"),
    "America/Denver": ("mst", "mdt", "mt"),
    "America/Los_Angeles": ("pst", "pdt", "pt"),
}
_OLD: Final = ("Etc/", "SystemV/", "US/", "Canada/", "Brazil/", "Chile/", "Mexico/", "posix/", "right/")


def zone_name(typed: str, country: str = "") -> str | None:
    """The IANA name of a time zone as somebody typed it ("Europe/Berlin", "MEZ", "Zürich"); None where there
    is no such zone. An abbreviation means the zone of this country where that has the same time."""
    wanted = comparable(typed)
    for zone, names in _ABBREVIATIONS.items():
        if wanted in names:
            return _same_time(zone, country)
    if is_time_zone(typed):
        return typed
    return _zones_by_name().get(wanted) if wanted else None


def zones_of(country: str) -> tuple[str, ...]:
    """The time zones of a country."""
    found: list[str] = get_global("territory_zones").get(country, [])
    return tuple(zone for zone in found if is_time_zone(zone))


def country_of_zone(zone: str) -> str:
    """The country of a time zone; empty where it is no country's."""
    country = str(get_global("zone_territories").get(zone, ""))
    return country if len(country) == 2 and country.isalpha() else ""


def zone_at(moment: datetime, country: str) -> str:
    """The zone of a country that has the local time of this moment; empty where none has."""
    return next((one for one in zones_of(country) if _offset(one, moment) == moment.utcoffset()), "")


def _same_time(zone: str, country: str) -> str:
    """The zone of the country that keeps the same time in winter and in summer, else the zone itself."""
    seasons = (datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC))
    wanted = [_offset(zone, one) for one in seasons]
    same = (one for one in zones_of(country) if [_offset(one, season) for season in seasons] == wanted)
    return next(same, zone)


def _offset(zone: str, moment: datetime) -> timedelta | None:
    return moment.astimezone(known_zone(zone)).utcoffset()


@cache
def _zones_by_name() -> dict[str, str]:
    """Folded names and cities -> zone. Names go before cities, those of today before those kept for old."""
    names = sorted(available_timezones(), key=lambda one: (one.startswith(_OLD), one.count("/"), one))
    found = {comparable(one): one for one in reversed(names)}
    for one in names:
        if "/" in one and not one.startswith(_OLD):
            found.setdefault(comparable(one.rpartition("/")[2]), one)
    for language in _LANGUAGES:
        for zone, known in Locale(language).time_zones.items():
            city = known.get("city")
            if city and is_time_zone(zone):
                found.setdefault(comparable(city), zone)
    return found

"""Days as people type them: in numbers or names, "nächsten Freitag", "Ende Januar", "Q3"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from babel import Locale
from babel.dates import get_day_names, get_month_names

LONGEST_DAY = 40
"""Characters of a text that may be a day."""
_NUMBERS = re.compile(r"(\d{1,2})\s*([./-])\s*(\d{1,2})\s*(?:\2\s*(\d{4}|\d{2}))?\.?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_OPENING = re.compile(
    r"(?:(?:so|etwa|ca\.?|ungefähr|voraussichtlich|spätestens|frühestens|ab|am|zum|bis|vor|den|dem|"
    r"about|around|probably|by|on|from|until|since|starting|the)\s+)+"
)
_NEXT = r"(?:(?:am |on )?(?:nächste[nrs]?|kommende[nrs]?|diese[nrs]?|next|this|coming)\s+)"
_THIS = re.compile(r"(?:am |on )?(?:diese|this|coming)")
_QUARTER = re.compile(
    r"(?:im |in )?(?:q\s?([1-4])|([1-4])\.\s?(?:quartal|quarter))(?:\s*/?\s*(\d{4}|\d{2}))?"
)
_WEEK = re.compile(r"(?:in )?(?:kw|kalenderwoche|week|cw)\s?(\d{1,2})(?:\s*/?\s*(\d{4}))?")
_PART = re.compile(
    r"(?P<part>anfang|mitte|ende|(?:the )?(?:beginning|start|middle|end) of|early|mid|late)[\s-]*(?:of\s+)?"
    r"(?:(?:des |vom )?)(?P<month>\w+)\.?(?:\s+(?P<year>\d{4}))?"
)
_MONTH = re.compile(r"(?:im |in )?(?P<month>[^\W\d_]+)\.?(?:\s+(?P<year>\d{4}))?")
_NEXT_SPAN = re.compile(
    r"(?:in der |im )?(?:nächste[nrs]?|kommende[nrs]?|next)\s+"
    r"(woche|week|monat|month|jahr|year|quartal|quarter)"
)
_SHORT = 4
_FIRST, _MIDDLE, _LAST = 1, 15, 31
_PARTS: Mapping[str, int] = {
    "anfang": _FIRST, "beginning of": _FIRST, "start of": _FIRST, "early": _FIRST,
    "mitte": _MIDDLE, "middle of": _MIDDLE, "mid": _MIDDLE,
    "ende": _LAST, "end of": _LAST, "late": _LAST,
}  # fmt: skip
_WORDS = (
    "heute gestern morgen übermorgen in tag tage tagen woche wochen monat monate monaten jahr jahren ein "
    "einem einer eine zwei drei vier fünf sechs sieben acht neun zehn zwölf vierzehn today yesterday "
    "tomorrow day days week weeks month months year after from now the a one two three four five six "
    "seven eight nine ten twelve fourteen of st nd rd th"
)
_RELATIVE = frozenset(_WORDS.split())


@dataclass(frozen=True, slots=True)
class TypedDay:
    """The day that a text names, or those that it may name. With `proposed` it named none, and this would be
    one; without any day it named one that does not exist."""

    days: tuple[date, ...] = ()
    proposed: bool = False


def read_typed_day(text: str, language: str, today: date) -> TypedDay | None:
    """The day that a text names, None where it is about no day. Without a year it is the next one to come."""
    said = " ".join(text.casefold().split()).strip(" ,!?")
    if not said or len(said) > LONGEST_DAY:
        return None
    said = _without_weekday(_OPENING.sub("", said, count=1) if _OPENING.match(said) else said)
    for read in (_numbers, _spans, _named):
        found = read(said, language, today)
        if found is not None:
            return found
    return None


def _without_weekday(said: str) -> str:
    """A date without the weekday before it: "Freitag, 15.1."."""
    head, _, tail = said.replace(",", " ").partition(" ")
    return tail.strip() if head.strip(".") in _weekdays() and any(c.isdigit() for c in tail) else said


def _numbers(said: str, language: str, today: date) -> TypedDay | None:
    if iso := _ISO.fullmatch(said):
        return _one(_day(int(iso[1]), int(iso[2]), int(iso[3])))
    found = _NUMBERS.fullmatch(said)
    if found is None or (found[2] == "-" and not found[4]):
        return None
    first, mark, second, year = int(found[1]), found[2], int(found[3]), found[4]
    orders = [(first, second)]
    if mark != "." and language != "de":
        # Americans write the month first, the British the day.
        orders.append((second, first))
    days = {_dated(day, month, year, today) for day, month in orders}
    return TypedDay(tuple(sorted(day for day in days if day is not None)))


def _dated(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return _day(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    this = _day(today.year, month, day)
    return this if this is not None and this >= today else _day(today.year + 1, month, day) or this


def _spans(said: str, language: str, today: date) -> TypedDay | None:
    """A stretch of time, with a day of it proposed."""
    if quarter := _QUARTER.fullmatch(said):
        month = 3 * int(quarter[1] or quarter[2]) - 2
        return _proposed(_in_month(month, _FIRST, quarter[3], today, month + 2))
    if week := _WEEK.fullmatch(said):
        return _proposed(_monday(int(week[1]), week[2], today))
    if span := _NEXT_SPAN.fullmatch(said):
        return _proposed(_begins(span[1], today))
    part = _PART.fullmatch(said)
    if part and (named := _months().get(part["month"])):
        day = _PARTS[part["part"].removeprefix("the ")]
        return _proposed(_in_month(named, day, part["year"], today, named))
    whole = _MONTH.fullmatch(said)
    if whole and (named := _months().get(whole["month"])):
        return _proposed(_in_month(named, _FIRST, whole["year"], today, named))
    return None


def _in_month(month: int, day: int, year: str | None, today: date, until: int) -> date:
    """A day of a month in the next year in which the span up to the month `until` is not over."""
    number = today.year if until >= today.month else today.year + 1
    if year:
        number = int(year) if len(year) == 4 else 2000 + int(year)
    return date(number, month, min(day, monthrange(number, month)[1]))


def _monday(week: int, year: str | None, today: date) -> date | None:
    for number in [int(year)] if year else [today.year, today.year + 1]:
        try:
            monday = date.fromisocalendar(number, week, 1)
        except ValueError:
            continue
        if year or monday + timedelta(days=6) >= today:
            return monday
    return None


def _begins(span: str, today: date) -> date:
    match span:
        case "woche" | "week":
            return today + timedelta(days=7 - today.weekday())
        case "monat" | "month":
            return _in_month(today.month % 12 + 1, _FIRST, None, today, today.month % 12 + 1)
        case "jahr" | "year":
            return date(today.year + 1, 1, 1)
    month = (today.month - 1) // 3 * 3 + 4
    return date(today.year + (month > 12), (month - 1) % 12 + 1, 1)


def _named(said: str, language: str, today: date) -> TypedDay | None:
    """A day with words in it. They are all known: dateparser finds a date in almost anything."""
    named = re.sub(_NEXT, "", said)
    # "so" and "do" are words of their own.
    if named in _weekdays() and len(named) > _SHORT:
        ahead = (_weekdays()[named] - today.weekday() - 1) % 7 + 1
        soon = today + timedelta(days=ahead)
        # Said on a Monday, next Friday is that of this week to some and that of the next to others.
        either = named != said and not _THIS.match(said) and today.weekday() + ahead < 7
        return TypedDay((soon, soon + timedelta(weeks=1)) if either else (soon,))
    words = re.findall(r"[^\W\d_]+", said)
    known = _RELATIVE | _months().keys() | _weekdays().keys()
    if not words or not known.issuperset(words) or not _is_whole(said, words):
        return None
    found = _parser(language, today).get_date_data(said).date_obj
    if found is None:
        # "31. Februar" is a day to whoever wrote it.
        return TypedDay() if any(word in _months() for word in words) else None
    return _one(found.date())


def _is_whole(said: str, words: list[str]) -> bool:
    """True for a month with its day, a word that is a day, and so many days or weeks from now."""
    if any(word in _months() for word in words):
        return any(c.isdigit() for c in said)
    counted = bool({"in", "from", "after"} & {*words}) and len(words) > 1
    return (counted and not any(c in said for c in "./-")) or (said in words and len(said) > _SHORT)


def _one(day: date | None) -> TypedDay:
    return TypedDay(() if day is None else (day,))


def _proposed(day: date | None) -> TypedDay:
    return TypedDay(() if day is None else (day,), proposed=True)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _months() -> Mapping[str, int]:
    """The names of the months in both languages, long and short."""
    return _names(get_month_names, {"sept": 9, "jänner": 1, "feber": 2, "maerz": 3})


@lru_cache(maxsize=1)
def _weekdays() -> Mapping[str, int]:
    """The names of the weekdays in both languages; Monday is 0."""
    return _names(get_day_names, {"sonnabend": 5, "tues": 1, "thurs": 3})


def _names(of: Any, more: Mapping[str, int]) -> dict[str, int]:
    found = dict(more)
    for language in ("de", "en"):
        for width in ("wide", "abbreviated"):
            names = of(width, "format", Locale(language))
            found |= {str(name).casefold().strip("."): int(place) for place, name in names.items()}
    return found


@lru_cache(maxsize=8)
def _parser(language: str, today: date) -> Any:
    """A parser of that language; the library is loaded for the first day that needs it."""
    from dateparser.date import DateDataParser

    morning = datetime.combine(today, time())
    settings = {"PREFER_DATES_FROM": "future", "RELATIVE_BASE": morning}
    languages = [language, *(other for other in ("de", "en") if other != language)]
    return DateDataParser(languages=languages, settings=settings)

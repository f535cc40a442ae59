"""The values of a person's inputs: for every kind of field, from cards and from typed text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from bot.core.engagement import Value
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.playbook.model.playbook import FieldKind, PastDate
from bot.core.problems import Fault, Problem

TEXT_LIMIT = 2000
"""Characters of one text answer."""
NAME_LIMIT = 120
NOT_LISTED = "not_listed"
"""The choice by which somebody takes back who was chosen: not every client lets a list be emptied."""
AS_WRITTEN = "as_written"
"""The choice by which a written name stays a name, although members of the channel may be meant."""
MEANT = "meant"
"""Stands before the keys of those whom a written name may mean, joined by commas."""

_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([.,'\u2019 \u00a0\u202f])\d{3})(?:\1\d{3}){0,3}")
_PLAIN = re.compile(r"[+-]?\d{1,12}")
_FRACTION = re.compile(r"(\d{1,12}|\d{1,3}([.,'\u2019 \u00a0\u202f])\d{3}(?:\2\d{3}){0,2})([.,])(\d{1,2})")
_ISO_DAY = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
_SLASHED_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_GERMAN_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_HOST = re.compile(r"[^.]+(\.[^.]+)+\.?")
_KEPT_CONTROLS = "\n\t"


@dataclass(frozen=True, slots=True)
class Entry:
    """One field in which something may be entered: a question's, or one of the bot's own forms.

    `options` are (value, titles by which it may be typed); for a person the value is the person's key.
    `standing` is the person whom the card shows chosen before anybody chooses: a name typed beside means
    somebody else. `alone` are the options of several that go with no other.
    """

    id: str
    kind: FieldKind
    options: tuple[tuple[str, tuple[str, ...]], ...] = ()
    required: bool = True
    past: PastDate | None = None
    min: int | None = None
    max: int | None = None
    limit: int = TEXT_LIMIT
    standing: str = ""
    fractions: bool = False
    alone: tuple[str, ...] = ()


def parse_all(
    entries: Sequence[Entry], raw: Mapping[str, Any], today: date
) -> tuple[dict[str, Value], tuple[Fault, ...]]:
    """The values of a whole form, without those left empty, and every fault at once."""
    values: dict[str, Value] = {}
    faults: list[Fault] = []
    for entry in entries:
        found = parse(entry, raw, today)
        if isinstance(found, Fault):
            faults.append(found)
        elif found is not None:
            values[entry.id] = found
    return values, tuple(faults)


def chosen(values: Mapping[str, Value], name: str) -> list[str]:
    """The choices of a field of several, none where it was left empty."""
    value = values.get(name)
    return value if isinstance(value, list) else []


def parse(entry: Entry, raw: Mapping[str, Any], today: date) -> Value | Fault | None:
    """The value of one field, None where it was left empty and may be."""
    given = clean(raw.get(entry.id))
    if entry.kind == "person":
        return _person(entry, given, clean(raw.get(entry.id + OTHER_PERSON)))
    if not (given.strip(",") if entry.kind == "multi" else given):
        return Fault(Problem.REQUIRED, entry.id) if entry.required else None
    match entry.kind:
        case "choice" | "yes_partly_no":
            return _choice(entry, given)
        case "multi":
            return _multi(entry, given)
        case "number":
            return _number(entry, given)
        case "date":
            return _day(entry, given, today)
        case "url":
            return _address(entry, given)
        case _:
            return _text(entry, given)


def clean(raw: Any) -> str:
    """Any JSON scalar or list of them as trimmed text that can be stored and shown; of anything else nothing.

    Control characters and lone surrogates have no place in an answer: the first are dropped, the
    second become the replacement character.
    """
    if isinstance(raw, list):
        return ",".join(_clean_scalar(one) for one in raw)
    return _clean_scalar(raw)


def _clean_scalar(raw: Any) -> str:
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if not isinstance(raw, str | int | float):
        return ""
    text = str(raw)
    if not text.isprintable():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        text = "".join(c for c in text if c in _KEPT_CONTROLS or unicodedata.category(c) != "Cc")
    return text.strip()


def read_number(text: str) -> int | None:
    """A whole number as people write it, thousands separated or not; None where it is none."""
    if _GROUPED.fullmatch(text):
        return int(re.sub(r"[^\d+-]", "", text))
    return int(text) if _PLAIN.fullmatch(text) else None


def read_fraction(text: str) -> int | float | None:
    """A number with two decimals at most, after a comma or a point; what is whole is an int."""
    found = _FRACTION.fullmatch(text)
    if found is None or found[2] == found[3]:
        # "0.125" is no hundred and twenty-five.
        return None if text.startswith(("0.", "0,")) else read_number(text)
    whole, rest = re.sub(r"\D", "", found[1]), found[4]
    number = float(f"{whole}.{rest}")
    return int(number) if number.is_integer() else number


def read_day(text: str) -> date | None:
    """A day as 2026-12-24 or 24.12.2026, None where it is none. Card inputs send the first, some clients with
    a time behind it; 12/24/2026 and 24/12/2026 have one reading, 05/06/2026 has two and is none."""
    if iso := _ISO_DAY.fullmatch(text):
        return _date(iso[1], iso[2], iso[3])
    if german := _GERMAN_DAY.fullmatch(text):
        return _date(german[3], german[2], german[1])
    if slashed := _SLASHED_DAY.fullmatch(text):
        readings = {_date(slashed[3], *pair) for pair in ((slashed[1], slashed[2]), (slashed[2], slashed[1]))}
        found = readings - {None}
        return found.pop() if len(found) == 1 else None
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _too_long(entry: Entry, limit: int) -> Fault:
    return Fault(Problem.TOO_LONG, entry.id, (("limit", str(limit)),))


def _text(entry: Entry, given: str) -> Value | Fault:
    return given if len(given) <= entry.limit else _too_long(entry, entry.limit)


def _option(entry: Entry, given: str) -> str | None:
    folded = given.casefold()
    for value, titles in entry.options:
        if given == value or folded in (title.casefold() for title in titles):
            return value
    return None


def _choice(entry: Entry, given: str) -> Value | Fault:
    return _option(entry, given) or Fault(Problem.UNKNOWN_CHOICE, entry.id)


def _multi(entry: Entry, given: str) -> Value | Fault:
    """The chosen values, each once, in the order of the choices; a title may hold a comma itself."""
    whole = _option(entry, given)
    parts = [part.strip() for part in given.split(",")]
    chosen = [whole] if whole else [_option(entry, part) for part in parts if part]
    if None in chosen:
        return Fault(Problem.UNKNOWN_CHOICE, entry.id)
    found = [value for value, _ in entry.options if value in chosen]
    if len(found) > 1 and not set(entry.alone).isdisjoint(found):
        return Fault(Problem.CONTRADICTION, entry.id)
    return found


def _number(entry: Entry, given: str) -> Value | Fault:
    number = read_fraction(given) if entry.fractions else read_number(given.removesuffix(".0"))
    if number is None:
        return Fault(Problem.NOT_A_FRACTION if entry.fractions else Problem.NOT_A_NUMBER, entry.id)
    lowest, highest = entry.min or 0, entry.max if entry.max is not None else 10_000_000
    if not lowest <= number <= highest:
        return Fault(Problem.OUT_OF_RANGE, entry.id, (("min", str(lowest)), ("max", str(highest))))
    return number


def _day(entry: Entry, given: str, today: date) -> Value | Fault:
    day = read_day(given)
    if day is None or not 1990 <= day.year <= 2100:
        return Fault(Problem.NOT_A_DATE, entry.id)
    if entry.past == "refused" and day < today:
        return Fault(Problem.DATE_IN_PAST, entry.id)
    return day.isoformat()


def _address(entry: Entry, given: str) -> Value | Fault:
    if len(given) > entry.limit:
        return _too_long(entry, entry.limit)
    whole = given if "://" in given else f"https://{given}"
    try:
        parts = urlsplit(whole)
        host = _HOST.fullmatch(parts.hostname or "")
        usable = parts.scheme in ("https", "http") and host is not None and not parts.username
    except ValueError:
        usable = False
    if not usable or any(c.isspace() for c in whole):
        return Fault(Problem.NOT_AN_ADDRESS, entry.id)
    return whole


def _person(entry: Entry, given: str, other: str) -> Value | Fault | None:
    """A member by key, or somebody else by name; both only where they are the same."""
    given = "" if given in (NOT_LISTED, AS_WRITTEN) or (other and given == entry.standing) else given
    if len(other) > NAME_LIMIT:
        return _too_long(entry, NAME_LIMIT)
    if not given and not other:
        return Fault(Problem.NOBODY_CHOSEN, entry.id) if entry.required else None
    if given.startswith(f"{MEANT},"):
        return Fault(Problem.SEVERAL_PEOPLE, entry.id)
    member = _member(entry, given) if given else None
    if other and given and (member is None or not _same_name(member["name"], other)):
        return Fault(Problem.TWO_PEOPLE, entry.id)
    if given:
        return member or Fault(Problem.UNKNOWN_CHOICE, entry.id)
    return {"name": other}


def _member(entry: Entry, given: str) -> dict[str, str] | None:
    for key, titles in entry.options:
        if given == key or given.casefold() in (title.casefold() for title in titles):
            tenant, _, object_id = key.partition("/")
            return {"tenant": tenant, "id": object_id, "name": titles[0] if titles else given}
    return None


def _same_name(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()

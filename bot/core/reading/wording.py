"""Sentences and values in the reader's language."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_datetime, get_day_names, get_timezone_name
from babel.numbers import format_decimal

from bot.core.engagement import Engagement, Value, Voice
from bot.core.parts import Said
from bot.core.playbook.book import Book, key_in_words
from bot.core.playbook.model.base import Text
from bot.core.playbook.model.playbook import InputField, Question
from bot.core.questions.roster import named, shown_name
from bot.core.texts import Words
from bot.core.workdays import known_zone

_DAYS = {"de": "dd.MM.yyyy", "en": "d MMM yyyy"}
_LABELLED = ("person", "yes_partly_no", "number", "date")
"""Kinds of fields whose values say little without the field's label."""
_MOMENTS = {"de": "dd.MM.yyyy, HH:mm", "en": "d MMM yyyy, HH:mm"}


def say(text: Text, language: str) -> str:
    """A sentence of the playbook in a language; the playbook's first language where it lacks it."""
    return text.get(language) or next(iter(text.values()))


def number_text(number: float, language: str) -> str:
    """A number with the thousands apart, as that language writes it."""
    return str(format_decimal(number, locale=Locale(language)))


def typed_number(number: float, language: str) -> str:
    """A number as somebody who writes that language would type it."""
    return str(format_decimal(number, locale=Locale(language), group_separator=False))


@lru_cache(maxsize=4096)
def day_text(iso: str, language: str) -> str:
    """An ISO day as people of that language write it."""
    return str(format_date(date.fromisoformat(iso), _DAYS.get(language, "medium"), Locale(language)))


@lru_cache(maxsize=1024)
def moment_text(iso: str, language: str, time_zone: str) -> str:
    """An ISO moment in UTC as local time, with the zone's abbreviation in that language where it has one."""
    local = datetime.fromisoformat(iso).astimezone(known_zone(time_zone))
    written = format_datetime(local, _MOMENTS.get(language, "medium"), locale=Locale(language))
    return f"{written} {_zone_text(local, language)}"


def appointment(iso: str, language: str, time_zone: str) -> dict[str, str]:
    """An ISO moment in UTC as local `day` with its weekday, `time` and `zone`, for a sentence."""
    local = datetime.fromisoformat(iso).astimezone(known_zone(time_zone))
    day = f"{weekday_text(local.weekday(), language)}, {day_text(local.date().isoformat(), language)}"
    return {"day": day, "time": f"{local:%H:%M}", "zone": _zone_text(local, language)}


def weekday_text(number: int, language: str) -> str:
    """The name of a weekday; Monday is 0."""
    return str(get_day_names("wide", "format", Locale(language))[number])


def _zone_text(local: datetime, language: str) -> str:
    named = str(get_timezone_name(local, width="short", locale=Locale(language)))
    return named if named.isalpha() else str(local.tzname())


@lru_cache(maxsize=8)
def country_names(language: str) -> dict[str, str]:
    """ISO country code -> name in a language."""
    return dict(Locale(language).territories)


def language_name(code: str, language: str) -> str:
    """The name of a language in a language; its code where it has none."""
    return str(Locale(language).languages.get(code, code))


def value_text(book: Book, field: InputField, value: Value, words: Words) -> str:
    """A value of a field as its reader knows it: titles of choices, names, dates."""
    match value:
        case dict():
            return value.get("name", "")
        case list():
            return ", ".join(_title(book, field, one, words) for one in value)
        case str() if field.kind == "date":
            return day_text(value, words.language)
        case str():
            return _title(book, field, value, words)
    return number_text(value, words.language)


def voice_text(book: Book, question: Question, voice: Voice, words: Words) -> Said:
    """A voice in one line."""
    if voice.kind == "answer":
        parts = _parts(book, question, voice, words)
        if voice.reason:
            parts.append(reason_text(book, voice.reason, words.language))
        return Said(" · ".join(part for part in parts if part))
    if voice.kind == "planned":
        who, day = voice.fields.get("planned_by"), voice.fields.get("planned_on")
        name = who.get("name", "") if isinstance(who, dict) else ""
        written = day_text(day, words.language) if isinstance(day, str) else ""
        return Said(words("said.planned", who=name, day=written))
    because = f": {voice.reason}" if voice.reason else ""
    if voice.kind == "handed":
        person = voice.fields.get("handed_to")
        name = person.get("name", "") if isinstance(person, dict) else ""
        return Said(words("said.handed", who=name) if name else words("said.unknown"))
    return Said(words(f"said.{voice.kind}") + because)


def _parts(book: Book, question: Question, voice: Voice, words: Words) -> list[str]:
    """The values of an answer; beside others those that do not speak for themselves have their label."""
    fields = {field.id: field for field in question.fields}
    given = [(fields[name], value) for name, value in voice.fields.items() if name in fields]
    parts: list[str] = []
    for field, value in given:
        text = value_text(book, field, value, words)
        if text and len(given) > 1 and field.kind in _LABELLED:
            text = f"{label_of(field, words)}: {text}"
        parts.append(text)
    return parts


def label_of(field: InputField, words: Words) -> str:
    """The label of a field, before its value."""
    label, _, _ = say(field.label, words.language).partition(" (")
    return label.rstrip("?")


def reason_text(book: Book, reason: str, language: str) -> str:
    """A reason of the playbook's list; a reason in somebody's own words stays as it is."""
    return next((say(one.label, language) for one in book.playbook.reasons if one.id == reason), reason)


def name_of(engagement: Engagement, key: str | None) -> Said:
    """The name of a person of the engagement, empty where nobody of that key is known."""
    one = engagement.people.get(key or "")
    return Said(shown_name(engagement, one) if one else named(engagement).get(key or "", ""))


def language_of(engagement: Engagement, key: str) -> str:
    """The language in which a person reads: the one that they chose, else that of their Teams, else that of
    the workshop."""
    known = engagement.people.get(key)
    return (known and (known.language or known.client)) or engagement.setup.language


def _title(book: Book, field: InputField, value: str, words: Words) -> str:
    if field.kind == "yes_partly_no":
        return words(f"option.{value}") if words.has(f"option.{value}") else key_in_words(value)
    if field.choices_from:
        return book.service_names[value]
    choice = next((one for one in field.choices if one.id == value), None)
    if choice is None:
        return key_in_words(value) if field.choices else value
    return say(choice.label, words.language)


def state_text(status: str, words: Words, *, rehearsal: bool) -> str:
    """The word for how a workshop stands; one that is held in a personal chat is called a rehearsal."""
    state = words(f"status.state.{status}")
    if not rehearsal:
        return state
    return words("home.never_set_up" if status == "setup" else "home.rehearsal", state=state)

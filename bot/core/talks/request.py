"""The request for an expert, filled in from the engagement: structured data only, in English, to paste."""

from __future__ import annotations

import string
from dataclasses import dataclass
from typing import Any

from bot.core.playbook.book import Book
from bot.core.questions.picture import Picture
from bot.core.reading.wording import country_names, day_text, language_name, number_text, say
from bot.core.setup_fields import COUNTRIES, FIELDS, LANGUAGES, SERVICE_CHOICES, SetupField
from bot.core.talks.talks import LICENSED, WANTED, Talk, topic

LANGUAGE = "en"
"""Whoever reads such requests reads English, whatever the workshop speaks."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request as text. Nothing in it was written by hand, but for the customer's name."""

    subject: str
    text: str


def expert_request(picture: Picture, one: Talk) -> Request:
    """The request for a talk: the lines of the playbook whose values are known."""
    form = picture.book.playbook.discussions.request
    values = _values(picture, one)
    lines = [line.format(**values) for line in form.lines if all(values[name] for name in _names(line))]
    return Request(form.subject.format(**values), "\n".join(lines))


def _values(picture: Picture, one: Talk) -> dict[str, str]:
    setup, book = picture.engagement.setup, picture.book
    talks = {talk.id: talk.request for talk in book.playbook.discussions.talks}
    return {
        **{field.id: _said(book, field, getattr(setup, field.id)) for field in FIELDS if field.requested},
        "talk": " / ".join(talks[key] for key in one.talks if key in talks) or next(iter(talks.values()), ""),
        "topic": say(topic(book, one), LANGUAGE),
        "why": " ".join(why for key in one.whys if (why := _why(picture, key))),
        "day": day_text(one.day, LANGUAGE) if one.day else "",
    }


def _said(book: Book, field: SetupField, value: Any) -> str:
    """A value of the setup in the language of requests; nothing where it says nothing."""
    if not value:
        return ""
    if field.choices == SERVICE_CHOICES:
        return ", ".join(book.service_names[key] for key in value if key in book.service_names)
    if field.choices == COUNTRIES:
        return country_names(LANGUAGE).get(value, str(value))
    if field.choices == LANGUAGES:
        return language_name(value, LANGUAGE)
    if field.kind == "date":
        return day_text(value, LANGUAGE)
    return number_text(value, LANGUAGE) if field.kind == "number" else str(value)


def _why(picture: Picture, key: str) -> str:
    rules = picture.book.playbook.discussions
    if key == WANTED:
        return rules.why_wanted.request
    if key == LICENSED:
        return rules.why_licensed.request
    return next((say(one.text, LANGUAGE) for one in picture.book.playbook.add_ons if one.id == key), "")


def _names(line: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(line) if name]

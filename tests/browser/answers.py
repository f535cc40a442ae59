"""What is answered in the browser: by the ids of the playbook, as a person enters it in their language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from bot.core.playbook.book import Book
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.playbook.model.playbook import InputField
from bot.core.questions.entries import REASON
from bot.core.setup_fields import PACES
from bot.core.texts import Words
from tests.browser.filling import Value

Given = str | int | list[str] | timedelta | Mapping[str, str]
"""A choice's id or several, the name of a person, a number, a day from today, a text in each language."""

SETUP: Mapping[str, Given] = {
    "customer": {"de": "Contoso AG", "en": "Contoso Ltd"},
    "services": ["onedrive", "teams"],
    "pilot": timedelta(days=70),
    "launch": timedelta(days=112),
    "country": {"de": "Deutschland", "en": "Germany"},
    "licences": 1200,
}
SPONSOR = {"de": "Dr. Eva Sommer", "en": "Dr Eva Summer"}
ANSWERS: Mapping[str, Mapping[str, Given]] = {
    "DC": {"still_right": "right"},
    "ST1": {"sponsor_name": SPONSOR, "commitment": "agreed", "area": "management"},
    "ST2": {
        "success_owner_name": {"de": "Tom Berger", "en": "Tom Hill"},
        "project_lead": {"de": "Ich (Megan Bowen)", "en": "Me (Megan Bowen)"},
        "communication": "Patti Fernandez",
        "training": "Isaiah Langer",
    },
    "ST6": {"works_council": "in_talks", "data_protection": "agreed"},
    "SZ1": {"scenarios": ["meetings", "files"]},
    "SZ4": {"people": 1200, "without_pc": "some"},
    "SZ5": {"metrics": ["usage", "savings"], "baseline": "open"},
    "AW1": {"plan": "yes", "owner": "Patti Fernandez"},
    "AW3": {"channels": ["email", "managers", "poster"]},
    "AW4": {"sender": "management", "first_message": timedelta(days=49)},
    "TR1": {"plan": "partly", "owner": "Isaiah Langer", "reason": "people_time"},
    "TR2": {"formats": ["online", "sheet"]},
    "TR4": {"trained_on": timedelta(days=63), "answers": "partly"},
    "CL": {
        "rhythm": "fortnightly",
        "tool": "meeting",
        "effort": "regular",
        "project_plan": "yes",
        "offer": ["business_value_workshop"],
        "confirm": "confirmed",
    },
}
"""The short workshop."""


def entered(book: Book, words: Words, question: str, given: Mapping[str, Given]) -> dict[str, Value]:
    """An answer by the labels of the inputs."""
    fields = {field.id: field for field in book.questions[question].fields}
    found: dict[str, Value] = {}
    for name, value in given.items():
        if name == REASON:
            reasons = {one.id: one.label[words.language] for one in book.playbook.reasons}
            found[words("field.reason")] = _value(value, words, reasons)
            continue
        field = fields[name.removesuffix(OTHER_PERSON)]
        label = field.label[words.language]
        if name not in fields:
            label = words("field.name_of", label=label)
        found[label] = _value(value, words, _titles(book, words, field))
    return found


def set_up(book: Book, words: Words, given: Mapping[str, Given]) -> dict[str, Value]:
    """A setup by the labels of its inputs."""
    titles = {**book.service_names, **{pace: words(f"option.{pace}") for pace in PACES}}
    return {words(f"field.{name}"): _value(value, words, titles) for name, value in given.items()}


def _titles(book: Book, words: Words, field: InputField) -> Mapping[str, str]:
    if field.kind == "yes_partly_no":
        return {one: words(f"option.{one}") for one in ("yes", "partly", "no")}
    return {choice.id: choice.label[words.language] for choice in field.choices}


def _value(given: Given, words: Words, titles: Mapping[str, str]) -> Value:
    match given:
        case timedelta():
            return datetime.now(UTC).date() + given
        case list():
            return [titles[one] for one in given]
        case int():
            return given
        case str():
            return titles.get(given, given)
    return given[words.language]

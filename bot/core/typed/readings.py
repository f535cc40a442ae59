"""The readings of a text as an answer: for each field of the open question, and for several at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.problems import Fault, Problem
from bot.core.questions.entries import REASON
from bot.core.questions.parse import Entry, parse, parse_all
from bot.core.texts import load_texts
from bot.core.typed.choices import fitting, folded, forms, read_choices
from bot.core.typed.days import read_typed_day
from bot.core.typed.numbers import read_amount

LONGEST_NAME = 60
MOST_MEANINGS = 5
"""Ways to take a text among which a person can be asked to choose."""
_PARTS = re.compile(r"\s*[,;\n]\s*|\s+(?:und|and)\s+")
_NAME = re.compile(r"[^\W\d_][\w'\u2019.-]*(?: [^\W\d_][\w'\u2019.-]*){0,3}")
_OF = "von van der de den di da la le zu zum af al bin"
_PARTICLES = frozenset(_OF.split())
_WEB = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}(?:/\S*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """The question that a text is held against: its entries, the labels of their fields in every language,
    the reader's language, the day, and the key of whoever typed."""

    entries: Sequence[Entry]
    labels: Mapping[str, Sequence[str]]
    language: str
    today: date
    typist: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One way to take a text as an answer: the inputs that it fills, as a card sends them. `exact`: it is the
    label of a choice. `proposed`: the text names no one day, this would be one. `guessed`: it looks like the
    name of somebody who is not in the channel, and counts where it is nothing else."""

    inputs: tuple[tuple[str, str], ...]
    exact: bool = False
    proposed: bool = False
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """The readings of a text; without any, perhaps why it is no answer although it was meant as one."""

    readings: tuple[Meaning, ...] = ()
    fault: Fault | None = None


def understand(asked: OpenQuestion, text: str) -> Understood:
    """The readings of a text. What fits a field that must be filled is not taken for one that may."""
    whole = _whole(asked, text.strip())
    if whole.readings or whole.fault:
        return whole
    parts = [part for part in _PARTS.split(text.strip()) if part]
    if not 1 < len(parts) <= len(asked.entries):
        return whole
    inputs: dict[str, str] = {}
    proposed = False
    for part in parts:
        found = _whole(asked, part)
        if len(found.readings) != 1 or not inputs.keys().isdisjoint(dict(found.readings[0].inputs)):
            return Understood()
        inputs |= dict(found.readings[0].inputs)
        proposed |= found.readings[0].proposed
    return Understood((Meaning(tuple(inputs.items()), proposed=proposed),))


def is_complete(asked: OpenQuestion, inputs: Mapping[str, str]) -> bool:
    """True when these inputs answer the question, so that nothing else is to be filled in. Where no field
    must be, as with four roles to name, all count."""
    values, faults = parse_all(asked.entries, inputs, asked.today)
    if faults or any(entry.required for entry in asked.entries):
        return not faults
    wanted = [entry.id for entry in asked.entries if entry.kind != "text" and entry.id != REASON]
    return values.keys() >= set(wanted)


def _whole(asked: OpenQuestion, text: str) -> Understood:
    named, rest = _labelled(asked, text)
    readings: list[tuple[Entry, Meaning]] = []
    faults: list[Fault] = []
    for entry in asked.entries:
        if named is not None and entry.id != named:
            continue
        for found in _readings(asked, entry, rest, alone=named is not None):
            if isinstance(found, Fault):
                faults.append(found)
                continue
            value = parse(entry, dict(found.inputs), asked.today)
            if isinstance(value, Fault):
                faults.append(value)
            else:
                readings.append((entry, found))
    known = [(entry, one) for entry, one in readings if not one.guessed] or ([] if faults else readings)
    kept = [(entry, one) for entry, one in known if one.exact] or known
    kept = [(entry, one) for entry, one in kept if entry.required] or kept
    if not kept:
        return Understood(fault=faults[0] if faults else None)
    return Understood(tuple(dict.fromkeys(one for _, one in kept)))


def _labelled(asked: OpenQuestion, text: str) -> tuple[str | None, str]:
    """The field whose label stands before a colon, and what is said of it."""
    head, colon, tail = text.partition(":")
    if colon and tail.strip() and not tail.startswith("//"):
        for name, labels in asked.labels.items():
            if folded(head) in {folded(label.partition(" (")[0]) for label in labels}:
                return name, tail.strip()
    return None, text


def _readings(asked: OpenQuestion, entry: Entry, text: str, alone: bool) -> list[Meaning | Fault]:
    match entry.kind:
        case "choice" | "yes_partly_no" | "multi":
            found = read_choices(entry, text)
            return [Meaning(((entry.id, ",".join(one.values)),), one.exact) for one in found]
        case "number":
            return _number(asked, entry, text)
        case "date":
            return _days(asked, entry, text)
        case "person":
            return _people(asked, entry, text, alone)
        case "url":
            address = text.strip("<>[]() ").rstrip(".,;")
            return [Meaning(((entry.id, address),))] if _WEB.fullmatch(address) else []
        case "text" if alone:
            return [Meaning(((entry.id, text),))]
    return []


def _number(asked: OpenQuestion, entry: Entry, text: str) -> list[Meaning | Fault]:
    amount = read_amount(text, asked.language)
    if amount is None:
        return []
    if amount.value is None:
        return [Fault(Problem.NOT_ONE_NUMBER, entry.id)]
    return [Meaning(((entry.id, str(amount.value)),))]


def _days(asked: OpenQuestion, entry: Entry, text: str) -> list[Meaning | Fault]:
    typed = read_typed_day(text, asked.language, asked.today)
    if typed is None:
        return []
    if not typed.days:
        return [Fault(Problem.NO_SUCH_DAY, entry.id)]
    return [Meaning(((entry.id, day.isoformat()),), proposed=typed.proposed) for day in typed.days]


def _people(asked: OpenQuestion, entry: Entry, text: str, alone: bool) -> list[Meaning | Fault]:
    if len(text) > LONGEST_NAME:
        return []
    mine = {form for listed in load_texts().titles("heard.me") for form in forms(listed)}
    if folded(text) in mine and any(key == asked.typist for key, _ in entry.options):
        return [Meaning(((entry.id, asked.typist),))]
    bare, titled = _untitled(text)
    names = [(key, title) for key, titles in entry.options for title in titles[:1]]
    found = fitting(names, bare)
    if found:
        exact = folded(dict(names)[found[0]]) == folded(text) and len(found) == 1
        return [Meaning(((entry.id, key),), exact) for key in found]
    # "Ende Mai" has capitals, too.
    dated = read_typed_day(text, asked.language, asked.today) is not None
    if not dated and _is_name(
        text if titled else bare, several=not (titled or alone or _asks_for_people_only(asked))
    ):
        return [Meaning(((entry.id + OTHER_PERSON, " ".join(text.split())),), guessed=True)]
    return []


def _asks_for_people_only(asked: OpenQuestion) -> bool:
    return all(entry.kind == "person" for entry in asked.entries if entry.required or len(asked.entries) == 1)


def _untitled(text: str) -> tuple[str, bool]:
    """A name without what polite people put before it."""
    titles = {form for listed in load_texts().titles("heard.title") for form in forms(listed)}
    words = text.removeprefix("@").strip(" .,!").split()
    rest = words
    while len(rest) > 1 and folded(rest[0]) in titles:
        rest = rest[1:]
    return " ".join(rest), len(rest) < len(words)


def _is_name(text: str, several: bool) -> bool:
    """True for words that look like somebody's name: two of them at least where that is asked."""
    said = text.strip(" .,!")
    if not _NAME.fullmatch(said):
        return False
    words = [word for word in said.split() if word.casefold() not in _PARTICLES]
    return len(words) >= (2 if several else 1) and all(word[0].isupper() for word in words)

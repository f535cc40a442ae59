"""The setup and the inputs of its form: read, checked, and filled in."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from bot.core.engagement import Engagement, Setup
from bot.core.playbook.book import Book
from bot.core.playbook.model.playbook import Playbook
from bot.core.problems import Fault, Problem
from bot.core.questions.parse import TEXT_LIMIT, Entry, clean, parse, parse_all, read_day
from bot.core.setup_fields import FIELDS, SetupField, Values, asked_in, field_of, fields_on
from bot.core.workdays import state_names


def setup_entries(book: Book, fields: Sequence[SetupField] = FIELDS) -> list[Entry]:
    """The entries of the setup's form, in its order."""
    return [setup_entry(book.playbook, field) for field in fields if not field.apart]


def setup_entry(playbook: Playbook, field: SetupField) -> Entry:
    """The entry of one field of the setup."""
    typed = field.choices.typed(playbook) if field.choices else {}
    return Entry(
        field.id,
        "choice" if field.kind == "flag" else field.kind,
        tuple((key, typed.get(key, ())) for key in field.keys(playbook)),
        required=field.required,
        past=field.past,
        min=field.min,
        max=field.max,
        limit=field.limit or TEXT_LIMIT,
    )


CARD = "card"
"""The key by which a button says which card of the setup it stands on (`fields_on`)."""
STATES_OF = "states_of"
"""The key by which it says of which country the card offers the states."""
STATES_AGAIN = "states_again"
"""The key by which it says that the card asks once more for the state, and did not do so just before."""


def read_setup(
    book: Book, engagement: Engagement, raw: Mapping[str, Any], today: date
) -> tuple[Setup, tuple[Fault, ...]]:
    """The setup from the inputs of one of its cards, and all their faults.

    An optional field of the card that is missing is empty: clients leave out emptied inputs. A required one
    that is missing keeps what it was, as does everything that the card does not ask for. A day that stands
    in the setup already may have passed since.
    """
    old = engagement.setup
    asked = {field.id for field in asked_in(book.playbook, fields_on(clean(raw.get(CARD))))}
    others = {name: value for name, value in as_inputs(old).items() if name not in asked}
    raw = {**raw, **others}
    moved = _other_country(book, raw)
    if moved:
        raw = {**raw, "state": ""}
    entries = [_may_have_passed(entry, old, raw) for entry in setup_entries(book)]
    required = {entry.id for entry in entries if entry.required}
    kept = {name: value for name, value in as_inputs(old).items() if name in required}
    values, faults = parse_all(entries, {**kept, **raw}, today)
    found = [*faults, *_refused(values)]
    if state_names(moved):
        found.append(Fault(Problem.CHOOSE_STATE, "state"))
    return (old, tuple(found)) if found else (_saved(book.playbook, old, values), ())


def as_inputs(setup: Setup, fields: Sequence[SetupField] = FIELDS) -> dict[str, str]:
    """A setup as the values of the form's inputs, as a client would send them."""
    return {field.id: _as_input(getattr(setup, field.id)) for field in fields}


def next_setup(setup: Setup) -> Setup:
    """The setup with which the next workshop of a channel begins: this one without its `afresh` fields."""
    return replace(setup, **{field.id: field.default for field in FIELDS if field.afresh})


def setup_in(playbook: Playbook, setup: Setup) -> Setup:
    """The setup as far as it makes sense in a playbook: the choices that it has not are gone."""
    found: dict[str, Any] = {}
    for field in FIELDS:
        value, keys = getattr(setup, field.id), field.keys(playbook)
        if field.kind == "multi":
            found[field.id] = [one for one in value if one in keys]
    language = setup.language if setup.language in playbook.languages else playbook.languages[0]
    return replace(setup, **found, language=language)


def _other_country(book: Book, raw: Mapping[str, Any]) -> str:
    """The country entered, where the card offers the states of another one; else empty. Then the next card,
    which offers those of the country, is asked once more."""
    offered = clean(raw.get(STATES_OF))
    country = parse(setup_entry(book.playbook, field_of("country")), raw, date.min)
    return country if offered and isinstance(country, str) and country != offered else ""


def _as_input(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ",".join(value) if isinstance(value, list) else "" if value is None else str(value)


def _refused(values: Values) -> list[Fault]:
    found = ((field.id, field.refuses(values)) for field in FIELDS if field.refuses)
    return [Fault(problem, name) for name, problem in found if problem is not None]


def _saved(playbook: Playbook, old: Setup, values: Values) -> Setup:
    entered = {field.id: field.kept(playbook, values) for field in FIELDS if not field.apart}
    setup = replace(old, **entered)
    needless = (field for field in FIELDS if field.only_with and not getattr(setup, field.only_with))
    return replace(setup, **{field.id: field.default for field in needless})


def _may_have_passed(entry: Entry, old: Setup, raw: Mapping[str, Any]) -> Entry:
    day = read_day(clean(raw.get(entry.id))) if entry.past == "refused" else None
    unchanged = day is not None and day.isoformat() == getattr(old, entry.id)
    return dataclasses.replace(entry, past="allowed") if unchanged else entry

"""A field of the setup stands in one list, and is in the form, the export, the table and the conditions."""

from __future__ import annotations

from functools import reduce
from typing import Any

import pytest
from msgspec.structs import asdict, replace

from bot.core.engagement import Setup
from bot.core.export.document import engagement_document
from bot.core.export.setup import setup_document
from bot.core.papers.register import Register
from bot.core.playbook.book import Book
from bot.core.playbook.checks.vocabulary import Vocabulary
from bot.core.questions.facts import EngagementFacts
from bot.core.reading.viewer import Viewer
from bot.core.screens.setup.forms import key_inputs_form, redirect_form, setup_form, setup_inputs
from bot.core.setup.rows import setup_columns
from bot.core.setup_fields import FIELDS, SetupField, field_of
from bot.core.texts import Texts, Words
from bot.kept.state.row import state_columns
from tests.core.workshops import FM, Workshop, running

ALL = Setup.__struct_fields__
IN_A_FORM_OF_ITS_OWN = {"enterprise_reason": redirect_form, "key_inputs": key_inputs_form}
"""Only who goes on in spite of the enterprise offering is asked for the one, and later for the other."""
NO_SUBJECTS = {
    "customer": "a name decides nothing",
    "time_zone": "the country decides, the zone only shows",
    "answer_by": "conditions compare with it, as an anchor",
    "language": "a question is asked in whatever language is spoken",
    "enterprise_reason": "it is the FM's own text",
    "extended_reason": "it is the FM's own text",
}
"""What conditions do not know as setup.<id>, and why."""
ON_NO_CARD = {"language", "enterprise_reason", "extended_reason"}
"""What a playbook's questions neither show nor are prefilled with."""


SOMETHING = {"text": "Auf Wunsch.", "number": 500, "date": "2026-12-01", "flag": True}


@pytest.fixture
def whole(small: Book) -> Workshop:
    """A workshop of whose setup everything is known."""
    workshop = running(small)
    before = workshop.engagement.setup
    empty = (field for field in FIELDS if getattr(before, field.id) in ("", [], None, False))
    filled = {field.id: something(field, small) for field in empty}
    workshop.engagement = replace(workshop.engagement, setup=replace(before, **filled))
    return workshop


def something(field: SetupField, book: Book) -> Any:
    keys = list(field.keys(book.playbook))
    return {**SOMETHING, "multi": keys, "choice": "".join(keys[:1])}[field.kind]


def at(document: Any, place: tuple[str, ...]) -> Any:
    return reduce(lambda here, key: here[key], place, document)


@pytest.mark.parametrize("name", ALL)
def test_a_field_of_the_setup_stands_in_the_list_once(name: str) -> None:
    assert [field.id for field in FIELDS].count(name) == 1


def test_the_list_holds_nothing_that_the_setup_has_not() -> None:
    assert {field.id for field in FIELDS} <= set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_a_field_of_the_setup_is_in_the_form_with_what_is_known(whole: Workshop, name: str) -> None:
    viewer = whole.viewer(FM)
    asked = IN_A_FORM_OF_ITS_OWN.get(name, setup_form)(viewer)
    (one,) = [one for one in asked.inputs if one.id == name]
    assert one.label
    assert bool(one.value) is (name != "enterprise_reason")


@pytest.mark.parametrize("name", ALL)
def test_a_field_of_the_setup_is_in_the_export(whole: Workshop, name: str) -> None:
    document = engagement_document(whole.book, whole.engagement, {}, whole.now)
    assert at(document, field_of(name).place) == getattr(whole.engagement.setup, name)


@pytest.mark.parametrize("name", ALL)
def test_a_field_of_the_setup_is_a_column_of_the_workbook(whole: Workshop, name: str) -> None:
    document = engagement_document(whole.book, whole.engagement, {}, whole.now)
    register = Register()
    register.add(document)
    sheet = register.tables()[0]
    shown = dict(zip(sheet.columns, next(iter(sheet.rows)), strict=True))
    value = getattr(whole.engagement.setup, name)
    written = ", ".join(value) if isinstance(value, list) else "true" if value is True else value
    assert shown["_".join(field_of(name).place)] == written


@pytest.mark.parametrize("name", ALL)
def test_a_field_of_the_setup_is_a_column_beside_the_state(whole: Workshop, name: str) -> None:
    value = getattr(whole.engagement.setup, name)
    written = ",".join(value) if isinstance(value, list) else value
    assert state_columns(whole.engagement)[name] == written


@pytest.mark.parametrize("name", ALL)
def test_a_field_of_the_setup_is_a_word_of_conditions_and_cards(whole: Workshop, name: str) -> None:
    words = Vocabulary(whole.book.playbook)
    assert (name in words.setup) is (name not in NO_SUBJECTS)
    assert (name in words.shown) is (name not in ON_NO_CARD)
    facts = EngagementFacts(whole.engagement, whole.now.date())
    assert facts.value(f"setup.{name}") == getattr(whole.engagement.setup, name)


def test_columns_beside_the_state_have_types_and_unknown_values_have_none(small: Book) -> None:
    workshop = running(small, licences="500", in_use="teams", enterprise_offering="no")
    columns = state_columns(workshop.engagement)
    typed = {"licences": 500, "launch": "2026-12-01", "enterprise_offering": False, "in_use": "teams"}
    assert {name: columns[name] for name in typed} == typed
    assert columns["licensed"] == columns["services"] == "exchange,teams"
    assert columns.keys().isdisjoint({"extended_service", "extended_reason", "enterprise_reason"})


def test_no_column_of_the_setup_takes_the_place_of_another(whole: Workshop) -> None:
    beside = {"status", "fm", "revision", "started", "updated"}
    names = setup_columns(whole.engagement.setup).keys()
    assert names.isdisjoint(beside)
    assert not [name for name in names if name.startswith("doc")], "columns of that name hold the state"


def test_the_export_says_the_reason_that_counts_and_both_apart() -> None:
    setup = Setup(enterprise_reason="Auf Wunsch.", extended_reason="Groß genug.")
    assert setup_document(setup)["enterprise"] == {
        "offering": False,
        "extended_service": None,
        "reason": "Auf Wunsch.",
        "enterprise_reason": "Auf Wunsch.",
        "extended_reason": "Groß genug.",
    }


class Budgeted(Setup, frozen=True, omit_defaults=True):
    """A setup with a field that there is not yet."""

    budget: int | None = None


def test_a_new_field_takes_its_line_in_the_setup_one_in_the_list_and_a_label(
    small: Book, texts: Texts
) -> None:
    fields = (*FIELDS, SetupField("budget", "number", max=900))
    workshop = running(small)
    setup = Budgeted(**asdict(workshop.engagement.setup), budget=300)
    workshop.engagement = replace(workshop.engagement, setup=setup)
    words = Words("de", {**texts.words("de").sentences, "field.budget": "Budget"})
    shown = setup_inputs(Viewer(workshop.picture, words, FM), fields=fields)[-1]
    assert (shown.id, shown.kind, shown.label, shown.value) == ("budget", "number", "Budget", "300")
    assert (shown.min, shown.max, shown.required) == (0, 900, False)
    assert setup_document(setup, fields)["budget"] == 300
    assert setup_columns(setup, fields)["budget"] == 300

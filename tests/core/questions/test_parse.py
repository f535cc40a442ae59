"""What people type and choose becomes values, or a fault at the field."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.problems import Fault, Problem
from bot.core.questions.parse import (
    NAME_LIMIT,
    NOT_LISTED,
    TEXT_LIMIT,
    Entry,
    chosen,
    clean,
    parse,
    parse_all,
    read_day,
    read_fraction,
    read_number,
)
from bot.kept.state.columns import to_columns

TODAY = date(2026, 6, 10)
COLOURS = (("red", ("Rot", "Red")), ("blue", ("Blau", "Blue")), ("both", ("Rot, Blau", "Red, blue")))
PEOPLE = (("contoso/ada", ("Ada Lovelace",)), ("fabrikam/jan", ("Jan Müller",)))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
ENTRIES = [
    Entry("it", "text"),
    Entry("it", "choice", COLOURS),
    Entry("it", "yes_partly_no", COLOURS),
    Entry("it", "multi", COLOURS),
    Entry("it", "number", min=1, max=5000),
    Entry("it", "number", max=5000, fractions=True),
    Entry("it", "date", past="refused"),
    Entry("it", "url"),
    Entry("it", "person", PEOPLE),
]


def read(entry: Entry, raw: Any, **more: Any) -> Any:
    """The value, or the problem."""
    found = parse(entry, {"it": raw, **more}, TODAY)
    return found.problem if isinstance(found, Fault) else found


@pytest.mark.parametrize(
    ("entry", "raw", "value"),
    [
        (Entry("it", "text"), "  Alles gut\n", "Alles gut"),
        (Entry("it", "text"), 7, "7"),
        (Entry("it", "text"), True, "true"),
        (Entry("it", "text"), "zwei\r\nZeilen", "zwei\nZeilen"),
        (Entry("it", "text"), "a\x00b\x07c", "abc"),
        (Entry("it", "text"), "halb \ud83d und ganz \ud83d\ude00", "halb \ufffd und ganz 😀"),
        (Entry("it", "choice", COLOURS), "red", "red"),
        (Entry("it", "choice", COLOURS), "BLAU", "blue"),
        (Entry("it", "choice", COLOURS), "red, blue", "both"),
        (Entry("it", "multi", COLOURS), "blue,red", ["red", "blue"]),
        (Entry("it", "multi", COLOURS), ["red", "red"], ["red"]),
        (Entry("it", "multi", COLOURS, alone=("blue",)), "blue", ["blue"]),
        (Entry("it", "multi", COLOURS), "Rot ,Blau,", ["red", "blue"]),
        (Entry("it", "multi", COLOURS), "Rot, Blau", ["both"]),
        (Entry("it", "number"), 12, 12),
        (Entry("it", "number"), 12.0, 12),
        (Entry("it", "number"), "20000", 20000),
        (Entry("it", "number"), "20.000", 20000),
        (Entry("it", "number"), "1'250'000", 1250000),
        (Entry("it", "number"), "1 250", 1250),
        (Entry("it", "number"), "1\u202f250", 1250),
        (Entry("it", "number", min=-5), "-3", -3),
        (Entry("it", "date"), "2026-12-24", "2026-12-24"),
        (Entry("it", "date"), "24.12.2026", "2026-12-24"),
        (Entry("it", "date"), "1. 7. 2026", "2026-07-01"),
        (Entry("it", "date"), "2026-12-24T00:00:00Z", "2026-12-24"),
        (Entry("it", "date"), "2026-12-24T00:00:00.000Z", "2026-12-24"),
        (Entry("it", "date"), "2026-12-24T00:00:00+01:00", "2026-12-24"),
        (Entry("it", "date"), "12/24/2026", "2026-12-24"),
        (Entry("it", "date"), "24/12/2026", "2026-12-24"),
        (Entry("it", "date"), "06/06/2026", "2026-06-06"),
        (Entry("it", "number"), "1\u2019500", 1500),
        (Entry("it", "date", past="gap"), "2020-01-01", "2020-01-01"),
        (Entry("it", "date", past="refused"), "2026-06-10", "2026-06-10"),
        (Entry("it", "url"), "https://intranet.contoso.com/a?b=c", "https://intranet.contoso.com/a?b=c"),
        (Entry("it", "url"), "intranet.contoso.com", "https://intranet.contoso.com"),
        (Entry("it", "url"), "http://10.0.0.5/hilfe", "http://10.0.0.5/hilfe"),
        (
            Entry("it", "person", PEOPLE),
            "contoso/ada",
            {"tenant": "contoso", "id": "ada", "name": "Ada Lovelace"},
        ),
        (
            Entry("it", "person", PEOPLE),
            "jan müller",
            {"tenant": "fabrikam", "id": "jan", "name": "Jan Müller"},
        ),
    ],
)
def test_what_people_enter_is_understood(entry: Entry, raw: Any, value: Any) -> None:
    assert read(entry, raw) == value


@pytest.mark.parametrize(
    ("entry", "raw", "problem"),
    [
        (Entry("it", "text"), "x" * (TEXT_LIMIT + 1), Problem.TOO_LONG),
        (Entry("it", "text", limit=5), "sechs!", Problem.TOO_LONG),
        (Entry("it", "choice", COLOURS), "green", Problem.UNKNOWN_CHOICE),
        (Entry("it", "multi", COLOURS), "red,green", Problem.UNKNOWN_CHOICE),
        (Entry("it", "multi", COLOURS, alone=("blue",)), "red,blue", Problem.CONTRADICTION),
        (Entry("it", "number"), "viele", Problem.NOT_A_NUMBER),
        (Entry("it", "number"), "1.5", Problem.NOT_A_NUMBER),
        (Entry("it", "number"), "1.234,567", Problem.NOT_A_NUMBER),
        (Entry("it", "number"), "1" + ".000" * 3000, Problem.NOT_A_NUMBER),
        (Entry("it", "number"), "9" * 5000, Problem.NOT_A_NUMBER),
        (Entry("it", "number"), float("nan"), Problem.NOT_A_NUMBER),
        (Entry("it", "number"), "-1", Problem.OUT_OF_RANGE),
        (Entry("it", "number", min=1, max=10), "11", Problem.OUT_OF_RANGE),
        (Entry("it", "number", max=0), "1", Problem.OUT_OF_RANGE),
        (Entry("it", "date"), "bald", Problem.NOT_A_DATE),
        (Entry("it", "date"), "31.02.2027", Problem.NOT_A_DATE),
        (Entry("it", "date"), "05/06/2026", Problem.NOT_A_DATE),
        (Entry("it", "date"), "0206-12-24", Problem.NOT_A_DATE),
        (Entry("it", "date", past="refused"), "2026-06-09", Problem.DATE_IN_PAST),
        (Entry("it", "url"), "javascript:alert(1)", Problem.NOT_AN_ADDRESS),
        (Entry("it", "url"), "javascript://a.b/%0aalert(1)", Problem.NOT_AN_ADDRESS),
        (Entry("it", "url"), "https://user:pass@a.b", Problem.NOT_AN_ADDRESS),
        (Entry("it", "url"), "https://[::1", Problem.NOT_AN_ADDRESS),
        (Entry("it", "url"), "im Intranet", Problem.NOT_AN_ADDRESS),
        (Entry("it", "url"), "Fertig.", Problem.NOT_AN_ADDRESS),
        (Entry("it", "url"), "...", Problem.NOT_AN_ADDRESS),
        (Entry("it", "url"), "https://a.b/" + "x" * TEXT_LIMIT, Problem.TOO_LONG),
        (Entry("it", "person", PEOPLE), "contoso/nobody", Problem.UNKNOWN_CHOICE),
    ],
)
def test_what_cannot_be_meant_is_a_fault_at_the_field(entry: Entry, raw: Any, problem: Problem) -> None:
    found = parse(entry, {"it": raw}, TODAY)
    assert isinstance(found, Fault)
    assert (found.problem, found.field) == (problem, "it")


@pytest.mark.parametrize("empty", [None, "", "  \n", [], {}, {"a": 1}, "\x00"])
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.kind)
def test_an_empty_field_is_a_fault_only_where_it_must_be_filled(entry: Entry, empty: Any) -> None:
    expected = Problem.NOBODY_CHOSEN if entry.kind == "person" else Problem.REQUIRED
    assert read(entry, empty) is expected
    optional = Entry(entry.id, entry.kind, entry.options, required=False)
    assert read(optional, empty) is None


def test_a_list_with_nothing_in_it_is_empty() -> None:
    assert read(Entry("it", "multi", COLOURS), ",,") is Problem.REQUIRED
    assert read(Entry("it", "multi", COLOURS, required=False), ",,") is None


def test_a_comma_is_a_text() -> None:
    assert read(Entry("it", "text"), ",") == ","


def test_somebody_outside_the_channel_is_named() -> None:
    person = Entry("it", "person", PEOPLE)
    assert read(person, "", it_name=" Grace Hopper ") == {"name": "Grace Hopper"}
    assert read(person, None, it_name="x" * (NAME_LIMIT + 1)) is Problem.TOO_LONG


def test_two_people_in_one_field_are_refused_unless_they_are_the_same() -> None:
    person = Entry("it", "person", PEOPLE)
    assert read(person, "contoso/ada", it_name="Grace Hopper") is Problem.TWO_PEOPLE
    assert read(person, "contoso/nobody", it_name="Grace Hopper") is Problem.TWO_PEOPLE
    ada = {"tenant": "contoso", "id": "ada", "name": "Ada Lovelace"}
    assert read(person, "contoso/ada", it_name="ada  lovelace") == ada


def test_who_was_chosen_can_be_taken_back_where_a_list_cannot_be_emptied() -> None:
    person = Entry("it", "person", PEOPLE)
    assert read(person, NOT_LISTED, it_name="Grace Hopper") == {"name": "Grace Hopper"}
    assert read(person, NOT_LISTED) is Problem.NOBODY_CHOSEN


def test_a_form_says_everything_that_is_wrong_with_it_at_once() -> None:
    entries = [Entry("a", "number"), Entry("b", "date"), Entry("c", "text"), Entry("d", "multi", COLOURS)]
    values, faults = parse_all(entries, {"a": "x", "b": "y", "d": "red"}, TODAY)
    assert values == {"d": ["red"]}
    assert [(fault.field, fault.problem) for fault in faults] == [
        ("a", Problem.NOT_A_NUMBER),
        ("b", Problem.NOT_A_DATE),
        ("c", Problem.REQUIRED),
    ]
    assert chosen(values, "d") == ["red"]
    assert chosen(values, "a") == []


def test_a_fault_says_which_limits_there_are() -> None:
    fault = parse(Entry("it", "number", min=1, max=10), {"it": "0"}, TODAY)
    assert isinstance(fault, Fault)
    assert dict(fault.values) == {"min": "1", "max": "10"}


@given(raw=JSON, other=JSON)
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.kind)
def test_whatever_a_client_sends_is_a_value_or_a_fault(entry: Entry, raw: Any, other: Any) -> None:
    found = parse(entry, {"it": raw, "it_name": other}, TODAY)
    assert isinstance(found, Fault | str | int | float | list | dict)


@given(st.text(st.characters(codec=None, categories=None)))
def test_cleaned_text_can_be_stored_and_is_clean_already(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert "\x00" not in once
    assert "".join(to_columns(once).values()) == once


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31)))
def test_a_day_may_be_written_as_in_germany_or_as_a_card_sends_it(day: date) -> None:
    assert read_day(f"{day:%d.%m.%Y}") == read_day(day.isoformat()) == day


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_a_number_may_have_its_thousands_separated(number: int) -> None:
    assert read_number(f"{number:,}") == read_number(f"{number:,}".replace(",", ".")) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12,5", 12.5), ("12.5", 12.5), ("12,50", 12.5), ("0,25", 0.25), ("12,0", 12), ("240", 240),
        ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1 234,5", 1234.5), ("1.234", 1234),
        ("1.234.567,89", 1234567.89),
        ("12,345,6", None), ("1.234.5", None), ("0.125", None), ("0,125", None), ("12,", None), (",5", None),
        ("-2,5", None), ("12,5 h", None), ("1e3", None), ("zwölf", None),
    ],
)  # fmt: skip
def test_a_fraction_has_two_decimals_at_most_after_a_comma_or_a_point(
    text: str, number: float | None
) -> None:
    found = read_fraction(text)
    assert (found, type(found)) == (number, type(number))

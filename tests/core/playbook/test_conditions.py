"""What `when` can say, and when it holds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.core.playbook.conditions.compiled import BadCondition, compile_condition, holds, subjects
from bot.core.playbook.model.base import Condition
from tests.core.playbook.playbooks import KnownFacts

LAUNCH = date(2026, 7, 1)  # a Wednesday
DAYS = {"launch": LAUNCH, "pilot": None, "first_users": LAUNCH, "started": date(2026, 6, 1)}


def true_of(value: Any, test: Any) -> bool:
    return holds(compile_condition({"it": test}), KnownFacts({"it": value}, DAYS))


@pytest.mark.parametrize("empty", [None, "", [], {}])
def test_an_empty_value_is_missing(empty: Any) -> None:
    assert true_of(empty, "missing")
    assert not true_of(empty, "given")


@pytest.mark.parametrize("value", [False, 0, "no", ["a"], {"name": "Ada"}])
def test_anything_else_is_given(value: Any) -> None:
    assert true_of(value, "given")
    assert not true_of(value, "missing")


@pytest.mark.parametrize(
    ("value", "test", "expected"),
    [
        ("agreed", "agreed", True),
        ("asked", "agreed", False),
        ("asked", ["agreed", "asked"], True),
        (["a", "b"], "b", True),
        (["a", "b"], ["c", "d"], False),
        (True, True, True),
        (False, True, False),
        (7, 7, True),
        (["a", "b"], {"any": ["b", "c"]}, True),
        (["a", "b"], {"all": ["b", "c"]}, False),
        (["a", "b", "c"], {"all": ["b", "c"]}, True),
        (["a"], {"only": ["a", "b"]}, True),
        (["a", "c"], {"only": ["a", "b"]}, False),
        (["a"], {"none": ["b"]}, True),
        (["a", "b"], {"none": ["b"]}, False),
        ("b", {"none": "b"}, False),
        (["a", "b"], {"at_least": 2}, True),
        (["a", "b"], {"at_most": 1}, False),
        (0, {"at_most": 0}, True),
        (3, {"at_least": 1, "at_most": 2}, False),
        ("2026-06-30", {"before": "launch"}, True),
        ("2026-07-01", {"before": "launch"}, False),
        ("2026-07-01", {"not_before": "launch", "not_after": "launch"}, True),
        ("2026-07-02", {"after": "launch"}, True),
        ("2026-06-17", {"not_after": "launch-10wd"}, True),
        ("2026-06-18", {"not_after": "launch-10wd"}, False),
        ("2026-07-15", {"before": "launch+2w"}, False),
        ("2026-07-14", {"before": "launch+2w"}, True),
        ("2026-06-02", {"not_after": "started+1d"}, True),
        ("2026-06-09", {"past": True}, True),
        ("2026-06-10", {"past": True}, False),
        ("2026-06-10", {"past": False}, True),
        ("2027-01-01", {"after": "pilot"}, False),
        ("2027-01-01", {"before": "pilot"}, False),
    ],
)
def test_a_test_holds_or_not(value: Any, test: Any, expected: bool) -> None:
    assert true_of(value, test) is expected


@pytest.mark.parametrize(
    "test",
    [
        "a",
        ["a"],
        {"any": ["a"]},
        {"all": ["a"]},
        {"only": ["a"]},
        {"at_least": 0},
        {"at_most": 5},
        {"before": "launch"},
        {"not_after": "launch"},
        {"past": False},
    ],
)
def test_a_missing_value_fails_every_operator_but_none(test: Any) -> None:
    assert not true_of(None, test)
    assert not true_of([], test)
    assert true_of(None, {"none": ["a"]})


def test_a_question_is_answered_or_not() -> None:
    facts = KnownFacts({"ST1": True, "ST2": False})
    assert holds(compile_condition({"ST1": "answered", "ST2": "unanswered", "ST3": "unanswered"}), facts)
    assert not holds(compile_condition({"ST2": "answered"}), facts)


def test_all_tests_of_a_mapping_must_hold_and_one_mapping_of_a_list() -> None:
    facts = KnownFacts({"a": "x", "b": "y"})
    assert holds(compile_condition({}), facts)
    assert not holds(compile_condition({"a": "x", "b": "x"}), facts)
    assert holds(compile_condition([{"a": "z"}, {"b": "y"}]), facts)
    assert not holds(compile_condition([{"a": "z"}, {"b": "z"}]), facts)


def test_a_condition_names_everything_it_asks_about() -> None:
    assert subjects([{"a": "x", "ST1.b": "given"}, {"today": {"before": "launch"}}]) == {
        "a",
        "ST1.b",
        "today",
    }


@pytest.mark.parametrize(
    ("condition", "place", "message"),
    [
        ([], (), "an empty list never holds"),
        ({"a": []}, ("a",), "an empty list fits nothing"),
        ({"a": {}}, ("a",), "a mapping of operators needs at least one"),
        ({"a": {"most": 1}}, ("a", "most"), "there is no operator most"),
        ({"a": {"any": []}}, ("a", "any"), "an empty list fits nothing"),
        ({"a": ["x", "missing"]}, ("a",), "missing is a test of its own, not one of several"),
        ({"a": {"at_least": "2"}}, ("a", "at_least"), 'at_least needs a whole number, not "2"'),
        ({"a": {"at_most": True}}, ("a", "at_most"), "at_most needs a whole number, not true"),
        ({"a": {"past": "yes"}}, ("a", "past"), 'past needs true or false, not "yes"'),
        ([{"a": {"before": "launch-10"}}], (0, "a", "before"), "before needs a day like launch-10wd"),
        ({"a": {"after": "2026-01-01"}}, ("a", "after"), "after needs a day like launch-10wd"),
    ],
)
def test_a_test_that_makes_no_sense_is_refused(
    condition: Condition, place: tuple[str | int, ...], message: str
) -> None:
    with pytest.raises(BadCondition) as caught:
        compile_condition(condition)
    (found,) = caught.value.found
    assert found.place == place
    assert found.message.startswith(message)

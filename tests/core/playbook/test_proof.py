"""Every answer has a verdict, and every rule counts: the proof finds what does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.playbook.conditions.compiled import Facts, compile_condition, holds
from bot.core.playbook.model.base import Condition, FieldChoice
from bot.core.playbook.model.playbook import InputField, Playbook, Rule
from bot.core.playbook.proof.timeline import TODAY, Timeline
from bot.core.playbook.proof.verdicts import unproved
from bot.core.verdict import Verdict
from tests.core.playbook.playbooks import KnownFacts, small_playbook

SMALL = small_playbook()
WORDS = {"de": "x", "en": "x"}
CHOICES = ("a", "b", "c")
LONG_AGO = TODAY - timedelta(days=1500)
DEAD = "(1,) never decides: the rules above it fit first"
NEVER = "(0, 'when') can never hold"


def field(name: str, kind: Any, optional: bool = False, **more: Any) -> InputField:
    choices = [FieldChoice(id=key, label=WORDS) for key in CHOICES] if kind in ("choice", "multi") else []
    return InputField(id=name, kind=kind, label=WORDS, choices=choices, optional=optional, **more)


def with_rules(fields: list[InputField], *conditions: Condition, **more: Any) -> Playbook:
    """The small playbook, its first question with these fields and rules and no other question changed."""
    rules = [Rule(verdict=Verdict.GAP, when=condition) for condition in conditions]
    asked = {"prefill": None, "fields": fields, "verdict": rules, **more}
    question = SMALL.questions[4].model_copy(update=asked)
    others = [one for one in SMALL.questions if one.id != question.id]
    return SMALL.model_copy(update={"questions": [question, *others]})


def said(playbook: Playbook) -> list[str]:
    return [f"{found.place[3:]} {found.message}" for found in unproved(playbook)]


def test_the_small_playbook_is_proved() -> None:
    assert unproved(SMALL) == []


@pytest.mark.parametrize(
    ("fields", "conditions", "faults"),
    [
        ([field("x", "choice")], [{"x": ["a", "b"]}], ["() no rule fits x = c"]),
        ([field("x", "choice", optional=True)], [{"x": list(CHOICES)}], ["() no rule fits x = (missing)"]),
        ([field("x", "choice")], [{"x": list(CHOICES)}], []),
        (
            [field("x", "choice")],
            [{"x": list(CHOICES)}, {}],
            [DEAD],
        ),
        ([field("x", "choice")], [{"x": "missing"}, {}], [NEVER]),
        ([field("x", "multi")], [{"x": {"at_least": 2}}, {"x": {"only": ["a"]}}], ["() no rule fits x = b"]),
        ([field("x", "multi")], [{"x": {"at_least": 2}}, {"x": {"only": ["a", "b", "c"]}}], []),
        ([field("x", "multi")], [{"x": {"at_least": 4}}, {}], [NEVER]),
        ([field("x", "number")], [{"x": {"at_least": 5}}, {"x": {"at_most": 3}}], ["() no rule fits x = 4"]),
        ([field("x", "number", max=9)], [{"x": {"at_least": 10}}, {}], [NEVER]),
        ([field("x", "yes_partly_no")], [{"x": "yes"}, {"x": "no"}], ["() no rule fits x = partly"]),
        ([field("x", "person", optional=True)], [{"x": "given"}], ["() no rule fits x = (missing)"]),
        ([field("x", "person")], [{"x": "given"}], []),
        ([field("x", "text"), field("y", "choice")], [{"y": "a"}, {"y": {"none": "a"}}], []),
    ],
)
def test_what_is_not_covered_is_named(
    fields: list[InputField], conditions: list[Condition], faults: list[str]
) -> None:
    assert said(with_rules(fields, *conditions)) == faults


def test_a_day_is_tried_before_on_and_after_its_threshold_and_without_it() -> None:
    day = [field("x", "date", past="allowed")]
    apart: list[Condition] = [
        {"x": {"before": "launch"}},
        {"x": {"after": "launch"}},
        {"setup.launch": "missing"},
    ]
    (fault,) = said(with_rules(day, *apart))
    assert fault == f"() no rule fits x = {LONG_AGO}, setup.launch = {LONG_AGO}, today = {TODAY}"
    covered: list[Condition] = [{"x": {"before": "launch"}}, {"x": {"not_before": "launch"}}]
    (fault,) = said(with_rules(day, *covered))
    assert "launch = (unknown)" in fault
    assert said(with_rules(day, *covered, {})) == []


def test_a_field_of_the_other_depth_is_missing() -> None:
    fields = [field("x", "choice"), field("y", "choice", depth="full")]
    assert said(with_rules(fields, {"y": "given"})) == ["() no rule fits y = (missing)"]
    assert said(with_rules(fields, {"y": "given"}, depth="full")) == []


def test_other_questions_may_be_open_and_reasons_unsaid() -> None:
    fields = [field("x", "text")]
    assert said(with_rules(fields, {"ST1.state": ["agreed", "asked", "open"]})) == [
        "() no rule fits ST1.state = (missing)"
    ]
    assert said(with_rules(fields, {"ST1": "answered"}, {"ST1": "unanswered"})) == []
    assert said(with_rules(fields, {"ST1": "unanswered", "ST1.state": "open"}, {})) == [
        "(0, 'when') can never hold"
    ]
    assert said(with_rules(fields, {"reason": "given"}, reason=True)) == [
        "() no rule fits reason = (missing)"
    ]


def test_too_many_combinations_are_a_fault() -> None:
    fields = [field(f"x{number}", "choice") for number in range(12)]
    tests: list[Condition] = [{f"x{number}": key for number in range(12)} for key in CHOICES]
    (fault,) = said(with_rules(fields, *tests, {}))
    assert "has too many combinations to try out" in fault


# What the proof says must be what trying every answer says.
TESTS = st.one_of(
    st.sampled_from(["given", "missing", "a", "b"]),
    st.builds(lambda words: list(words), st.sets(st.sampled_from(CHOICES), min_size=1)),
    st.builds(
        lambda operator, words: {operator: sorted(words)},
        st.sampled_from(["any", "all", "only", "none"]),
        st.sets(st.sampled_from(CHOICES), min_size=1),
    ),
    st.builds(lambda operator, n: {operator: n}, st.sampled_from(["at_least", "at_most"]), st.integers(0, 4)),
)
DAYS = st.builds(
    lambda operator, anchor: {operator: anchor},
    st.sampled_from(["before", "after", "not_before", "not_after"]),
    st.sampled_from(["today", "today+3d", "launch", "launch-2wd", "launch+4d", "first_users-1d"]),
)


def outcomes(conditions: list[Condition], facts: Iterator[Facts]) -> tuple[bool, set[int]]:
    """Whether some answer has no verdict, and which rules decide none."""
    compiled = [compile_condition(condition) for condition in conditions]
    decisive: set[int] = set()
    uncovered = False
    for one in facts:
        first = next((number for number, rule in enumerate(compiled) if holds(rule, one)), None)
        if first is None:
            uncovered = True
        else:
            decisive.add(first)
    return uncovered, set(range(len(conditions))) - decisive


def proved(playbook: Playbook) -> tuple[bool, set[int]]:
    places = [found.place[3:] for found in unproved(playbook)]
    return () in places, {int(place[0]) for place in places if place}


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.dictionaries(st.sampled_from(["x", "y"]), TESTS, max_size=2), min_size=1, max_size=4),
    st.booleans(),
)
def test_the_proof_of_choices_agrees_with_trying_every_answer(rules: list[Condition], optional: bool) -> None:
    subsets: list[Any] = [list(some) for size in range(1, 4) for some in combinations(CHOICES, size)]
    every = [*subsets, None] if optional else subsets
    answers: list[Mapping[str, Any]] = [{"x": x, "y": y} for x, y in product(every, every)]
    fields = [field("x", "multi", optional), field("y", "multi", optional)]
    expected = outcomes(rules, (KnownFacts(answer) for answer in answers))
    assert proved(with_rules(fields, *rules)) == expected


@settings(max_examples=40, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(["x", "today"]), DAYS, max_size=2), min_size=1, max_size=3))
def test_the_proof_of_days_agrees_with_trying_every_day(rules: list[Condition]) -> None:
    days = [TODAY + timedelta(days=step) for step in range(-8, 9)]
    workshops = [
        Timeline({"launch": launch, "pilot": pilot}) for launch, pilot in product([*days, None], repeat=2)
    ]
    facts: Iterator[Facts] = (
        KnownFacts(
            {"x": x.isoformat(), "today": TODAY.isoformat()},
            {"launch": workshop.day("launch"), "first_users": workshop.day("first_users")},
        )
        for x, workshop in product(days, workshops)
    )
    expected = outcomes(rules, facts)
    assert proved(with_rules([field("x", "date", past="allowed")], *rules)) == expected


def test_working_days_skip_weekends() -> None:
    assert Timeline({}).add_workdays(TODAY, -10) == TODAY - timedelta(weeks=2)

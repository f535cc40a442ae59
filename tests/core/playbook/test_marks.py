"""A playbook names its last question, and the choice that confirms the result; else it says what is wrong."""

from __future__ import annotations

import pytest

from tests.core.playbook.playbooks import changed, faults_of

TITLE = 'title: {de: "So geht es weiter"'
LAST = (TITLE, f"last: true\n    {TITLE}")
FIELD = "      - {id: deeper, kind: multi, label:"
CONFIRM = (
    FIELD,
    '      - {id: confirm, kind: choice, label: {de: "x", en: "x"}, choices: [{id: a, confirms: true,'
    ' label: {de: "x", en: "x"}}, {id: b, label: {de: "x", en: "x"}}]}\n' + FIELD,
)


def said(*changes: tuple[str, str]) -> list[str]:
    return [fault.partition(": ")[2] for fault in faults_of(changed(*changes))]


def test_a_last_question_with_one_choice_that_confirms_is_right() -> None:
    assert said(LAST, CONFIRM) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ((LAST,), "0 choices confirm the result, it must be one"),
        ((CONFIRM,), "only a choice of the last question confirms the result"),
        (
            (LAST, (CONFIRM[0], CONFIRM[1].replace("kind: choice,", "kind: choice, optional: true,"))),
            "the field that confirms the result is a choice that is always asked and never optional",
        ),
        (
            (LAST, (CONFIRM[0], CONFIRM[1].replace("{id: b,", "{id: b, confirms: true,"))),
            "2 choices confirm the result, it must be one",
        ),
    ],
)
def test_what_confirms_nothing_or_twice_is_a_fault(changes: tuple[tuple[str, str], ...], fault: str) -> None:
    assert any(fault in one for one in said(*changes)), said(*changes)


def test_a_last_question_that_is_not_the_last_or_not_always_asked_is_a_fault() -> None:
    found = said(
        (
            'title: {de: "Kommunikationsplan"',
            'last: true\n    when: {ST2.since: given}\n    title: {de: "Kommunikationsplan"',
        )
    )
    assert any("CL is asked after it" in one for one in found)
    assert any("the last question confirms the whole result, in every workshop" in one for one in found)


def test_a_choice_that_goes_with_no_other_is_for_fields_of_several_choices() -> None:
    marked = CONFIRM[1].replace("{id: b,", "{id: b, alone: true,")
    assert "is only for fields of several choices" in " ".join(said(LAST, (CONFIRM[0], marked)))


def test_a_mark_that_does_not_exist_is_a_fault() -> None:
    wrong = (CONFIRM[0], CONFIRM[1].replace("confirms: true", "tell: everybody"))
    assert any("tell" in one for one in said(wrong))

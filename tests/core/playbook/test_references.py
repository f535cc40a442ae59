"""Whatever a playbook names exists, once, in every language, and can come true."""

from __future__ import annotations

import pytest

from tests.core.playbook.playbooks import NAME, broken, changed, faults_of, line_of

BROKEN = broken("broken_references.yaml")


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_reference_has_a_fault_with_its_line(name: str) -> None:
    way = BROKEN[name]
    text = changed((way["old"], way["new"]))
    found = [fault for fault in faults_of(text) if way["says"] in fault]
    assert len(found) == 1, faults_of(text)
    assert found[0].startswith(f"{NAME}:{line_of(text, way['at'])}: ")


def test_questions_that_wait_for_one_another_are_never_asked() -> None:
    text = changed(
        ("when: {ST1.state: [agreed, asked]}", "when: {AW1: answered}"),
        (
            'title: {de: "Kommunikationsplan"',
            'when: {ST2.since: given}\n    title: {de: "Kommunikationsplan"',
        ),
    )
    assert [fault.partition("when: ")[2] for fault in faults_of(text)] == [
        "ST2 would never be asked: it waits for AW1, asked after it or never",
        "AW1 would never be asked: it waits for ST2, asked after it or never",
    ]


def test_one_open_way_is_enough_for_a_question_to_be_asked() -> None:
    text = changed(
        ("when: {ST1.state: [agreed, asked]}", "when: [{AW1: answered}, {ST1: unanswered}]"),
        (
            'title: {de: "Kommunikationsplan"',
            'when: {ST2.since: given}\n    title: {de: "Kommunikationsplan"',
        ),
    )
    assert faults_of(text) == []

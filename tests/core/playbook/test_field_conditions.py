"""A field may apply only where the fields before it say so; the loader and its proof know that."""

from __future__ import annotations

import pytest

from bot.core.playbook.proof.verdicts import unproved
from tests.core.playbook.playbooks import changed, faults_of
from tests.core.playbook.test_proof import field, with_rules

STATE = '        kind: choice\n        label: {de: "Stand", en: "State"}\n'
BROKEN = {
    "{golf: given}": "golf is neither a field of this question",
    "{state: agreed}": "state is no field before it in this question: a field hangs on those alone",
    "{setup.launch: given}": "setup.launch is no field before it in this question",
    "{sponsor: agreed}": "any is no test for this",
    "[{sponsor: given}, {sponsor: missing}]": "always holds: leave it out",
    "{sponsor: [missing]}": "missing is a test of its own",
}


@pytest.mark.parametrize("when", BROKEN)
def test_a_field_hangs_on_nothing_but_the_fields_before_it(when: str) -> None:
    found = faults_of(changed((STATE, f"        when: {when}\n{STATE}")))
    named = [fault for fault in found if "fields[1].when" in fault]
    assert len(named) == 1, found
    assert BROKEN[when] in named[0]


def test_a_condition_of_the_reasons_needs_reasons() -> None:
    text = changed(
        (
            "    verdict:\n      - {verdict: gap, when: {reason: no_need}",
            "    reason_when: {state: golf}\n    verdict:\n      - {verdict: gap, when: {reason: no_need}",
        )
    )
    assert ["golf cannot be chosen" in fault for fault in faults_of(text)] == [True]
    text = changed(("    reason: true\n", "    reason_when: {state: open}\n"))
    assert any("is only for a question with reasons" in fault for fault in faults_of(text))


def test_what_was_not_asked_yet_needs_a_verdict_too() -> None:
    fields = [field("plan", "choice"), field("owner", "choice", when={"plan": "a"})]
    playbook = with_rules(fields, {"plan": "a", "owner": ["a", "b", "c"]}, {"plan": ["b", "c"]})
    assert [one.message for one in unproved(playbook)] == ["no rule fits plan = a, owner = (missing)"]


def test_a_rule_about_what_does_not_apply_can_never_hold() -> None:
    fields = [field("plan", "choice"), field("owner", "choice", when={"plan": "a"})]
    playbook = with_rules(fields, {"plan": "b", "owner": "a"}, {})
    assert [one.message for one in unproved(playbook)] == ["can never hold"]


def test_what_hangs_on_a_field_that_does_not_apply_does_not_apply_either() -> None:
    fields = [
        field("plan", "choice"),
        field("owner", "choice", when={"plan": "a"}),
        field("day", "choice", when={"owner": "b"}),
    ]
    playbook = with_rules(fields, {"plan": ["b", "c"], "day": "a"}, {})
    assert [one.message for one in unproved(playbook)] == ["can never hold"]

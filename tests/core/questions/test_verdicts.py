"""How questions stand: the table of the verdicts, row by row."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from bot.core.engagement import Voice
from bot.core.playbook.book import Book
from bot.core.verdict import Verdict
from tests.core.workshops import FM, IT, LEAD, SPONSOR, running

V = Verdict


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ({"state": "agreed", "sponsor_name": "Ada"}, V.READY),
        ({"state": "agreed"}, V.AT_RISK),
        ({"state": "asked", "sponsor_name": "Ada"}, V.AT_RISK),
        ({"state": "open"}, V.GAP),
        ({"state": "agreed", "sponsor_name": "Ada", "reason": "no_need"}, V.GAP),
    ],
)
def test_an_answer_stands_as_the_playbooks_first_fitting_rule_says(
    small: Book, answer: dict[str, Any], verdict: Verdict
) -> None:
    workshop = running(small)
    assert not workshop.says(SPONSOR, "ST1", **answer).faults
    assert workshop.standing("ST1").verdict is verdict


def test_a_question_that_nobody_answered_is_unknown(small: Book) -> None:
    found = running(small).standing("ST1")
    assert (found.verdict, found.voice, found.rule) == (V.UNKNOWN, None, None)


@pytest.mark.parametrize(
    ("planned_on", "later", "verdict"),
    [
        ("2026-06-10", 0, V.ON_COURSE),
        ("2026-06-17", 0, V.ON_COURSE),  # due is five working days after the start
        ("2026-06-18", 0, V.AT_RISK),
        ("2026-06-12", 3, V.AT_RISK),  # its day has passed
    ],
)
def test_what_is_planned_is_on_course_until_its_day_if_that_is_not_too_late(
    small: Book, planned_on: str, later: int, verdict: Verdict
) -> None:
    workshop = running(small)
    assert not workshop.says(LEAD, "SZ1", "planned", planned_by=IT.key, planned_on=planned_on).faults
    workshop.passes(days=later)
    assert workshop.standing("SZ1").verdict is verdict


@pytest.mark.parametrize(
    "fields", [{}, {"planned_on": "2026-06-12"}, {"planned_by": {"name": "Ada"}}, {"planned_by": {}}]
)
def test_what_is_planned_without_a_person_or_a_day_is_at_risk(small: Book, fields: dict[str, Any]) -> None:
    workshop = running(small)
    voice = Voice(LEAD.key, "2026-06-10T09:00:00Z", "planned", 9, fields=fields)
    workshop.engagement = replace(workshop.engagement, voices={"SZ1": [voice]})
    assert workshop.standing("SZ1").verdict is V.AT_RISK


def test_what_does_not_apply_counts_as_ready(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", "not_applicable", because="kein Bedarf an Kommunikation")
    found = workshop.standing("AW1")
    assert (found.verdict, found.counts) == (V.NOT_APPLICABLE, V.NOT_APPLICABLE)
    assert workshop.picture.verdict("awareness") is V.READY


def test_a_skipped_must_is_unknown_and_counts_as_at_risk(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", "skipped")
    found = workshop.standing("AW1")
    assert (found.verdict, found.counts) == (V.UNKNOWN, V.AT_RISK)
    assert workshop.picture.verdict("awareness") is V.AT_RISK


@pytest.mark.parametrize("said", [False, True])
@pytest.mark.parametrize(("days", "counts"), [(7, V.UNKNOWN), (8, V.AT_RISK)])
def test_what_is_unknown_counts_as_at_risk_after_the_answer_by_day(
    small: Book, said: bool, days: int, counts: Verdict
) -> None:
    workshop = running(small)
    if said:
        workshop.says(LEAD, "AW1", "handed", handed_to=IT.key)
    workshop.passes(days=days)
    found = workshop.standing("AW1")
    assert (found.verdict, found.counts) == (V.UNKNOWN, counts)
    assert workshop.picture.verdict("awareness") is counts


def test_without_an_answer_by_day_nothing_is_late(small: Book) -> None:
    workshop = running(small, answer_by="")
    workshop.passes(days=100)
    assert workshop.standing("AW1").counts is V.UNKNOWN


@pytest.mark.parametrize(
    ("launch", "reason", "counts"),
    [
        ("2026-12-01", "", V.AT_RISK),  # ST1 has to stand eight weeks before the launch
        ("2026-08-05", "", V.AT_RISK),  # that is today
        ("2026-08-04", "", V.GAP),
        ("", "", V.AT_RISK),
        ("2026-12-01", "no_need", V.GAP),
        ("2026-12-01", "budget", V.AT_RISK),
    ],
)
def test_a_gap_counts_when_it_can_no_longer_be_closed_in_time_or_was_declined(
    small: Book, launch: str, reason: str, counts: Verdict
) -> None:
    workshop = running(small, launch=launch, pilot="")
    workshop.says(SPONSOR, "ST1", state="open", reason=reason)
    found = workshop.standing("ST1")
    assert (found.verdict, found.counts) == (V.GAP, counts)
    assert workshop.picture.verdict("stakeholders") is counts


def test_an_answer_that_no_rule_of_this_playbook_fits_is_unknown(small: Book) -> None:
    workshop = running(small)
    voice = Voice(LEAD.key, "2026-06-10T09:00:00Z", "answer", 9, fields={"plan": "of another version"})
    workshop.engagement = replace(workshop.engagement, voices={"AW1": [voice]})
    found = workshop.standing("AW1")
    assert (found.verdict, found.counts, found.rule) == (V.UNKNOWN, V.UNKNOWN, None)


def test_two_different_answers_are_a_disagreement_and_at_risk(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="yes")
    workshop.says(IT, "AW1", plan="partly")
    found = workshop.standing("AW1")
    assert (found.verdict, found.disputed) == (V.AT_RISK, True)
    assert found.voice == workshop.voices("AW1")[0]


def test_a_gap_stays_a_gap_when_somebody_disagrees(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="no")
    workshop.says(IT, "AW1", plan="yes")
    assert workshop.standing("AW1").verdict is V.GAP


@pytest.mark.parametrize(
    ("kind", "raw"), [("handed", {}), ("skipped", {"because": "weiß nicht"}), ("answer", {"plan": "yes"})]
)
def test_not_knowing_and_saying_the_same_are_no_disagreement(
    small: Book, kind: Any, raw: dict[str, Any]
) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="yes")
    workshop.says(IT, "AW1", kind, **raw)
    found = workshop.standing("AW1")
    assert (found.verdict, found.disputed) == (V.READY, False)


def test_a_disagreement_ends_when_one_of_them_changes_their_answer(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="yes")
    workshop.says(IT, "AW1", plan="no")
    workshop.says(IT, "AW1", plan="yes")
    assert not workshop.standing("AW1").disputed


def test_an_answer_is_confirmed_by_somebody_who_may_speak_for_it(small: Book) -> None:
    workshop = running(small)
    workshop.says(IT, "AW1", plan="yes")
    assert not workshop.standing("AW1").confirmed
    workshop.says(SPONSOR, "AW1", plan="yes")
    assert not workshop.standing("AW1").confirmed
    workshop.says(LEAD, "AW1", plan="yes")
    found = workshop.standing("AW1")
    assert found.confirmed
    assert found.voice is not None
    assert found.voice.by == IT.key


def test_a_different_answer_confirms_nothing(small: Book) -> None:
    workshop = running(small)
    workshop.says(IT, "AW1", plan="yes")
    workshop.says(FM, "AW1", plan="no")
    assert not workshop.standing("AW1").confirmed

"""An answer is taken in five ways, stands beside those of others, and is changed by nobody else."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.answers.rows import RecordVoice
from bot.core.engagement import VoiceKind
from bot.core.playbook.book import Book
from bot.core.problems import Problem
from bot.core.step import RecordLog, Step
from tests.core.workshops import FM, IT, LEAD, running

PLANNED = {"planned_by": IT.key, "planned_on": "2026-06-16"}


@pytest.mark.parametrize(
    ("kind", "raw", "fields", "reason", "handed_to"),
    [
        ("answer", {"plan": "partly"}, {"plan": "partly"}, None, None),
        (
            "planned",
            PLANNED,
            {
                "planned_by": {"tenant": "fabrikam", "id": "it", "name": "Ivo Techniker"},
                "planned_on": "2026-06-16",
            },
            None,
            None,
        ),
        ("not_applicable", {"because": "gilt hier nicht"}, {}, "gilt hier nicht", None),
        ("skipped", {}, {}, None, None),
        ("skipped", {"because": "keine Zeit"}, {}, "keine Zeit", None),
        (
            "handed",
            {"handed_to": IT.key},
            {"handed_to": {"tenant": "fabrikam", "id": "it", "name": "Ivo Techniker"}},
            None,
            IT.key,
        ),
        ("handed", {"handed_to_name": "Ada"}, {"handed_to": {"name": "Ada"}}, None, FM.key),
        ("handed", {}, {}, None, FM.key),
    ],
)
def test_what_is_said_is_kept_with_who_when_and_for_which_playbook(
    small: Book,
    kind: VoiceKind,
    raw: dict[str, Any],
    fields: dict[str, Any],
    reason: str | None,
    handed_to: str,
) -> None:
    workshop = running(small)
    step = workshop.says(LEAD, "AW1", kind, **raw)
    (voice,) = workshop.voices("AW1")
    assert (voice.kind, voice.fields, voice.reason, voice.handed_to) == (kind, fields, reason, handed_to)
    assert (voice.by, voice.at, voice.playbook_version) == (LEAD.key, "2026-06-10T09:00:00Z", "test-1")
    assert voice.revision == step.engagement.revision
    verdict = workshop.standing("AW1").verdict
    said, logged, *_ = step.records
    assert (said, logged) == (RecordVoice("AW1", voice, verdict), RecordLog(kind, LEAD.key, "AW1", None))


@pytest.mark.parametrize(
    ("kind", "raw", "field", "problem"),
    [
        ("answer", {}, "plan", Problem.REQUIRED),
        ("answer", {"plan": "maybe"}, "plan", Problem.UNKNOWN_CHOICE),
        ("planned", {"planned_on": "2026-06-16"}, "planned_by", Problem.NOBODY_CHOSEN),
        ("planned", {**PLANNED, "planned_on": ""}, "planned_on", Problem.REQUIRED),
        ("planned", {**PLANNED, "planned_on": "2026-06-09"}, "planned_on", Problem.DATE_IN_PAST),
        ("not_applicable", {}, "because", Problem.REQUIRED),
        ("skipped", {"because": "x" * 501}, "because", Problem.TOO_LONG),
        ("handed", {"handed_to": "contoso/nobody"}, "handed_to", Problem.UNKNOWN_CHOICE),
    ],
)
def test_a_wrong_answer_changes_nothing(
    small: Book, kind: VoiceKind, raw: dict[str, Any], field: str, problem: Problem
) -> None:
    workshop = running(small)
    before = workshop.engagement
    step = workshop.says(LEAD, "AW1", kind, **raw)
    assert [(fault.field, fault.problem) for fault in step.faults] == [(field, problem)]
    assert step == Step(before, faults=step.faults)


@pytest.mark.parametrize(
    ("question", "service"), [("ST2", None), ("TR1", None), ("XX", None), ("AW1", "teams")]
)
def test_what_is_not_asked_cannot_be_answered(small: Book, question: str, service: str | None) -> None:
    step = running(small).says(LEAD, question, service=service, plan="yes")
    assert [fault.problem for fault in step.faults] == [Problem.NOT_ASKED]


def test_yes_partly_and_no_may_be_typed_in_both_languages(small: Book) -> None:
    workshop = running(small)
    for typed, value in (("Teilweise", "partly"), ("yes", "yes"), ("NEIN", "no")):
        workshop.says(LEAD, "AW1", plan=typed)
        assert workshop.voices("AW1")[0].fields == {"plan": value}


def test_ones_own_answer_can_be_changed_and_the_log_keeps_the_old_one(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="no")
    old = workshop.voices("AW1")[0]
    step = workshop.says(LEAD, "AW1", plan="yes")
    assert [voice.fields for voice in workshop.voices("AW1")] == [{"plan": "yes"}]
    assert RecordLog("answer", LEAD.key, "AW1", old) in step.records


def test_the_same_answer_again_changes_nothing(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="no")
    before = workshop.engagement
    assert workshop.says(LEAD, "AW1", plan="no") == Step(before)


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("answer", {"plan": "no"}),
        ("planned", PLANNED),
        ("not_applicable", {"because": "so"}),
        ("skipped", {}),
        ("handed", {"handed_to": IT.key}),
        ("handed", {}),
    ],
)
def test_a_double_click_is_one_click(small: Book, kind: VoiceKind, raw: dict[str, Any]) -> None:
    workshop = running(small)
    seen = workshop.engagement.revision
    workshop.says(LEAD, "AW1", kind, revision=seen, **raw)
    before = workshop.engagement
    assert workshop.says(LEAD, "AW1", kind, revision=seen, **raw) == Step(before)


def test_an_old_card_does_not_overwrite_a_newer_answer(small: Book) -> None:
    workshop = running(small)
    seen = workshop.engagement.revision
    workshop.says(LEAD, "AW1", plan="no")
    before = workshop.engagement
    step = workshop.says(LEAD, "AW1", revision=seen, plan="yes")
    assert [fault.problem for fault in step.faults] == [Problem.OLD_CARD]
    assert step.engagement is before

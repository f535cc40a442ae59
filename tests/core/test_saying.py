"""An answer is taken in five ways, stands beside those of others, and is changed by nobody else."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.answering import MAX_VOICES
from bot.core.book import Book
from bot.core.engagement import Person, VoiceKind
from bot.core.events import (
    Except,
    Hand,
    PostResult,
    PostSummary,
    RecordLog,
    RecordVoice,
    Say,
    Share,
    Step,
)
from bot.core.problems import Problem
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop, running

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
    raw: dict[str, str],
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
    assert step.records == (RecordVoice("AW1", voice, verdict), RecordLog(kind, LEAD.key, "AW1", None))


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
    small: Book, kind: VoiceKind, raw: dict[str, str], field: str, problem: Problem
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
def test_a_double_click_is_one_click(small: Book, kind: VoiceKind, raw: dict[str, str]) -> None:
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


def test_somebody_elses_answer_does_not_make_a_card_old(small: Book) -> None:
    workshop = running(small)
    seen = workshop.engagement.revision
    workshop.says(LEAD, "AW1", plan="no")
    assert not workshop.says(IT, "AW1", revision=seen, plan="yes").faults
    assert [voice.by for voice in workshop.voices("AW1")] == [LEAD.key, IT.key]


def test_the_first_answer_stays_the_answer(small: Book) -> None:
    workshop = running(small)
    workshop.says(IT, "AW1", plan="no")
    workshop.says(LEAD, "AW1", plan="yes")
    voice = workshop.standing("AW1").voice
    assert voice is not None
    assert voice.by == IT.key
    assert workshop.standing("AW1").disputed


def test_who_passed_a_question_on_comes_after_those_who_answered(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", "handed", handed_to=IT.key)
    workshop.says(IT, "AW1", plan="yes")
    workshop.says(LEAD, "AW1", plan="no")
    assert [voice.by for voice in workshop.voices("AW1")] == [IT.key, LEAD.key]
    assert workshop.standing("AW1").voice == workshop.voices("AW1")[0]


def test_who_takes_back_an_answer_leaves_it_to_the_next(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="yes")
    workshop.says(IT, "AW1", plan="no")
    workshop.says(LEAD, "AW1", "skipped")
    assert workshop.standing("AW1").voice == workshop.voices("AW1")[1]


@pytest.mark.parametrize(
    ("person", "question", "confirmed"),
    [
        (LEAD, "AW1", True),
        (FM, "AW1", True),
        (IT, "AW1", False),
        (SPONSOR, "ST1", True),
        (LEAD, "D1", False),
        (FM, "D1", True),
        (Person("contoso", "passerby", "Paula"), "AW1", False),
    ],
)
def test_an_answer_needs_nobodys_confirmation_where_the_role_gave_it(
    small: Book, person: Person, question: str, confirmed: bool
) -> None:
    workshop = running(small)
    raw = {"AW1": {"plan": "yes"}, "ST1": {"state": "open"}, "D1": {"start": "2026-12-01", "in_use": "no"}}
    assert not workshop.says(person, question, **raw[question]).faults
    assert workshop.voices(question)[0].confirmed is confirmed


def test_who_was_asked_by_name_may_speak_for_it_and_stays_so(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", "handed", handed_to=IT.key)
    seen = workshop.engagement.revision
    workshop.says(IT, "AW1", plan="yes")
    assert workshop.voices("AW1")[1].confirmed
    assert not workshop.says(IT, "AW1", revision=seen, plan="yes").faults
    workshop.says(LEAD, "AW1", plan="partly")
    workshop.says(IT, "AW1", plan="no")
    assert all(voice.confirmed for voice in workshop.voices("AW1"))


def test_an_answer_can_be_confirmed_by_its_owner_who_took_the_role_since(small: Book) -> None:
    workshop = running(small)
    workshop.says(IT, "AW1", plan="yes")
    workshop.joins(IT, "project_lead")
    workshop.says(IT, "AW1", plan="yes")
    assert workshop.voices("AW1")[0].confirmed


def test_a_question_takes_fifty_voices_and_says_so(small: Book) -> None:
    workshop = running(small)
    for number in range(MAX_VOICES):
        assert not workshop.says(Person("contoso", f"p{number}", "P"), "AW1", plan="yes").faults
    step = workshop.says(LEAD, "AW1", plan="yes")
    assert [fault.problem for fault in step.faults] == [Problem.TOO_MANY_VOICES]
    assert dict(step.faults[0].values) == {"limit": "50"}
    assert not workshop.says(Person("contoso", "p7", "P"), "AW1", plan="no").faults


def test_who_answers_is_known_from_then_on(small: Book) -> None:
    workshop = running(small)
    passerby = Person("contoso", "passerby", "Paula")
    workshop.says(passerby, "AW1", plan="yes")
    assert workshop.engagement.people[passerby.key].name == "Paula"
    assert workshop.engagement.people[passerby.key].roles == []


def test_handing_on_mentions_the_one_asked_once(small: Book) -> None:
    workshop = running(small)
    seen = workshop.engagement.revision
    first = workshop.says(LEAD, "AW1", "handed", revision=seen, handed_to=IT.key)
    again = workshop.says(LEAD, "AW1", "handed", revision=seen, handed_to=IT.key)
    assert [effect for step in (first, again) for effect in step.effects] == [Hand(IT.key, LEAD, "AW1", None)]


def test_telling_the_fm_mentions_the_fm_but_not_when_it_is_the_fm_who_does_not_know(small: Book) -> None:
    workshop = running(small)
    assert Hand(FM.key, LEAD, "AW1", None) in workshop.says(LEAD, "AW1", "handed").effects
    assert not any(isinstance(one, Hand) for one in workshop.says(FM, "D1", "handed").effects)


def test_an_answer_brings_the_material_of_its_verdict(small: Book) -> None:
    step = running(small).says(SPONSOR, "ST1", state="agreed", sponsor=LEAD.key)
    assert Share(("R01",)) in step.effects


def test_a_factors_result_and_the_summary_are_posted_exactly_once(small: Book) -> None:
    workshop = running(small)
    for question in ("D1", "ST1", "SZ1", "AW1", "CL"):
        workshop.says(FM, question, "not_applicable", because="gilt nicht")
    workshop.says(LEAD, "ST1", state="open")
    workshop.says(FM, "SZ1", scenarios="meetings")
    workshop.happens(Except(FM, "AW1", {"services": "teams"}))
    workshop.says(FM, "AW1", service="teams", plan="yes")
    posted = [effect for step in workshop.steps for effect in step.effects]
    assert [one for one in posted if isinstance(one, PostResult | PostSummary)] == [
        PostResult("stakeholders"),
        PostResult("scenarios"),
        PostResult("awareness"),
        PostSummary(),
    ]


def test_a_factor_waits_for_what_is_offered_once_more(small: Book) -> None:
    workshop = running(small)
    assert PostResult("awareness") not in workshop.says(LEAD, "AW1", "skipped").effects
    assert PostResult("awareness") in workshop.says(LEAD, "AW1", "skipped").effects


def test_the_talk_remembers_the_next_question_until_nothing_is_left(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "ST1", state="open")
    assert workshop.engagement.talks[LEAD.key].question == "SZ1"
    for question in ("SZ1", "AW1", "CL"):
        workshop.says(LEAD, question, "not_applicable", because="gilt nicht")
    assert LEAD.key not in workshop.engagement.talks


def test_an_exception_must_name_services_in_scope_of_a_question_that_is_asked(small: Book) -> None:
    workshop = running(small, services="exchange", depth="full")
    unknown = workshop.happens(Except(LEAD, "AW1", {"services": "teams"}))
    assert [fault.problem for fault in unknown.faults] == [Problem.UNKNOWN_CHOICE]
    assert [one.problem for one in workshop.happens(Except(LEAD, "TE1", {})).faults] == [Problem.NOT_ASKED]
    before = workshop.engagement
    assert workshop.happens(Except(LEAD, "AW1", {})) == Step(before)


def dated(book: Book) -> Workshop:
    return running(book, pilot="2026-09-01", launch="2026-12-01")


def test_the_answer_of_the_one_in_charge_keeps_the_setup_in_step(small: Book) -> None:
    workshop = dated(small)
    workshop.says(FM, "D1", start="2026-11-01", in_use="no")
    assert (workshop.engagement.setup.pilot, workshop.engagement.setup.launch) == ("2026-09-01", "2026-11-01")


def test_an_unconfirmed_answer_does_not_change_the_setup(small: Book) -> None:
    workshop = dated(small)
    workshop.says(LEAD, "D1", start="2026-11-01", in_use="no")
    assert workshop.engagement.setup.launch == "2026-12-01"


def test_a_pilot_after_the_new_launch_is_no_longer_known(small: Book) -> None:
    workshop = dated(small)
    workshop.says(FM, "D1", start="2026-08-01", in_use="no")
    assert (workshop.engagement.setup.pilot, workshop.engagement.setup.launch) == (None, "2026-08-01")
    assert not workshop.is_set_up(pilot="", launch="2026-08-01").faults


def test_the_number_of_people_to_train_does_not_change_the_licences(small: Book) -> None:
    workshop = running(small, depth="full", licences="500")
    workshop.says(IT, "TR1", people="20")
    assert workshop.engagement.setup.licences == 500


@pytest.mark.parametrize(
    ("answer", "pilot", "launch"),
    [
        ({"pilot": "2026-10-01", "launch": "2026-11-01"}, "2026-10-01", "2026-11-01"),
        ({"pilot": "2026-11-02", "launch": "2026-11-01"}, "2026-09-01", "2026-11-01"),
        ({"pilot": "2026-12-24"}, "2026-09-01", "2026-12-01"),
        ({"launch": "2026-08-15"}, None, "2026-08-15"),
    ],
)
def test_the_dates_of_the_shipped_playbook_stay_in_order(
    book: Book, answer: dict[str, str], pilot: str | None, launch: str
) -> None:
    workshop = Workshop(book)
    inputs = {"depth": "full", "pilot": "2026-09-01", "launch": "2026-12-01", "services": "teams"}
    workshop.is_set_up(**inputs)
    step = workshop.happens(Say(FM, "D1", None, "answer", {"status": "new", **answer}, 99))
    assert not step.faults
    assert (step.engagement.setup.pilot, step.engagement.setup.launch) == (pilot, launch)

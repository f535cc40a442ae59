"""What an answer brings with it: mentions, material, results, the next question, a setup kept in step."""

from __future__ import annotations

import pytest

from bot.core.book import Book
from bot.core.effects import Hand, PostResult, PostSummary, Share, Step
from bot.core.events import Except, Say
from bot.core.problems import Problem
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop, running


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
    shipped: Book, answer: dict[str, str], pilot: str | None, launch: str
) -> None:
    workshop = Workshop(shipped)
    inputs = {"depth": "full", "pilot": "2026-09-01", "launch": "2026-12-01", "services": "teams"}
    workshop.is_set_up(**inputs)
    step = workshop.happens(Say(FM, "D1", None, "answer", {"status": "new", **answer}, 99))
    assert not step.faults
    assert (step.engagement.setup.pilot, step.engagement.setup.launch) == (pilot, launch)

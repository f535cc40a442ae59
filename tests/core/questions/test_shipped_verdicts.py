"""What the shipped playbook says of real answers: near the start and far from it, by the facts of today."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.playbook.book import Book
from bot.core.problems import Problem
from bot.core.record.sheet.cells import cells
from bot.core.verdict import Verdict
from tests.core.workshops import FM, IT, LEAD, Workshop, running

FAR, WEEKS, DAYS = "2026-12-01", "2026-07-10", "2026-06-18"
"""First days of work with the services, seen from 10 June 2026."""


@pytest.mark.parametrize(
    ("pilot", "talks", "verdict"),
    [
        (FAR, "in_talks", Verdict.ON_COURSE),
        (WEEKS, "in_talks", Verdict.AT_RISK),
        (DAYS, "in_talks", Verdict.GAP),
        (FAR, "not_started", Verdict.AT_RISK),
        (DAYS, "not_started", Verdict.GAP),
        (DAYS, "agreed", Verdict.READY),
    ],
)
@pytest.mark.parametrize("field", ["works_council", "data_protection"])
def test_talks_that_are_still_open_weigh_more_as_the_start_comes_nearer(
    shipped: Book, pilot: str, talks: str, verdict: Verdict, field: str
) -> None:
    workshop = running(shipped, pilot=pilot, launch="2027-03-01")
    said: dict[str, Any] = {"works_council": "agreed", "data_protection": "agreed", field: talks}
    assert workshop.says(LEAD, "ST6", **said).faults == ()
    assert workshop.standing("ST6").verdict is verdict


def test_works_council_and_privacy_are_asked_themselves_and_where_nobody_is_there_the_project_lead(
    shipped: Book,
) -> None:
    workshop = running(shipped)
    assert "ST6" in workshop.queue(LEAD)
    workshop.joins(IT, "representatives")
    assert "ST6" not in workshop.queue(LEAD)
    assert "ST6" in workshop.queue(IT)


@pytest.mark.parametrize(
    ("question", "said", "verdict"),
    [
        ("CP1", {"chosen_by": "work", "named": "yes", "others": "chat"}, Verdict.READY),
        ("CP1", {"chosen_by": "everybody", "others": "nobody"}, Verdict.READY),
        ("CP1", {"chosen_by": "position", "named": "yes", "others": "chat"}, Verdict.AT_RISK),
        ("CP2", {"tasks": "meetings,mail,finding", "measured_by": "survey"}, Verdict.READY),
        ("CP2", {"tasks": "meetings,mail,finding,slides", "measured_by": "survey"}, Verdict.AT_RISK),
        ("CP2", {"tasks": "meetings", "measured_by": "usage"}, Verdict.AT_RISK),
        ("CP3", {"state": "not_started"}, Verdict.GAP),
        ("CP3", {"state": "done", "covers": "labels"}, Verdict.AT_RISK),
        ("CP3", {"state": "done", "covers": "everyone,links"}, Verdict.READY),
        ("CP3", {"state": "planned", "checked_by": IT.key, "until": "2026-08-14"}, Verdict.ON_COURSE),
        ("CP3", {"state": "planned", "checked_by": IT.key, "until": "2026-09-01"}, Verdict.AT_RISK),
        ("CP4", {"representatives": "not_required", "data_protection": "cleared"}, Verdict.READY),
        ("CP5", {"settled": "nothing"}, Verdict.GAP),
        ("CP5", {"settled": "inputs,checking", "known": "yes"}, Verdict.READY),
        ("CP6", {"measures": "self_study", "first_on": "2026-08-03", "written_down": "yes"}, Verdict.AT_RISK),
        ("CP7", {"champions": "no", "prompts": "no", "place": "yes"}, Verdict.GAP),
        ("CP8", {"builders": "not_yet"}, Verdict.READY),
        ("CP8", {"builders": "everybody"}, Verdict.GAP),
        ("CP8", {"builders": "selected", "settled": "approval,data,care,cost"}, Verdict.READY),
        ("CP9", {"feedback": "replied", "unused": "kept"}, Verdict.AT_RISK),
        ("EX1", {"where": "own_server", "version": "older", "until": "2026-10-01"}, Verdict.AT_RISK),
        ("EX1", {"where": "own_server", "version": "subscription", "until": "2026-10-01"}, Verdict.ON_COURSE),
        ("OP4", {"rhythm": "semi_annual", "first_group": "yes"}, Verdict.AT_RISK),
        ("D4", {"owner": LEAD.key, "mandate": "asked"}, Verdict.AT_RISK),
        ("TR9", {"technology": "new", "requirements": "no", "change": "planned"}, Verdict.GAP),
        ("TR9", {"technology": "able", "requirements": "yes", "change": "not_needed"}, Verdict.GAP),
        ("TR9", {"technology": "able", "requirements": "yes", "change": "wanted"}, Verdict.AT_RISK),
        ("TR9", {"technology": "helped", "requirements": "yes", "change": "planned"}, Verdict.READY),
        ("TE5", {"state": "own"}, Verdict.AT_RISK),
        ("TE5", {"state": "own", "contact": LEAD.key}, Verdict.READY),
        ("TR5", {"pilot_on": "2026-08-24", "all_on": "2026-11-05"}, Verdict.READY),
        ("TR5", {"pilot_on": "2026-08-24", "all_on": "2026-10-26"}, Verdict.AT_RISK),
    ],
)
def test_an_answer_is_rated_as_an_fm_would(
    shipped: Book, question: str, said: dict[str, Any], verdict: Verdict
) -> None:
    workshop = running(shipped, depth="full", services="copilot,exchange,office,teams")
    assert workshop.says(LEAD, question, **said).faults == ()
    assert workshop.standing(question).verdict is verdict


@pytest.mark.parametrize(
    ("question", "said", "field"),
    [
        ("CP5", {"settled": "inputs,nothing"}, "settled"),
        ("CP2", {"tasks": "undecided,mail", "measured_by": "survey"}, "tasks"),
        ("TE4", {"scope": "meetings,nothing"}, "scope"),
        ("EX2", {"apps": "outlook,nothing", "afterwards": "outlook_all"}, "apps"),
        ("SP1", {"replaces": "intranet,nothing"}, "replaces"),
        ("OD3", {"sources": "box,nothing"}, "sources"),
    ],
)
def test_choices_that_contradict_each_other_are_refused_at_their_field(
    shipped: Book, question: str, said: dict[str, Any], field: str
) -> None:
    workshop = running(shipped, depth="full", services="copilot,teams,exchange,sharepoint,onedrive")
    step = workshop.says(LEAD, question, **said)
    assert [(one.problem, one.field) for one in step.faults] == [(Problem.CONTRADICTION, field)]


def test_every_none_of_these_of_the_shipped_playbook_goes_with_no_other(shipped: Book) -> None:
    fields = [
        (question.id, choice.id)
        for question in shipped.questions.values()
        for field in question.fields
        if field.kind == "multi"
        for choice in field.choices
        if choice.id in ("nothing", "nobody", "undecided") and not choice.alone
    ]
    assert fields == []


def test_problems_of_daily_work_come_before_the_scenarios_that_solve_them(shipped: Book) -> None:
    workshop = running(shipped, depth="full")
    queue = workshop.queue(LEAD)
    assert queue.index("SZ1") < queue.index("SZ2")


def test_what_the_customer_knows_is_asked_in_a_short_workshop_too(shipped: Book) -> None:
    """The first goal of the page, and the technical requirements."""
    assert "TR9" in running(shipped).queue(IT)


def test_the_reason_is_asked_for_in_a_short_workshop_too(shipped: Book) -> None:
    workshop = running(shipped, services="teams")
    assert "D3" in workshop.queue(FM)
    workshop.says(FM, "D3", gain="time", result="Angebote in zwei Tagen", noticed_by="Verkauf")
    assert _verdicts(workshop)["business_reason"] is Verdict.READY


def test_what_is_confirmed_with_nothing_in_it_is_not_ready(shipped: Book) -> None:
    workshop = running(shipped, services="teams", pilot="", launch="")
    workshop.says(LEAD, "DC", still_right="right")
    found = _verdicts(workshop)
    assert found["business_reason"] is Verdict.UNKNOWN
    assert found["success_owner"] is Verdict.UNKNOWN
    assert found["due_date"] is Verdict.UNKNOWN
    workshop.says(LEAD, "ST2", success_owner=LEAD.key)
    assert _verdicts(workshop)["success_owner"] is Verdict.READY


def _verdicts(workshop: Workshop) -> dict[str, Verdict]:
    picture = workshop.picture
    return {one.aspect.id: one.verdict for one in cells(picture, "teams", picture.book.english)}

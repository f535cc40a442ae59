"""The outcomes of the page: reached by answers and acts, or by the FM's own word, and when."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.answers.events import AskLast, Say
from bot.core.export.document import engagement_document
from bot.core.playbook.book import Book
from bot.core.playbook.checks.vocabulary import Vocabulary
from bot.core.problems import Problem
from bot.core.reading.wording import say
from bot.core.record.acts import ACT_VALUES
from bot.core.record.events import ActOnTask, ShowMaterial, TickOutcome, WriteOverall
from bot.core.record.outcomes import TICKED, OutcomeState, outcome_states
from bot.core.screens.record.completing import outcomes_screen
from bot.core.verdict import Verdict
from tests.core.workshops import FM, LEAD, SPONSOR, Workshop, running


def states(workshop: Workshop) -> dict[str, OutcomeState]:
    return {one.outcome.id: one for one in outcome_states(workshop.picture)}


def answered(book: Book, **inputs: str) -> Workshop:
    """A short workshop in which the questions about success and the closing are answered."""
    workshop = running(book, services="onedrive", **inputs)
    workshop.passes(hours=1)
    workshop.says(LEAD, "SZ5", metrics="usage,savings", baseline="known")
    workshop.passes(hours=1)
    closes(workshop, "yes")
    return workshop


def closes(workshop: Workshop, project_plan: str) -> None:
    said = {"rhythm": "weekly", "tool": "channel", "effort": "regular", "confirm": "confirmed"}
    raw = {**said, "project_plan": project_plan}
    workshop.happens(AskLast(FM))
    workshop.happens(Say(LEAD, "CL", None, "answer", raw, workshop.engagement.revision))


def test_every_outcome_of_the_page_has_a_state_and_those_of_others_do_not_apply(book: Book) -> None:
    every = {one.id for one in book.playbook.page.outcomes}
    assert set(states(running(book, extended_service="yes"))) == every
    assert set(states(running(book, extended_service="no"))) == every - {"enterprise_explained"}


def test_nothing_is_reached_before_anybody_said_or_did_anything(book: Book) -> None:
    assert [one for one in states(running(book)).values() if one.reached] == []


def test_answers_reach_an_outcome_with_their_own_moment(book: Book) -> None:
    found = states(answered(book))
    assert found["awareness_and_training_planned"].by == ("CL.project_plan",)
    assert found["awareness_and_training_planned"].at == "2026-06-10T11:00:00Z"
    understood = found["effort_understood"]
    assert (understood.reached, understood.by) == (True, ("SZ5", "CL.effort"))
    assert understood.at == "2026-06-10T11:00:00Z", "the later of the two"
    assert not found["success_defined"].reached, "the FM's part is missing"


def test_an_act_of_the_fm_completes_what_the_answers_began(book: Book) -> None:
    workshop = answered(book)
    workshop.passes(days=1)
    workshop.happens(WriteOverall(FM, {"effort": "light"}))
    workshop.happens(ShowMaterial(FM, "R20", {"shown_on": "2026-06-10"}))
    workshop.happens(ActOnTask(FM, "3718", "done", {}))
    found = states(workshop)
    assert (found["success_defined"].reached, found["success_defined"].at) == (True, "2026-06-11T11:00:00Z")
    assert found["metrics_prepared"].by == ("SZ5", "acts.shown")
    assert found["added_value_known"].by == ("acts.tasks",)


def test_an_answer_that_is_a_gap_or_at_risk_reaches_nothing(book: Book) -> None:
    workshop = answered(book)
    assert states(workshop)["effort_understood"].reached
    workshop.says(LEAD, "SZ5", metrics="usage", baseline="known")
    assert workshop.standing("SZ5").verdict is Verdict.AT_RISK
    assert not states(workshop)["effort_understood"].reached


def test_an_answer_that_is_on_course_reaches_its_outcome(book: Book) -> None:
    workshop = answered(book)
    workshop.says(LEAD, "SZ5", "planned", planned_by=LEAD.key, planned_on="2026-06-12")
    assert workshop.standing("SZ5").verdict is Verdict.ON_COURSE
    assert states(workshop)["effort_understood"].reached


def test_an_answer_that_changes_takes_its_outcome_back(book: Book) -> None:
    workshop = answered(book)
    closes(workshop, "no")
    assert not states(workshop)["awareness_and_training_planned"].reached


def test_an_outcome_with_parts_is_reached_with_the_last_of_them(book: Book) -> None:
    workshop = answered(book)
    workshop.happens(ShowMaterial(FM, "R20", {"shown_on": "2026-06-10"}))
    workshop.passes(hours=1)
    workshop.happens(TickOutcome(FM, "plan_integration_understood"))
    workshop.happens(TickOutcome(FM, "ssat_reviewed"))
    whole = states(workshop)["method_understood"]
    assert whole.reached
    assert whole.by == (
        "ssat_reviewed", "metrics_prepared", "plan_integration_understood", "awareness_and_training_planned",
    )  # fmt: skip
    assert whole.at == "2026-06-10T12:00:00Z"
    workshop.happens(TickOutcome(FM, "ssat_reviewed", undo=True))
    assert not states(workshop)["method_understood"].reached


def test_what_only_the_fm_can_know_the_fm_ticks_and_takes_back(book: Book) -> None:
    workshop = running(book)
    workshop.happens(TickOutcome(FM, "portal_known"))
    state = states(workshop)["portal_known"]
    assert (state.reached, state.by, state.at) == (True, (TICKED,), "2026-06-10T09:00:00Z")
    before = workshop.engagement
    assert workshop.happens(TickOutcome(FM, "portal_known")).engagement is before
    workshop.happens(TickOutcome(FM, "portal_known", undo=True))
    assert not states(workshop)["portal_known"].reached


@pytest.mark.parametrize("outcome", ["awareness_and_training_planned", "method_understood", "unheard_of"])
def test_what_follows_from_others_cannot_be_ticked(book: Book, outcome: str) -> None:
    workshop = answered(book)
    before = workshop.engagement
    step = workshop.happens(TickOutcome(FM, outcome))
    assert [fault.problem for fault in step.faults] == [Problem.OLD_CARD]
    assert step.engagement is before


def test_nobody_else_ticks(book: Book) -> None:
    step = running(book).happens(TickOutcome(SPONSOR, "portal_known"))
    assert [fault.problem for fault in step.faults] == [Problem.FM_ONLY]


def test_the_checklist_offers_to_tick_only_what_can_be_ticked(book: Book) -> None:
    workshop = answered(book)
    screen = outcomes_screen(workshop.viewer(FM))
    lines = [line for group in screen.groups for line in group.lines]
    by_title = {say(one.outcome.text, "de"): one for one in outcome_states(workshop.picture)}
    assert sorted(by_title) == sorted(line.title for line in lines)
    for line in lines:
        assert (line.press is None) is by_title[line.title].ruled
        assert line.part is (by_title[line.title].outcome.part_of is not None)
    assert screen.counted == (sum(one.state == "done" for one in lines), len(lines))


def test_what_was_reached_is_folded_and_a_part_stands_below_its_whole(book: Book) -> None:
    workshop = answered(book)
    left, reached = outcomes_screen(workshop.viewer(FM)).groups
    assert (left.name, left.folded) == ("outcomes", False)
    assert (reached.name, reached.folded) == ("reached", True)
    assert {one.state for one in reached.lines} == {"done"}
    assert {one.state for one in left.lines if not one.part} == {"todo"}
    assert [one.part for one in left.lines if one.state == "done"] == [True], "its whole is not reached yet"


def test_the_export_holds_the_outcomes(book: Book) -> None:
    workshop = answered(book)
    workshop.happens(TickOutcome(FM, "portal_known"))
    document: dict[str, Any] = engagement_document(book, workshop.engagement, {}, workshop.now)
    found = {one.pop("id"): one for one in document["outcomes"]}
    assert found["portal_known"] == {"reached": True, "by": "fm", "at": "2026-06-10T11:00:00Z"}
    assert found["effort_understood"]["by"] == "SZ5, CL.effort"
    assert found["prerequisites_confirmed"] == {"reached": False, "by": None, "at": None}


def test_every_act_of_the_vocabulary_has_a_value(book: Book) -> None:
    workshop = running(book)
    assert set(ACT_VALUES) == set(Vocabulary(book.playbook).acts)
    for value in ACT_VALUES.values():
        value(workshop.picture)


def test_a_talk_that_an_answer_says_was_held_has_the_moment_of_the_answer(book: Book) -> None:
    workshop = running(book, services="sharepoint", depth="full")
    workshop.passes(hours=1)
    workshop.says(LEAD, "SP4", wish="held")
    found = next(one for one in states(workshop).values() if one.by == ("acts.talks",))
    assert (found.reached, found.at) == (True, "2026-06-10T10:00:00Z")

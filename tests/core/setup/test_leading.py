"""The FM decides about the workshop as a whole; what does not fit how it stands is refused."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from bot.core.answers.events import Except, Say
from bot.core.meeting.events import LiveStart
from bot.core.minutes.events import IssueMinutes
from bot.core.people.events import Speak, Stop, TakePart
from bot.core.playbook.book import Book
from bot.core.problems import Problem
from bot.core.questions.effects import PostResult, PostSummary, UpdateShared
from bot.core.record.events import Complete
from bot.core.screens.workshop.lead import lead_form
from bot.core.setup.events import Discard, GoOn, Redirect, SetUp, needs_decision
from bot.core.step import Step
from tests.core.workshops import FM, LEAD, SETUP, SPONSOR, Workshop, running

REASON = {"enterprise_reason": "Der Kunde wünscht es."}


def problem(step: Step) -> Problem | None:
    return step.faults[0].problem if step.faults else None


@pytest.fixture
def undecided(small: Book) -> Workshop:
    """A workshop of a customer who belongs to the enterprise offering."""
    workshop = Workshop(small)
    workshop.is_set_up(enterprise_offering="yes")
    return workshop


@pytest.mark.parametrize("event", [SetUp(LEAD, SETUP), GoOn(LEAD, REASON), Redirect(LEAD), Discard(LEAD)])
def test_only_the_fm_leads(undecided: Workshop, event: Any) -> None:
    before = undecided.engagement
    step = undecided.happens(event)
    assert problem(step) is Problem.FM_ONLY
    assert step.engagement is before


def test_a_customer_of_the_enterprise_offering_needs_a_decision(undecided: Workshop) -> None:
    assert needs_decision(undecided.engagement)
    assert undecided.engagement.status == "setup"


def test_the_fm_goes_on_only_with_a_reason(undecided: Workshop) -> None:
    assert problem(undecided.happens(GoOn(FM, {}))) is Problem.REQUIRED
    step = undecided.happens(GoOn(FM, REASON))
    assert step.engagement.status == "running"
    assert step.engagement.setup.enterprise_reason == REASON["enterprise_reason"]


def test_pressing_go_on_twice_is_pressing_it_once(undecided: Workshop) -> None:
    undecided.happens(GoOn(FM, REASON))
    before = undecided.engagement
    assert undecided.happens(GoOn(FM, {"enterprise_reason": "anders"})) == Step(before)


def test_a_customer_is_left_to_the_adoption_sme_once(undecided: Workshop) -> None:
    step = undecided.happens(Redirect(FM))
    assert step.engagement.status == "redirected"
    assert step.effects == (UpdateShared(),)
    assert undecided.happens(Redirect(FM)) == Step(step.engagement)


def test_taking_a_customer_back_asks_for_the_decision_again(undecided: Workshop) -> None:
    undecided.happens(Redirect(FM))
    undecided.is_set_up(enterprise_offering="yes")
    assert needs_decision(undecided.engagement)
    undecided.is_set_up(enterprise_offering="no")
    assert undecided.engagement.status == "running"


def test_a_reason_is_kept_while_the_customer_belongs_to_the_offering(undecided: Workshop) -> None:
    undecided.happens(GoOn(FM, REASON))
    undecided.is_set_up(enterprise_offering="yes", customer="Fabrikam")
    assert undecided.engagement.setup.enterprise_reason == REASON["enterprise_reason"]
    assert undecided.engagement.status == "running"


@pytest.mark.parametrize("event", [GoOn(FM, REASON), Redirect(FM)])
def test_a_decision_that_nobody_asked_for_is_an_old_card(small: Book, event: Any) -> None:
    assert problem(running(small).happens(event)) is Problem.OLD_CARD


SAY = Say(LEAD, "SZ1", None, "answer", {"scenarios": "meetings"}, 99)
EXCEPT = Except(LEAD, "AW1", {"services": "teams"})
JOIN = TakePart(SPONSOR, {"roles": "it"})


@pytest.mark.parametrize(
    ("first", "event", "expected"),
    [
        ([], SAY, Problem.NOT_SET_UP),
        ([], EXCEPT, Problem.NOT_SET_UP),
        ([], JOIN, None),
        ([Discard(FM)], SAY, Problem.WORKSHOP_FINISHED),
        ([Discard(FM)], JOIN, Problem.WORKSHOP_FINISHED),
        ([Discard(FM)], SetUp(FM, SETUP), Problem.WORKSHOP_FINISHED),
        ([Discard(FM)], GoOn(FM, REASON), Problem.WORKSHOP_FINISHED),
        ([Discard(FM)], Redirect(FM), Problem.OLD_CARD),
        ([Discard(FM)], Speak(LEAD, "en"), None),
        ([SetUp(FM, {**SETUP, "enterprise_offering": "yes"}), Redirect(FM)], SAY, Problem.WORKSHOP_FINISHED),
        ([SetUp(FM, SETUP)], SAY, None),
    ],
)
def test_what_does_not_fit_how_the_workshop_stands_is_refused(
    small: Book, first: list[Any], event: Any, expected: Problem | None
) -> None:
    workshop = Workshop(small)
    for one in first:
        assert not workshop.happens(one).faults
    assert problem(workshop.happens(event)) is expected


def test_a_discarded_workshop_keeps_what_was_said(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="yes")
    step = workshop.happens(Discard(FM))
    assert step.engagement.status == "gone"
    assert workshop.voices("AW1")
    assert workshop.happens(Discard(FM)) == Step(step.engagement)


def test_people_say_which_roles_they_have_and_may_change_them(small: Book) -> None:
    workshop = running(small)
    assert workshop.engagement.people[SPONSOR.key].roles == ["sponsor"]
    workshop.joins(SPONSOR, "it", "sponsor")
    assert workshop.engagement.people[SPONSOR.key].roles == ["sponsor", "it"]


def test_saying_the_same_roles_again_changes_nothing(small: Book) -> None:
    workshop = running(small)
    before = workshop.engagement
    assert workshop.joins(SPONSOR, "sponsor") == Step(before)


@pytest.mark.parametrize(("roles", "expected"), [("", Problem.REQUIRED), ("king", Problem.UNKNOWN_CHOICE)])
def test_a_role_must_be_one_of_the_playbook(small: Book, roles: str, expected: Problem) -> None:
    assert problem(running(small).happens(TakePart(LEAD, {"roles": roles}))) is expected


def test_the_fm_sets_the_workshops_language_and_others_their_own(small: Book) -> None:
    workshop = running(small)
    workshop.happens(Speak(LEAD, "en"))
    assert workshop.engagement.setup.language == "de"
    assert workshop.engagement.people[LEAD.key].language == "en"
    workshop.happens(Speak(FM, "en"))
    assert workshop.engagement.setup.language == "en"
    before = workshop.engagement
    assert workshop.happens(Speak(FM, "en")) == Step(before)
    assert problem(workshop.happens(Speak(FM, "fr"))) is Problem.UNKNOWN_CHOICE


def test_the_fm_sees_a_change_of_the_setup_on_the_shared_card_at_once(small: Book) -> None:
    assert running(small).is_set_up(customer="Fabrikam").effects == (UpdateShared(),)


def test_a_setup_that_leaves_nothing_open_closes_the_workshop(small: Book) -> None:
    workshop = running(small, depth="full", services="teams")
    for question in ("D1", "ST1", "SZ1", "AW1", "CL", "TE1"):
        workshop.says(FM, question, "not_applicable", because="gilt nicht")
    step = workshop.is_set_up(depth="short", services="teams")
    assert step.effects == (PostSummary(), UpdateShared())
    assert PostResult("awareness") in workshop.steps[-4].effects
    assert PostSummary() not in workshop.is_set_up(depth="short", services="teams").effects


def test_leaving_without_having_done_anything_changes_nothing(small: Book) -> None:
    workshop = running(small)
    workshop.stops(FM)
    before = workshop.engagement
    assert workshop.happens(Stop(LEAD)) == Step(before)
    assert workshop.engagement is before


def shown(workshop: Workshop) -> tuple[str | None, list[str]]:
    """The main button of the FM's view, and everything that is seen without opening the menu."""
    buttons = lead_form(workshop.viewer(FM)).buttons
    main = next((one.action for one in buttons if one.primary), None)
    return main, [one.label or one.action for one in buttons if not one.overflow]


def test_the_fm_sees_first_what_the_workshop_needs_now(small: Book) -> None:
    workshop = running(small)
    assert shown(workshop) == ("setup", ["live_start", "invite", "remind", "edit_setup", "check_in"])
    workshop.engagement = replace(workshop.engagement, setup=replace(workshop.engagement.setup, pace="live"))
    assert shown(workshop)[0] == "live_start"
    workshop.happens(LiveStart(FM))
    assert shown(workshop) == ("live_next", ["live_next", "live_state", "live_stop", "edit_setup"])


def test_once_all_is_answered_the_fm_sees_the_end_and_what_to_take_along(book: Book) -> None:
    workshop = running(book)
    while left := workshop.queue(FM):
        workshop.happens(Say(FM, left[0], None, "not_applicable", {"because": "Entfällt"}, 0))
    assert workshop.picture.finished
    taken = ["minutes", "record", "check_in", "offers"]
    assert shown(workshop) == ("completing", ["completing", *taken, "edit_setup"])
    workshop.happens(Complete(FM))
    taken.insert(2, "tasks")
    assert shown(workshop) == ("minutes", taken)
    workshop.happens(IssueMinutes(FM))
    assert shown(workshop) == ("record", taken)


def test_the_menu_of_the_fm_holds_everything_else(book: Book) -> None:
    workshop = running(book)
    every = {one.label or one.action for one in lead_form(workshop.viewer(FM)).buttons}
    assert every == {
        "live_start", "edit_setup", "check_in", "minutes", "record", "tasks", "offers", "metrics",
        "completing", "ask_last", "hand_over", "back_to_workshop", "invite", "remind", "key_inputs",
    }  # fmt: skip

"""The shared card changes when somebody stops or the FM acts, and never under the hands of others."""

from __future__ import annotations

from bot.core.answers.events import Except
from bot.core.people.events import Speak
from bot.core.playbook.book import Book
from bot.core.questions.effects import PostResult, UpdateShared
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop, running


def updates(workshop: Workshop) -> bool:
    return UpdateShared() in workshop.steps[-1].effects


def test_an_answer_in_the_middle_of_a_queue_leaves_the_shared_card_alone(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "SZ1", scenarios="meetings")
    assert not updates(workshop)
    assert workshop.engagement.shared_stale


def test_a_factors_result_is_posted_while_the_presser_goes_on(small: Book) -> None:
    workshop = running(small)
    step = workshop.says(LEAD, "SZ1", scenarios="meetings")
    assert step.effects == (PostResult("scenarios"),)
    assert workshop.queue(LEAD)


def test_the_last_answer_of_a_queue_updates_the_shared_card(small: Book) -> None:
    workshop = running(small)
    workshop.says(SPONSOR, "ST1", state="open")
    assert updates(workshop)
    assert not workshop.engagement.shared_stale


def test_later_updates_the_shared_card_and_closes_the_private_view(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "SZ1", scenarios="meetings")
    workshop.stops(LEAD)
    assert updates(workshop)
    assert workshop.engagement.talks == {}
    assert workshop.engagement.last_answer == {}


def test_nobodys_view_is_wiped_while_they_answer(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "SZ1", scenarios="meetings")
    workshop.passes(seconds=119)
    workshop.says(SPONSOR, "ST1", state="open")
    assert not updates(workshop)
    assert workshop.engagement.shared_stale
    workshop.stops(LEAD)
    assert updates(workshop)


def test_who_was_silent_for_two_minutes_holds_nothing_up(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "SZ1", scenarios="meetings")
    workshop.passes(minutes=2)
    workshop.says(SPONSOR, "ST1", state="open")
    assert updates(workshop)


def test_a_stop_that_could_not_update_is_made_good_by_the_next(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "SZ1", scenarios="meetings")
    workshop.says(SPONSOR, "ST1", state="open")
    workshop.passes(minutes=3)
    workshop.stops(SPONSOR)
    assert updates(workshop)


def test_the_fm_waits_for_those_who_answer_as_well(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "SZ1", scenarios="meetings")
    workshop.is_set_up(customer="Fabrikam")
    assert not updates(workshop)
    workshop.passes(minutes=2)
    workshop.happens(Speak(FM, "en"))
    assert updates(workshop)


def test_taking_part_and_excepting_go_on_with_a_question_and_wait_for_the_stop(small: Book) -> None:
    workshop = running(small, depth="full")
    assert not any(UpdateShared() in step.effects for step in workshop.steps[1:])
    workshop.happens(Except(LEAD, "AW1", {"services": "teams"}))
    assert not updates(workshop)
    workshop.stops(LEAD)
    assert updates(workshop)


def test_a_stop_with_nothing_new_for_anybody_is_no_change(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "SZ1", scenarios="meetings")
    workshop.says(IT, "SZ1", scenarios="meetings")
    before = workshop.engagement
    assert workshop.stops(SPONSOR).engagement is before

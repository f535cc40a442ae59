"""Somebody takes their last answer back: what it replaced is there again, and nothing follows from it."""

from __future__ import annotations

from bot.core.answers.effects import Hand, TakeBackHand
from bot.core.answers.events import Settle, Undo
from bot.core.answers.rows import ForgetVoice, RecordVoice
from bot.core.answers.undoing import MOST_UNDOABLE
from bot.core.engagement import Person
from bot.core.playbook.book import Book
from bot.core.problems import Fault, Problem
from bot.core.questions.effects import PostResult
from bot.core.step import RecordLog, Step
from tests.core.workshops import FM, IT, LEAD, Workshop, running

TOO_LATE = (Fault(Problem.TOO_LATE_TO_UNDO),)


def undoes(workshop: Workshop, person: Person, question: str, revision: int | None = None) -> Step:
    """Somebody takes back what they said; the last thing unless a revision is given."""
    at = workshop.engagement.revision if revision is None else revision
    return workshop.happens(Undo(person, question, None, at))


def test_the_earlier_answer_stands_again_and_the_log_knows_both(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="yes")
    first = workshop.voices("AW1")
    workshop.says(LEAD, "AW1", plan="no")
    [second] = workshop.voices("AW1")
    step = undoes(workshop, LEAD, "AW1")
    assert workshop.voices("AW1") == first
    assert [one.voice for one in step.records if isinstance(one, RecordVoice)] == first
    [line] = [one for one in step.records if isinstance(one, RecordLog)]
    assert (line.what, line.before) == ("undo", second)


def test_a_first_answer_is_gone_with_its_row(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="no")
    step = undoes(workshop, LEAD, "AW1")
    assert "AW1" not in workshop.engagement.voices
    assert [one for one in step.records if isinstance(one, ForgetVoice)] == [ForgetVoice("AW1", LEAD.key)]


def test_a_result_that_was_not_sent_yet_is_not_sent_any_more(small: Book) -> None:
    workshop = running(small)
    step = workshop.says(LEAD, "AW1", plan="yes")
    [result] = [one for one in step.effects if isinstance(one, PostResult)]
    assert result.is_due(small, workshop.engagement)
    undoes(workshop, LEAD, "AW1")
    assert not result.is_due(small, workshop.engagement)
    again = workshop.says(LEAD, "AW1", plan="no")
    [second] = [one for one in again.effects if isinstance(one, PostResult)]
    assert (second.factor, second.number) == (result.factor, 2), "the first, if it was sent, says so"


def test_a_request_to_somebody_is_taken_back_where_nobody_else_makes_it(small: Book) -> None:
    workshop = running(small)
    hand = workshop.says(LEAD, "AW1", "handed", handed_to=IT.key)
    assert any(isinstance(one, Hand) for one in hand.effects)
    back = undoes(workshop, LEAD, "AW1")
    assert TakeBackHand(IT.key, LEAD, "AW1", None) in back.effects
    workshop.says(LEAD, "AW1", "handed", handed_to=IT.key)
    workshop.says(FM, "AW1", "handed", handed_to=IT.key)
    again = undoes(workshop, FM, "AW1")
    assert not any(isinstance(one, TakeBackHand) for one in again.effects)


def test_a_question_put_off_was_not_put_off(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", "skipped", because="later")
    workshop.says(LEAD, "AW1", "skipped", because="much later")
    undoes(workshop, LEAD, "AW1")
    assert workshop.voices("AW1")[0].put_off == 1


def test_only_the_last_answer_is_taken_back_and_each_once(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="no")
    first = workshop.engagement.revision
    workshop.says(LEAD, "AW1", plan="partly")
    assert undoes(workshop, LEAD, "AW1", first).faults == TOO_LATE
    undoes(workshop, LEAD, "AW1")
    back = workshop.engagement
    assert undoes(workshop, LEAD, "AW1", first).faults == TOO_LATE
    assert undoes(workshop, LEAD, "AW1", back.revision - 1).engagement is back


def test_what_the_lead_settled_stays_settled(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="no")
    workshop.says(IT, "AW1", plan="yes")
    said = workshop.engagement.revision
    workshop.happens(Settle(FM, "AW1", None, {"voice": IT.key}))
    assert undoes(workshop, IT, "AW1", said).faults == TOO_LATE
    assert workshop.voices("AW1")[0].by == IT.key


def test_the_voice_that_stood_first_stands_first_again(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", "handed", handed_to=IT.key)
    workshop.says(IT, "AW1", plan="yes")
    before = workshop.voices("AW1")
    workshop.says(LEAD, "AW1", plan="no")
    undoes(workshop, LEAD, "AW1")
    assert workshop.voices("AW1") == before


def test_the_state_remembers_few_people(small: Book) -> None:
    workshop = running(small)
    for number in range(MOST_UNDOABLE + 3):
        workshop.says(Person("contoso", f"p{number}", f"P{number}"), "AW1", plan="yes")
    kept = workshop.engagement.undoable
    assert len(kept) == MOST_UNDOABLE
    assert "contoso/p0" not in kept

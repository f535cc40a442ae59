"""Several people answer: the first gives the answer, the right one confirms it, nobody is overwritten."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.answers.voices import MAX_VOICES
from bot.core.engagement import Person
from bot.core.playbook.book import Book
from bot.core.problems import Problem
from tests.core.workshops import FM, IT, LEAD, SPONSOR, running


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
    raw: dict[str, dict[str, Any]] = {
        "AW1": {"plan": "yes"},
        "ST1": {"state": "open"},
        "D1": {"start": "2026-12-01", "in_use": "no"},
    }
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

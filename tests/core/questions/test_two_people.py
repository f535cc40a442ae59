"""A person from the list and another name beside it are refused wherever a person is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.core.answers.events import Say
from bot.core.engagement import VoiceKind
from bot.core.plan.events import ActOnItem, AddItem
from bot.core.playbook.book import Book
from bot.core.problems import Fault, Problem
from bot.core.questions.parse import NOT_LISTED
from bot.core.record.events import WriteOverall
from bot.core.screens.forms.inputs import person_inputs
from bot.core.step import Event
from tests.core.workshops import FM, IT, LEAD, ROSTER, running
from tests.playbook_of_tests import texts_of_tests


def both(field: str, other: str = "Patti Fernandez") -> dict[str, Any]:
    return {field: IT.key, f"{field}_name": other}


def say(kind: VoiceKind, field: str, **raw: Any) -> Callable[[str], Event]:
    return lambda other: Say(LEAD, "TR1", None, kind, {**raw, **both(field, other)}, 10**6)


PLACES: dict[str, tuple[str, Callable[[str], Event]]] = {
    "an answer": ("owner", say("answer", "owner", plan="no")),
    "a promise": ("planned_by", say("planned", "planned_by", planned_on="2026-12-24")),
    "a question handed on": ("handed_to", say("handed", "handed_to")),
    "an action of the team's own": (
        "owner",
        lambda other: AddItem(LEAD, {"title": "Raum buchen", "due": "2026-12-24", **both("owner", other)}),
    ),
    "an action passed on": ("owner", lambda other: ActOnItem(FM, "AW1", "owner", both("owner", other))),
    "the overall note": ("next_owner", lambda other: WriteOverall(FM, both("next_owner", other))),
}


@pytest.mark.parametrize("place", PLACES)
def test_two_people_are_refused_at_their_field_and_nothing_is_saved(book: Book, place: str) -> None:
    workshop = running(book)
    workshop.says(LEAD, "AW1", plan="no")
    before = workshop.engagement
    field, does = PLACES[place]
    step = workshop.happens(does("Patti Fernandez"))
    assert step.faults == (Fault(Problem.TWO_PEOPLE, field),)
    assert workshop.engagement is before
    assert not workshop.happens(does(f" {IT.name.upper()} ")).faults, "the same person twice is one"
    assert workshop.engagement is not before


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_form_keeps_both_says_why_and_lets_the_list_be_emptied(language: str) -> None:
    words, fault = texts_of_tests().words(language), Fault(Problem.TWO_PEOPLE, "owner")
    listed, written = person_inputs("owner", "Wer", words, ROSTER, both("owner"), [fault])
    assert (listed.value, written.value) == (IT.key, "Patti Fernandez")
    assert listed.problem == words("problem.two_people")
    assert listed.options[0].value == NOT_LISTED
    listed, _ = person_inputs("owner", "Wer", words, ROSTER, both("owner"), [])
    assert NOT_LISTED not in [option.value for option in listed.options]

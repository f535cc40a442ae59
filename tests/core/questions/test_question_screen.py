"""The card of a question: what stands in it before, after and instead of an answer."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.engagement import Person
from bot.core.parts import Button, Input
from bot.core.playbook.book import Book
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.problems import Fault, Problem
from bot.core.screens.forms.inputs import sent_values
from bot.core.screens.questions.question import QuestionScreen, previous, question_screen
from tests.core.workshops import FM, IT, LEAD, ROSTER, SPONSOR, Workshop, running


def screen_of(workshop: Workshop, person: Person, question: str, **more: object) -> QuestionScreen:
    ask = workshop.picture.find(question, None)
    assert ask is not None
    return question_screen(workshop.viewer(person), ask, **more)  # type: ignore[arg-type]


def inputs_of(screen: QuestionScreen) -> dict[str, Input]:
    return {one.id: one for one in screen.inputs}


def forms_of(screen: QuestionScreen) -> list[str]:
    return [dict(one.data)["form"] for one in screen.buttons if one.action == "form"]


def test_a_question_says_where_one_is_what_is_asked_and_why(small: Book) -> None:
    screen = screen_of(running(small), LEAD, "SZ1")
    assert (screen.room, screen.number, screen.total) == ("Szenarien", 1, 4)
    assert screen.ask == "Mit welchen Szenarien beginnen Sie?"
    assert screen.why
    assert (screen.stamp.question, screen.stamp.service) == ("SZ1", None)
    assert [one.key for one in screen.links] == ["R01"]


def test_a_refused_answer_is_put_back_with_each_fault_at_its_field(small: Book) -> None:
    workshop = running(small)
    sent: dict[str, Any] = {"scenarios": "meetings,golf", "detail": "x" * 2001, "more": "\ud800"}
    step = workshop.says(LEAD, "SZ1", **sent)
    screen = screen_of(workshop, LEAD, "SZ1", sent=sent_values(sent), faults=step.faults)
    inputs = inputs_of(screen)
    assert inputs["scenarios"].value == "meetings,golf"
    assert inputs["detail"].value == "x" * 2001
    assert "Liste" in inputs["scenarios"].problem
    assert "2.000" in inputs["detail"].problem
    assert screen.problem == ""


def test_a_reason_that_is_none_is_refused_at_its_field(small: Book) -> None:
    workshop = running(small)
    sent: dict[str, Any] = {"state": "agreed", "reason": "golf"}
    step = workshop.says(SPONSOR, "ST1", **sent)
    screen = screen_of(workshop, SPONSOR, "ST1", sent=sent, faults=step.faults)
    assert "Liste" in inputs_of(screen)["reason"].problem


def test_what_was_emptied_stays_empty_after_a_refusal(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "SZ1", scenarios="meetings", detail="Alles")
    screen = screen_of(workshop, LEAD, "SZ1", sent={"scenarios": "golf"})
    assert inputs_of(screen)["detail"].value == ""


def test_a_fault_of_the_whole_card_stands_above_it(small: Book) -> None:
    fault = (Fault(Problem.OLD_CARD),)
    screen = screen_of(running(small), LEAD, "SZ1", sent={}, faults=fault)
    assert "älter" in screen.problem
    assert all(not one.problem for one in screen.inputs)


def test_ones_own_answer_stands_in_the_inputs(small: Book) -> None:
    workshop = running(small)
    workshop.says(SPONSOR, "ST1", sponsor=LEAD.key, state="agreed", reason="budget")
    screen = screen_of(workshop, SPONSOR, "ST1")
    values = {name: one.value for name, one in inputs_of(screen).items()}
    assert values == {"sponsor": LEAD.key, "state": "agreed", "reason": "budget"}
    assert (screen.known_by, screen.known) == ("Sina Sponsor", "Name: Leo Lead · zugesagt · fehlendes Budget")


def test_a_choice_stands_open_until_something_was_said(small: Book) -> None:
    workshop = running(small)
    open_ones = screen_of(workshop, SPONSOR, "ST1")
    assert (inputs_of(open_ones)["state"].expanded, open_ones.folded) == (True, frozenset())
    workshop.says(SPONSOR, "ST1", "planned", planned_by=LEAD.key, planned_on="2026-07-15")
    planned = screen_of(workshop, SPONSOR, "ST1")
    assert (inputs_of(planned)["state"].expanded, planned.folded) == (False, frozenset())
    workshop.says(SPONSOR, "ST1", sponsor=LEAD.key, state="agreed")
    answered = screen_of(workshop, SPONSOR, "ST1")
    assert not inputs_of(answered)["state"].expanded
    assert "sponsor" in answered.folded
    assert "state" not in answered.folded, "what must be given is never hidden"


def test_what_was_sent_and_refused_is_not_folded(small: Book) -> None:
    workshop = running(small)
    workshop.says(SPONSOR, "ST1", sponsor=LEAD.key, state="agreed")
    refused = screen_of(workshop, SPONSOR, "ST1", sent={"sponsor": IT.key, "state": ""})
    assert "sponsor" not in refused.folded


def test_saving_an_answer_that_was_opened_again_changes_nothing(small: Book) -> None:
    workshop = running(small, depth="full")
    workshop.says(SPONSOR, "ST1", sponsor_name="Ada Lovelace", state="asked")
    workshop.says(LEAD, "SZ1", scenarios="news,meetings", detail="Zeile 1\nZeile 2")
    workshop.says(LEAD, "AW1", plan="partly", link="intranet.contoso.com")
    workshop.says(LEAD, "TR1", people="1.200")
    workshop.says(FM, "D1", start="24.12.2026", in_use="no")
    before = workshop.engagement
    for person, question in ((SPONSOR, "ST1"), (LEAD, "SZ1"), (LEAD, "AW1"), (LEAD, "TR1"), (FM, "D1")):
        screen = screen_of(workshop, person, question)
        sent: dict[str, Any] = {name: one.value for name, one in inputs_of(screen).items() if one.value}
        assert workshop.says(person, question, **sent).engagement is before


def test_somebody_who_left_the_channel_stays_in_the_answer_that_names_them(small: Book) -> None:
    workshop = running(small)
    gone = Person("contoso", "gone", "Gerda Gegangen")
    ROSTER[gone.key] = gone.name
    workshop.says(SPONSOR, "ST1", sponsor=gone.key, state="agreed")
    del ROSTER[gone.key]
    screen = screen_of(workshop, SPONSOR, "ST1")
    sponsor = inputs_of(screen)["sponsor"]
    assert sponsor.value == gone.key
    assert ("Gerda Gegangen", gone.key) in [(one.title, one.value) for one in sponsor.options]
    step = workshop.says(SPONSOR, "ST1", sponsor=gone.key, state="asked")
    assert not step.faults


def test_what_is_known_already_is_filled_in(small: Book) -> None:
    workshop = running(small, depth="full", licences="500")
    assert inputs_of(screen_of(workshop, FM, "D1"))["start"].value == "2026-12-01"
    assert inputs_of(screen_of(workshop, LEAD, "TR1"))["people"].value == "500"


def test_what_was_said_elsewhere_is_shown_above_the_inputs(small: Book) -> None:
    workshop = running(small)
    assert [value for _, value in screen_of(workshop, SPONSOR, "ST1").facts] == ["01.12.2026"]
    workshop.says(FM, "D1", start="2026-11-02", in_use="no")
    assert [value for _, value in screen_of(workshop, SPONSOR, "ST1").facts] == ["02.11.2026", "02.11.2026"]


def test_the_answer_of_somebody_else_is_shown_with_who_gave_it(small: Book) -> None:
    workshop = running(small)
    workshop.says(IT, "AW1", plan="partly")
    screen = screen_of(workshop, LEAD, "AW1")
    assert (screen.known_by, screen.known) == ("Ivo Techniker", "Teilweise")
    assert inputs_of(screen)["plan"].value == "partly"


def test_who_was_asked_sees_by_whom(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", "handed", handed_to=IT.key)
    screen = screen_of(workshop, IT, "AW1")
    assert (screen.handed_by, screen.known_by) == ("Leo Lead", "")


def test_a_skipped_question_says_that_it_is_offered_again(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", "skipped")
    assert screen_of(workshop, LEAD, "AW1").offered_again
    assert not screen_of(workshop, LEAD, "SZ1").offered_again


def test_every_question_can_be_handed_on_planned_excluded_and_skipped(small: Book) -> None:
    screen = screen_of(running(small), LEAD, "SZ1")
    assert forms_of(screen) == ["handed", "planned", "not_applicable", "skipped"]
    assert [one.action for one in screen.buttons if one.primary] == ["answer"]


@pytest.mark.parametrize(
    ("question", "services", "offered"),
    [
        ("AW1", "exchange,teams", True),
        ("AW1", "teams", False),
        ("TE1", "exchange,teams", False),
        ("CL", "teams", False),
    ],
)
def test_an_exception_is_offered_where_services_can_differ(
    small: Book, question: str, services: str, offered: bool
) -> None:
    workshop = running(small, depth="full", services=services)
    assert ("except" in forms_of(screen_of(workshop, FM, question))) is offered


def test_one_goes_back_to_the_question_one_answered_before(small: Book) -> None:
    workshop = running(small)
    assert Button("back", overflow=True) not in screen_of(workshop, LEAD, "SZ1").buttons
    workshop.says(LEAD, "ST1", state="open")
    workshop.says(SPONSOR, "SZ1", scenarios="news")
    assert Button("back", overflow=True) in screen_of(workshop, LEAD, "AW1").buttons
    asks = workshop.picture
    aw1, st1 = asks.find("AW1", None), asks.find("ST1", None)
    assert aw1 is not None
    assert previous(workshop.viewer(LEAD), aw1) == st1
    assert previous(workshop.viewer(SPONSOR), aw1) == asks.find("SZ1", None)


def test_short_workshops_show_fewer_inputs(small: Book) -> None:
    assert list(inputs_of(screen_of(running(small), LEAD, "AW1"))) == ["plan"]
    assert list(inputs_of(screen_of(running(small, depth="full"), LEAD, "AW1"))) == ["plan", "link"]


def test_choices_from_the_setup_are_the_services_by_their_names_of_today(small: Book) -> None:
    options = inputs_of(screen_of(running(small), LEAD, "CL"))["deeper"].options
    assert [one.title for one in options] == ["Exchange Online", "Microsoft Teams"]


def test_without_a_roster_a_person_is_named(small: Book) -> None:
    workshop = running(small)
    ask = workshop.picture.find("ST1", None)
    assert ask is not None
    screen = question_screen(workshop.viewer(LEAD), ask)
    assert "sponsor" in inputs_of(screen)
    screen = question_screen(workshop.viewer(LEAD), ask, at_once=True)
    assert {"sponsor", "sponsor" + OTHER_PERSON} <= set(inputs_of(screen))


def test_every_question_of_the_shipped_playbook_can_be_shown_in_both_languages(shipped: Book) -> None:
    workshop = Workshop(shipped)
    services = ",".join(service.id for service in shipped.playbook.services)
    assert not workshop.is_set_up(depth="full", services=services).faults
    for language in shipped.playbook.languages:
        for ask in workshop.picture.asks:
            screen = question_screen(workshop.viewer(FM, language=language), ask)
            assert screen.inputs
            assert len({one.id for one in screen.inputs}) == len(screen.inputs)
            assert sum(one.primary for one in screen.buttons) == 1

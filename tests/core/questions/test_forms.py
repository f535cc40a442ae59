"""The forms beside the questions: setup, decision, roles, and the answers that are no answers."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.engagement import Person
from bot.core.parts import Input
from bot.core.people.events import TakePart
from bot.core.playbook.book import Book
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import sent_values
from bot.core.screens.people.roles import take_part_form
from bot.core.screens.questions.forms import aside_form
from bot.core.screens.setup.forms import begin_form, key_inputs_form, redirect_form, setup_form
from bot.core.setup.events import GoOn
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop, running

CONTRACT = {
    "customer", "language", "country", "state", "time_zone", "licensed", "services", "enterprise_offering",
    "extended_service", "licences", "pilot", "launch", "depth", "pace", "answer_by",
}  # fmt: skip


def inputs_of(screen: FormScreen) -> dict[str, Input]:
    return {one.id: one for one in screen.inputs}


def aside_of(workshop: Workshop, person: Person, question: str, kind: str) -> FormScreen:
    ask = workshop.picture.find(question, None)
    assert ask is not None
    return aside_form(workshop.viewer(person), ask, kind)


def test_the_setup_form_has_every_field_of_the_contract(small: Book) -> None:
    viewer = Workshop(small).viewer(FM)
    steps = (setup_form(viewer), begin_form(viewer), key_inputs_form(viewer))
    assert {name for one in steps for name in inputs_of(one)} >= CONTRACT


def test_the_setup_form_shows_what_is_known(small: Book) -> None:
    inputs = inputs_of(setup_form(running(small, licences="500").viewer(FM)))
    assert inputs["services"].value == "exchange,teams"
    assert inputs["licences"].value == "500"
    assert inputs["launch"].value == "2026-12-01"
    assert inputs["extended_service"].value == ""


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_choice_of_the_setup_has_a_title_and_the_likely_countries_come_first(
    small: Book, language: str
) -> None:
    inputs = inputs_of(setup_form(Workshop(small).viewer(FM, language=language)))
    for one in inputs.values():
        assert one.label
        assert all(option.title for option in one.options)
        assert (one.kind in ("choice", "multi")) == bool(one.options)
    countries = [option.value for option in inputs["country"].options]
    assert countries[:3] == ["DE", "AT", "CH"]
    assert len(countries) == len(set(countries))
    assert inputs["country"].options[0].title == {"de": "Deutschland", "en": "Germany"}[language]


def test_a_refused_setup_is_put_back_with_each_fault_at_its_field(small: Book) -> None:
    workshop = Workshop(small)
    sent = {"customer": "", "services": "teams", "launch": "gestern", "state": "Narnia", "licences": "-1"}
    step = workshop.is_set_up(**sent)
    inputs = inputs_of(setup_form(workshop.viewer(FM), sent_values(sent), step.faults))
    assert {name for name, one in inputs.items() if one.problem} == {
        "customer",
        "launch",
        "state",
        "licences",
    }
    assert (inputs["launch"].value, inputs["licences"].value) == ("gestern", "-1")


def test_a_mistaken_start_can_be_discarded_until_somebody_said_something(small: Book) -> None:
    workshop = running(small)
    assert "discard" in [one.action for one in setup_form(workshop.viewer(FM)).buttons]
    workshop.says(LEAD, "AW1", plan="yes")
    assert "discard" not in [one.action for one in setup_form(workshop.viewer(FM)).buttons]


def test_the_decision_says_who_helps_instead_and_asks_for_a_reason(small: Book) -> None:
    workshop = Workshop(small)
    workshop.is_set_up(enterprise_offering="yes")
    step = workshop.happens(GoOn(FM, {}))
    screen = redirect_form(workshop.viewer(FM), {}, step.faults)
    assert "Bitte sprechen Sie mit Ihrem Adoption SME." in "".join(screen.lines)
    assert screen.inputs[0].problem
    assert [one.action for one in screen.buttons][:2] == ["redirect", "go_on"]


def test_the_roles_form_shows_the_roles_one_has_and_puts_back_what_was_sent(small: Book) -> None:
    workshop = running(small)
    assert take_part_form(workshop.viewer(IT)).inputs[0].value == "it"
    step = workshop.happens(TakePart(IT, {"roles": "king"}))
    (roles,) = take_part_form(workshop.viewer(IT), {"roles": "king"}, step.faults).inputs
    assert roles.value == "king"
    assert roles.problem


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("planned", ["planned_by", "planned_by_name", "planned_on"]),
        ("handed", ["handed_to", "handed_to_name"]),
        ("not_applicable", ["because"]),
        ("skipped", ["because"]),
        ("except", ["services"]),
    ],
)
def test_every_answer_that_is_none_has_its_form(small: Book, kind: str, names: list[str]) -> None:
    screen = aside_of(running(small, depth="full"), LEAD, "AW1", kind)
    assert list(inputs_of(screen)) == names
    assert screen.subject == "Gibt es einen Kommunikationsplan?"
    assert [one.action for one in screen.buttons if one.primary] == [kind]
    assert [dict(one.data)["question"] for one in screen.buttons if one.action == "open"] == ["AW1"]


def test_a_form_opened_again_shows_what_one_said_in_it(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", "planned", planned_by_name="Ada", planned_on="2026-06-12")
    values = {name: one.value for name, one in inputs_of(aside_of(workshop, LEAD, "AW1", "planned")).items()}
    assert values == {"planned_by": "", "planned_by_name": "Ada", "planned_on": "2026-06-12"}
    assert inputs_of(aside_of(workshop, LEAD, "AW1", "skipped"))["because"].value == ""
    assert inputs_of(aside_of(workshop, SPONSOR, "AW1", "planned"))["planned_on"].value == ""
    workshop.says(LEAD, "AW1", "not_applicable", because="gilt nicht")
    assert inputs_of(aside_of(workshop, LEAD, "AW1", "not_applicable"))["because"].value == "gilt nicht"


def test_a_refused_form_is_put_back(small: Book) -> None:
    workshop = running(small)
    sent: dict[str, Any] = {"planned_on": "2020-01-01", "planned_by": LEAD.key}
    step = workshop.says(LEAD, "AW1", "planned", **sent)
    ask = workshop.picture.find("AW1", None)
    assert ask is not None
    inputs = inputs_of(aside_form(workshop.viewer(LEAD), ask, "planned", sent, step.faults))
    assert (inputs["planned_by"].value, inputs["planned_on"].value) == (LEAD.key, "2020-01-01")
    assert inputs["planned_on"].problem
    assert not inputs["planned_by"].problem

"""What the FM settles before the first question, and every way in which it can be wrong."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bot.core.playbook.book import Book
from bot.core.problems import Problem
from bot.core.screens.setup.forms import begin_form, setup_form
from bot.core.setup.events import GoOn, SetUp
from bot.core.setup.reading import as_inputs
from bot.core.setup_fields import WHOLE_COUNTRY
from tests.core.workshops import FM, SETUP, Workshop, running


def faults(workshop: Workshop, **inputs: str) -> list[tuple[str | None, Problem]]:
    before = workshop.engagement
    step = workshop.is_set_up(**inputs)
    assert step.engagement is before
    assert not step.effects
    assert not step.records
    return [(fault.field, fault.problem) for fault in step.faults]


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("customer", " ", Problem.REQUIRED),
        ("customer", "x" * 121, Problem.TOO_LONG),
        ("services", "", Problem.REQUIRED),
        ("services", "teams,minesweeper", Problem.UNKNOWN_CHOICE),
        ("licensed", "minesweeper", Problem.UNKNOWN_CHOICE),
        ("in_use", "minesweeper", Problem.UNKNOWN_CHOICE),
        ("language", "fr", Problem.UNKNOWN_CHOICE),
        ("country", "Narnia", Problem.UNKNOWN_CHOICE),
        ("state", "Narnia", Problem.UNKNOWN_STATE),
        ("state", "x" * 61, Problem.TOO_LONG),
        ("time_zone", "Middle/Earth", Problem.UNKNOWN_TIME_ZONE),
        ("time_zone", "", Problem.REQUIRED),
        ("licences", "many", Problem.NOT_A_NUMBER),
        ("licences", "-1", Problem.OUT_OF_RANGE),
        ("licences", "0", Problem.OUT_OF_RANGE),
        ("licences", "5000001", Problem.OUT_OF_RANGE),
        ("pilot", "soon", Problem.NOT_A_DATE),
        ("pilot", "2026-12-02", Problem.LAUNCH_BEFORE_PILOT),
        ("launch", "2026-06-09", Problem.DATE_IN_PAST),
        ("answer_by", "2026-06-09", Problem.DATE_IN_PAST),
        ("enterprise_offering", "maybe", Problem.UNKNOWN_CHOICE),
        ("extended_service", "maybe", Problem.UNKNOWN_CHOICE),
        ("extended_reason", "x" * 501, Problem.TOO_LONG),
        ("depth", "medium", Problem.UNKNOWN_CHOICE),
        ("pace", "slow", Problem.UNKNOWN_CHOICE),
        ("key_inputs", "nothing", Problem.UNKNOWN_CHOICE),
    ],
)
def test_a_wrong_setup_changes_nothing_and_says_where_it_is_wrong(
    small: Book, field: str, value: str, problem: Problem
) -> None:
    pilot = {} if field == "pilot" else {"pilot": "2026-05-01"}
    assert faults(Workshop(small), **{**pilot, field: value}) == [(field, problem)]


def test_everything_that_is_wrong_is_said_at_once(small: Book) -> None:
    found = faults(Workshop(small), customer="", launch="1.1.2020", state="Narnia", depth="")
    assert {field for field, _ in found} == {"customer", "launch", "state", "depth"}


def test_a_right_setup_starts_the_workshop(small: Book) -> None:
    workshop = Workshop(small)
    step = workshop.is_set_up(state="bayern", licences="12.000", key_inputs="kickoff_held", in_use="teams")
    setup = step.engagement.setup
    assert step.engagement.status == "running"
    assert (setup.state, setup.licences, setup.key_inputs) == ("BY", 12000, ["kickoff_held"])
    assert (setup.pilot, setup.launch) == ("2026-09-01", "2026-12-01")


@pytest.mark.parametrize(
    ("country", "typed", "state"),
    [
        ("DE", "NRW", "NW"),
        ("DE", "bavaria", "BY"),
        ("DE", "Baden Wuerttemberg", "BW"),
        ("US", "Kalifornien", "CA"),
        ("CH", "Kanton Zürich", "ZH"),
        ("AT", "Vienna", "9"),
        ("DE", WHOLE_COUNTRY, ""),
    ],
)
def test_a_state_is_understood_as_people_type_it(small: Book, country: str, typed: str, state: str) -> None:
    workshop = Workshop(small)
    assert not workshop.is_set_up(country=country, state=typed).faults
    assert workshop.engagement.setup.state == state


@pytest.mark.parametrize(
    ("country", "typed", "zone"),
    [
        ("DE", "MEZ", "Europe/Berlin"),
        ("CH", "MEZ", "Europe/Zurich"),
        ("FR", "mesz", "Europe/Paris"),
        ("DE", "berlin", "Europe/Berlin"),
        ("CH", "Zürich", "Europe/Zurich"),
        ("AT", "Wien", "Europe/Vienna"),
        ("US", "Pacific/Honolulu", "Pacific/Honolulu"),
        ("US", "new york", "America/New_York"),
        ("DE", "CET", "CET"),
        ("DE", "EST", "America/New_York"),
    ],
)
def test_a_time_zone_is_understood_as_people_type_it(
    small: Book, country: str, typed: str, zone: str
) -> None:
    workshop = Workshop(small)
    assert not workshop.is_set_up(country=country, time_zone=typed).faults
    assert workshop.engagement.setup.time_zone == zone


FIRST = {"card": "first", "customer": "Contoso AG", "services": "teams", "launch": "2026-12-01"}


def test_the_first_step_is_saved_and_opens_the_workshop_to_nobody(small: Book) -> None:
    workshop = Workshop(small)
    step = workshop.happens(SetUp(FM, FIRST))
    assert (step.engagement.status, step.engagement.setup.customer) == ("setup", "Contoso AG")
    assert not step.effects, "drawn anew, the shared card would take the second step away"
    assert workshop.happens(SetUp(FM, {"card": "second"})).engagement.status == "running"


def test_each_step_leaves_alone_what_it_does_not_ask(small: Book) -> None:
    workshop = running(small, key_inputs="kickoff_held", enterprise_offering="no")
    before = workshop.engagement.setup
    workshop.happens(SetUp(FM, {"card": "second", "customer": "Another"}))
    assert workshop.engagement.setup == before
    workshop.happens(SetUp(FM, {**SETUP, "card": "change", "key_inputs": ""}))
    assert workshop.engagement.setup == before
    workshop.happens(SetUp(FM, {"card": "later"}))
    assert workshop.engagement.setup == replace(before, key_inputs=[])


def test_without_the_first_step_the_second_is_refused(small: Book) -> None:
    workshop = Workshop(small)
    step = workshop.happens(SetUp(FM, {"card": "second", "enterprise_offering": "no"}))
    assert {fault.field for fault in step.faults} == {"customer", "services"}
    assert workshop.engagement.status == "setup"


def test_another_country_asks_once_more_for_the_state_out_of_its_own(small: Book) -> None:
    workshop = Workshop(small)
    moved = {**FIRST, "country": "AT", "state": "BY", "states_of": "DE"}
    step = workshop.happens(SetUp(FM, moved))
    assert [(fault.field, fault.problem) for fault in step.faults] == [("state", Problem.CHOOSE_STATE)]
    form = setup_form(workshop.viewer(FM), moved, step.faults)
    [states] = [one for one in form.inputs if one.id == "state"]
    assert "Kärnten" in [option.title for option in states.options]
    assert states.value == WHOLE_COUNTRY
    again = {**moved, "state": states.value, **dict(form.buttons[0].data)}
    assert not workshop.happens(SetUp(FM, again)).faults
    assert (workshop.engagement.setup.country, workshop.engagement.setup.state) == ("AT", "")


def test_a_country_without_states_asks_for_none(small: Book) -> None:
    workshop = Workshop(small)
    moved = {**FIRST, "country": "DK", "state": "BY", "states_of": "DE"}
    assert not workshop.happens(SetUp(FM, moved)).faults
    assert (workshop.engagement.setup.country, workshop.engagement.setup.state) == ("DK", "")
    assert "state" not in [one.id for one in setup_form(workshop.viewer(FM)).inputs]


def test_what_has_a_default_is_folded_and_nobody_is_asked_for_key_inputs_beforehand(small: Book) -> None:
    form = setup_form(Workshop(small).viewer(FM))
    names = [one.id for one in form.inputs]
    assert [name for name in names if name not in form.folded] == ["customer", "services", "in_use", "launch"]
    assert not {"key_inputs", "enterprise_offering"} & set(names)
    assert not [one.id for one in form.inputs if one.id in form.folded and one.required]
    second = begin_form(Workshop(small).viewer(FM))
    asked = [one.id for one in second.inputs]
    assert asked[0] == "enterprise_offering"
    assert all(name.startswith("invited_") for name in asked[1:])


def test_whatever_is_in_scope_or_in_use_is_licensed(small: Book) -> None:
    workshop = Workshop(small)
    workshop.is_set_up(services="teams", in_use="exchange")
    assert workshop.engagement.setup.licensed == ["exchange", "teams"]


def test_a_form_that_was_not_touched_saves_the_same_setup(small: Book) -> None:
    workshop = running(small, state="BY", licences="500", enterprise_offering="no", in_use="teams")
    before = workshop.engagement.setup
    workshop.happens(SetUp(FM, {name: value for name, value in as_inputs(before).items() if value}))
    assert workshop.engagement.setup == before


def test_an_emptied_field_is_empty_although_clients_leave_it_out(small: Book) -> None:
    workshop = running(small, licences="500", key_inputs="kickoff_held", state="BY")
    optional = ("licences", "key_inputs", "pilot", "launch", "state", "answer_by")
    workshop.happens(SetUp(FM, {name: value for name, value in SETUP.items() if name not in optional}))
    setup = workshop.engagement.setup
    assert (setup.licences, setup.pilot, setup.launch, setup.answer_by) == (None, None, None, None)
    assert (setup.key_inputs, setup.state) == ([], "")


def test_what_must_be_known_and_was_not_sent_stays_as_it_was(small: Book) -> None:
    workshop = running(small)
    workshop.happens(SetUp(FM, {"customer": "Fabrikam"}))
    setup = workshop.engagement.setup
    assert (setup.customer, setup.services, setup.country) == ("Fabrikam", ["exchange", "teams"], "DE")


def test_a_day_that_has_passed_since_it_was_set_is_not_refused(small: Book) -> None:
    workshop = running(small)
    workshop.passes(days=300)
    assert not workshop.is_set_up().faults
    assert not workshop.is_set_up(launch="01.12.2026").faults
    assert faults(workshop, launch="2026-12-02") == [("launch", Problem.DATE_IN_PAST)]
    assert faults(workshop, answer_by="2026-06-18") == [("answer_by", Problem.DATE_IN_PAST)]


def test_without_the_offering_there_is_no_reason_to_go_on_in_spite_of_it(small: Book) -> None:
    workshop = Workshop(small)
    workshop.is_set_up(enterprise_offering="yes")
    workshop.happens(GoOn(FM, {"enterprise_reason": "Der Kunde wünscht es."}))
    workshop.is_set_up(enterprise_offering="no")
    assert workshop.engagement.setup.enterprise_reason is None

"""The plan as people see it: overdue first, an item with what the reader may do, forms with what was sent."""

from __future__ import annotations

import pytest

from bot.core.answers.events import Say
from bot.core.checkins.events import Mute
from bot.core.engagement import Person
from bot.core.plan.events import ActOnItem, AddItem
from bot.core.plan.items import find_item
from bot.core.playbook.book import Book
from bot.core.problems import Fault, Problem
from bot.core.screens.lines import findings
from bot.core.screens.plan.forms import add_item_form, item_form
from bot.core.screens.plan.plan import LINES, ItemScreen, item_screen, plan_screen
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop, running


@pytest.fixture
def planned(small: Book) -> Workshop:
    """A workshop with a gap, a promise that was not kept, and something done."""
    workshop = running(small)
    workshop.says(SPONSOR, "ST1", state="open", reason="budget")
    workshop.says(LEAD, "SZ1", "planned", planned_by_name="Ada", planned_on="2026-06-12")
    workshop.happens(AddItem(IT, {"title": "Raum buchen", "owner": IT.key, "due": "2026-06-11"}))
    workshop.happens(ActOnItem(IT, "own-1", "done", {}))
    workshop.passes(days=5)
    return workshop


def seen(workshop: Workshop, key: str, person: Person) -> ItemScreen:
    item = find_item(workshop.picture, key)
    assert item is not None
    return item_screen(workshop.viewer(person), item)


def test_the_plan_says_what_is_late_then_what_is_open_then_what_is_done(planned: Workshop) -> None:
    screen = plan_screen(planned.viewer())
    assert screen.counts == (2, 1, 1)
    assert [(one.title, one.state, one.due, one.owner) for one in screen.lines] == [
        ("Szenarien wählen", "overdue", "2026-06-12", "Ada"),
        ("Zusage einholen", "open", "2026-06-22", "Sina Sponsor"),
        ("Raum buchen", "done", "2026-06-11", "Ivo Techniker"),
    ]
    assert [[link.key for link in one.links] for one in screen.lines] == [["R01"], ["R01"], []]


def test_a_line_of_the_shared_card_opens_beside_it_and_one_of_a_private_view_in_its_place(
    planned: Workshop,
) -> None:
    shared, private = plan_screen(planned.viewer()), plan_screen(planned.viewer(IT))
    assert {one.press.action for one in shared.lines if one.press} == {"item"}
    assert {one.press.action for one in private.lines if one.press} == {"open_item"}
    assert [one.action for one in shared.buttons] == ["plan", "add_item"]
    assert [one.action for one in private.buttons] == ["add_item", "metrics", "later", "mute"]


def test_a_long_plan_has_pages(planned: Workshop) -> None:
    for number in range(LINES * 2):
        title = f"Schritt {number:02}"
        planned.happens(AddItem(IT, {"title": title, "owner": IT.key, "due": "2026-07-01"}))
    first, last = plan_screen(planned.viewer(IT)), plan_screen(planned.viewer(IT), 99)
    assert (len(first.lines), first.page, first.pages) == (LINES, 1, 3)
    assert (len(last.lines), last.page) == (3, 3)
    assert [one.label for one in first.buttons] == ["", "next_page", "", "back_to_workshop", ""]
    assert [one.label for one in last.buttons] == ["", "page_before", "", "back_to_workshop", ""]


def test_ones_own_items_stand_first_with_what_can_be_said_of_them(planned: Workshop) -> None:
    screen = plan_screen(planned.viewer(SPONSOR))
    assert [(one.title, one.mine) for one in screen.lines] == [
        ("Zusage einholen", True),
        ("Szenarien wählen", False),
        ("Raum buchen", False),
    ]
    acts = [[button.label or button.action for button in one.acts] for one in screen.lines]
    assert acts == [["item_done", "item_date", "item_stuck"], [], []]
    planned.happens(ActOnItem(SPONSOR, "ST1", "stuck", {"because": "Budget"}))
    assert plan_screen(planned.viewer(SPONSOR)).lines[0].acts[2].label == "item_goes_on"
    assert not any(one.mine or one.acts for one in plan_screen(planned.viewer()).lines)
    assert not any(one.mine for one in plan_screen(planned.viewer(IT)).lines), "what is done needs nothing"


def test_who_is_left_in_peace_can_come_back_from_the_plan(planned: Workshop) -> None:
    planned.happens(Mute(IT, True))
    assert plan_screen(planned.viewer(IT)).buttons[-1].action == "unmute"
    assert plan_screen(planned.viewer(LEAD)).buttons[-1].action == "mute"


def test_an_item_says_why_it_is_there_and_offers_its_owner_what_to_do(planned: Workshop) -> None:
    screen = seen(planned, "ST1", SPONSOR)
    assert screen.why == "Niemand ist gefragt. Woran es hängt: fehlendes Budget"
    assert screen.about == "Unterstützung von oben"
    assert [one.label or one.action for one in screen.buttons] == [
        "item_done",
        "item_date",
        "item_owner",
        "item_stuck",
        "item_dropped",
        "back_to_plan",
    ]


def test_anybody_else_reads_an_item_and_changes_nothing(planned: Workshop) -> None:
    screen = seen(planned, "ST1", IT)
    assert not screen.may_change
    assert [one.action for one in screen.buttons] == ["items"]
    assert seen(planned, "ST1", FM).may_change


def test_what_is_done_can_be_opened_again_and_what_is_stuck_goes_on(planned: Workshop) -> None:
    assert [one.action for one in seen(planned, "own-1", IT).buttons] == ["item_reopen", "items"]
    planned.happens(ActOnItem(SPONSOR, "ST1", "stuck", {"because": "Budget"}))
    assert "item_goes_on" in [one.label for one in seen(planned, "ST1", SPONSOR).buttons]
    assert seen(planned, "ST1", SPONSOR).line.reason == "Budget"


def test_a_disagreement_is_named_as_such(planned: Workshop) -> None:
    planned.happens(Say(FM, "ST1", None, "answer", {"state": "agreed", "sponsor": FM.key}, 10**6))
    assert seen(planned, "ST1", FM).why == planned.viewer().words("finding.disputed")


def test_a_refused_form_has_what_was_typed_and_the_sentence_at_the_field(planned: Workshop) -> None:
    sent = {"title": "x", "due": "2020-01-01", "owner": "", "owner_name": "Ada"}
    faults = (Fault(Problem.DATE_IN_PAST, "due"),)
    form = add_item_form(planned.viewer(IT), sent=sent, faults=faults)
    values = {one.id: (one.value, bool(one.problem)) for one in form.inputs}
    assert values == {
        "title": ("x", False),
        "owner": ("", False),
        "owner_name": ("Ada", False),
        "due": ("2020-01-01", True),
    }


def test_people_who_left_are_not_offered(planned: Workshop) -> None:
    gone = frozenset({SPONSOR.key})
    form = add_item_form(planned.viewer(IT), gone)
    offered = {option.value for one in form.inputs for option in one.options}
    assert offered == {FM.key, LEAD.key, IT.key}


def test_a_form_holds_what_stands_but_for_the_person_who_is_asked_for_anew(planned: Workshop) -> None:
    ada, sponsor = find_item(planned.picture, "SZ1"), find_item(planned.picture, "ST1")
    assert ada is not None
    assert sponsor is not None
    viewer = planned.viewer(FM)
    assert [one.value for one in item_form(viewer, ada, "item_owner").inputs] == ["", ""]
    assert [one.value for one in item_form(viewer, sponsor, "item_owner").inputs] == ["", ""]
    assert [one.value for one in item_form(viewer, sponsor, "item_date").inputs] == ["2026-06-22"]


def test_results_say_the_same_as_the_plan(planned: Workshop) -> None:
    planned.happens(ActOnItem(SPONSOR, "ST1", "date", {"due": "2026-08-03"}))
    planned.happens(ActOnItem(SPONSOR, "ST1", "owner", {"owner": LEAD.key}))
    viewer = planned.viewer()
    (gap,) = [one for one in findings(viewer, viewer.picture.standings) if one.question == "ST1"]
    assert (gap.action, gap.due, gap.owner) == ("Zusage einholen", "2026-08-03", "Leo Lead")
    planned.happens(ActOnItem(LEAD, "ST1", "done", {}))
    viewer = planned.viewer()
    (gap,) = [one for one in findings(viewer, viewer.picture.standings) if one.question == "ST1"]
    assert (gap.action, gap.due) == ("", "")

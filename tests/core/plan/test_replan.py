"""What a moved launch does to the plan, shown before and done after; and what follows for the rows."""

from __future__ import annotations

import pytest

from bot.core.plan.events import ActOnItem, AddItem
from bot.core.plan.items import find_item, items
from bot.core.plan.rows import RecordItem
from bot.core.playbook.book import Book
from bot.core.screens.plan.forms import move_launch_form
from bot.core.setup.events import SetUp
from bot.core.workshop.redating import redating
from tests.core.workshops import FM, IT, LEAD, SETUP, SPONSOR, Workshop, running


@pytest.fixture
def planned(small: Book) -> Workshop:
    """A workshop with an item that hangs on the launch, a promise, and an item of the team's own."""
    workshop = running(small)
    workshop.says(SPONSOR, "ST1", state="open")
    workshop.says(LEAD, "SZ1", "planned", planned_by=LEAD.key, planned_on="2026-06-26")
    workshop.happens(AddItem(IT, {"title": "Raum buchen", "owner": IT.key, "due": "2026-06-19"}))
    return workshop


def moved(launch: str, **inputs: str) -> dict[str, str]:
    return {**SETUP, "pilot": "", "launch": launch, **inputs}


def test_a_moved_launch_is_shown_with_old_and_new_days_and_changes_nothing(planned: Workshop) -> None:
    before = planned.engagement
    change = redating(planned.picture, moved("2026-08-11"))
    assert change is not None
    assert (change.old, change.new, change.kept) == ("2026-12-01", "2026-08-11", 2)
    assert [(item.id, old, new) for item, old, new in change.changes] == [("ST1", "2026-06-22", "2026-06-16")]
    assert planned.engagement is before


def test_the_preview_carries_the_setup_to_be_saved(planned: Workshop) -> None:
    wanted = moved("2026-08-11", customer="Fabrikam")
    change = redating(planned.picture, wanted)
    assert change is not None
    form = move_launch_form(planned.viewer(FM), change, {**wanted, "revision": "3"})
    assert form.lines == (
        "Start für alle: 01.12.2026 → 11.08.2026. Das ändert sich dadurch im Plan:",
        "Zusage einholen: 22.06.2026 → 16.06.2026",
        "2 Maßnahmen behalten ihren Termin.",
    )
    apply, cancel = form.buttons
    assert (apply.action, cancel.action) == ("apply", "cancel")
    planned.happens(SetUp(FM, dict(apply.data)))
    assert planned.engagement.setup.customer == "Fabrikam"
    item = find_item(planned.picture, "ST1")
    assert item is not None
    assert item.due == "2026-06-16"


def test_a_moved_launch_puts_nothing_into_the_past(planned: Workshop) -> None:
    planned.passes(days=30)
    change = redating(planned.picture, moved("2026-08-11"))
    assert change is not None
    assert [(item.id, old, new) for item, old, new in change.changes] == [("ST1", "2026-06-22", "2026-07-13")]
    planned.happens(SetUp(FM, moved("2026-08-11", answer_by="")))
    planned.passes(days=7)
    item = find_item(planned.picture, "ST1")
    assert item is not None
    assert item.due == "2026-07-13", "what became overdue since is overdue"


def test_what_people_agreed_stays_where_it_is(planned: Workshop) -> None:
    planned.happens(ActOnItem(SPONSOR, "ST1", "date", {"due": "2026-09-30"}))
    change = redating(planned.picture, moved("2026-08-11"))
    assert change is not None
    assert (change.changes, change.kept) == ((), 3)
    form = move_launch_form(planned.viewer(FM), change, SETUP)
    assert form.lines[0] == "Start für alle: 01.12.2026 → 11.08.2026."


def test_a_launch_can_get_a_day_and_lose_it(planned: Workshop) -> None:
    without = redating(planned.picture, moved(""))
    assert without is not None
    assert move_launch_form(planned.viewer(FM), without, SETUP).lines[0] == (
        "Start für alle: 01.12.2026 → ohne Termin."
    )


def test_what_a_nearer_launch_makes_a_gap_is_shown_as_coming(small: Book) -> None:
    workshop = running(small, pilot="", launch="2027-06-01")
    workshop.says(SPONSOR, "ST1", state="asked")
    workshop.says(LEAD, "D1", start="2027-06-01", in_use="no")
    change = redating(workshop.picture, moved("2026-08-11"))
    assert change is not None
    assert [(item.id, new) for item, _, new in change.changes] == [("ST1", "2026-06-16")]


@pytest.mark.parametrize(
    "inputs", [{}, {"customer": "Fabrikam"}, {"launch": "2020-01-01"}, {"launch": "2026-08-11", "state": "X"}]
)
def test_there_is_nothing_to_show_where_the_launch_stays_or_the_setup_is_wrong(
    planned: Workshop, inputs: dict[str, str]
) -> None:
    assert redating(planned.picture, {**SETUP, **inputs}) is None


def test_there_is_nothing_to_show_while_the_plan_is_empty_or_closed(small: Book) -> None:
    workshop = running(small)
    assert redating(workshop.picture, moved("2026-08-11")) is None
    workshop.says(SPONSOR, "ST1", state="open")
    workshop.happens(ActOnItem(SPONSOR, "ST1", "done", {}))
    assert redating(workshop.picture, moved("2026-08-11")) is None


def test_every_change_of_an_item_is_written_with_what_changed_it(planned: Workshop) -> None:
    written = {
        record.id: record.item
        for step in planned.steps
        for record in step.records
        if isinstance(record, RecordItem)
    }
    assert written == {item.id: item for item in items(planned.picture)}
    step = planned.happens(SetUp(FM, moved("2026-08-11")))
    rows = [record for record in step.records if isinstance(record, RecordItem)]
    assert [(row.id, row.item.due if row.item else "") for row in rows] == [("ST1", "2026-06-16")]
    step = planned.says(SPONSOR, "ST1", state="agreed", sponsor=SPONSOR.key)
    assert [record for record in step.records if isinstance(record, RecordItem)] == [RecordItem("ST1", None)]


def test_the_first_launch_is_not_a_moved_one(small: Book) -> None:
    workshop = running(small)
    assert workshop.engagement.launch_moved is None
    workshop.is_set_up(customer="Fabrikam")
    assert workshop.engagement.launch_moved is None
    workshop.passes(days=2)
    workshop.is_set_up(launch="2026-12-15")
    assert workshop.engagement.launch_moved == "2026-06-12"


def test_an_answer_that_changes_how_another_one_stands_moves_its_item_too(book: Book) -> None:
    workshop = running(book)
    workshop.says(LEAD, "AW3", channels="email,intranet,video")
    assert find_item(workshop.picture, "AW3") is None
    step = workshop.says(LEAD, "SZ4", people="900", without_pc="many")
    rows = [record.id for record in step.records if isinstance(record, RecordItem)]
    assert "AW3" in rows
    assert find_item(workshop.picture, "AW3") in [
        record.item for record in step.records if isinstance(record, RecordItem)
    ]


def test_what_a_better_answer_takes_from_the_plan_is_kept_as_mended(planned: Workshop) -> None:
    planned.says(SPONSOR, "ST1", state="agreed", sponsor_name="Petra Vorstand")
    assert planned.engagement.mended == ["ST1"]
    planned.says(SPONSOR, "ST1", state="open")
    assert planned.engagement.mended == [], "it is in the plan again"


def test_what_is_no_longer_asked_or_was_done_is_not_mended(planned: Workshop) -> None:
    planned.happens(ActOnItem(FM, "ST1", "done", {}))
    planned.says(SPONSOR, "ST1", state="agreed", sponsor_name="Petra Vorstand")
    assert planned.engagement.mended == []
    assert find_item(planned.picture, "ST1") is not None, "it counts as an item that is done"

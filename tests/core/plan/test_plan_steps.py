"""What people do with the plan: who may, what is refused, what is kept of it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.engagement import ItemState, Person
from bot.core.plan.events import Act, ActOnItem, AddItem
from bot.core.plan.items import Item, find_item, items
from bot.core.plan.rows import RecordItem
from bot.core.plan.steps import MOST_OWN_ITEMS
from bot.core.playbook.book import Book
from bot.core.ports import Replace
from bot.core.problems import Problem
from bot.core.questions.roster import MOST_PEOPLE, departed
from bot.core.setup.events import Discard
from bot.core.step import Event, RecordLog, record_changes
from tests.core.workshops import FM, IT, LEAD, ROSTER, SPONSOR, WEDNESDAY, Workshop, running

ROOM = {"title": "Raum buchen", "owner": LEAD.key, "due": "2026-06-19"}


@pytest.fixture
def planned(small: Book) -> Workshop:
    """A workshop with a gap of the project lead's."""
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="no")
    return workshop


def item(workshop: Workshop, key: str = "AW1") -> Item:
    found = find_item(workshop.picture, key)
    assert found is not None
    return found


def refused(workshop: Workshop, event: Event) -> list[tuple[str | None, Problem]]:
    """What is wrong with an event, which then changes nothing."""
    before = workshop.engagement
    step = workshop.happens(event)
    assert step.engagement is before
    assert not step.records
    return [(fault.field, fault.problem) for fault in step.faults]


@pytest.mark.parametrize(
    ("act", "raw", "status", "reason"),
    [
        ("done", {}, "done", None),
        ("dropped", {"because": "Kein Bedarf mehr."}, "dropped", "Kein Bedarf mehr."),
        ("stuck", {"because": "Budget fehlt."}, "stuck", "Budget fehlt."),
    ],
)
def test_the_owner_says_what_became_of_an_item(
    planned: Workshop, act: Act, raw: dict[str, str], status: str, reason: str | None
) -> None:
    revision = planned.engagement.revision
    step = planned.happens(ActOnItem(LEAD, "AW1", act, raw))
    assert (item(planned).status, item(planned).reason) == (status, reason)
    assert step.records == (
        RecordLog(f"item_{act}", LEAD.key, "AW1", None),
        RecordItem("AW1", item(planned)),
    )
    assert step.engagement.revision == revision + 1
    assert not step.effects


def test_an_item_gets_another_day_and_another_owner_who_may_change_it_then(planned: Workshop) -> None:
    assert not planned.happens(ActOnItem(LEAD, "AW1", "date", {"due": "10.07.2026"})).faults
    assert not planned.happens(ActOnItem(LEAD, "AW1", "owner", {"owner": IT.key})).faults
    assert (item(planned).due, item(planned).owner_key) == ("2026-07-10", IT.key)
    assert refused(planned, ActOnItem(LEAD, "AW1", "done", {})) == [(None, Problem.NOT_YOUR_ITEM)]
    assert not planned.happens(ActOnItem(IT, "AW1", "done", {})).faults


def test_somebody_outside_the_channel_can_own_an_item_and_the_fm_acts_for_them(planned: Workshop) -> None:
    planned.happens(ActOnItem(FM, "AW1", "owner", {"owner_name": "Tom Berger"}))
    assert (item(planned).owner, item(planned).owner_key) == ({"name": "Tom Berger"}, None)
    assert not planned.happens(ActOnItem(FM, "AW1", "done", {})).faults


@pytest.mark.parametrize("person", [SPONSOR, IT])
@pytest.mark.parametrize("act", ["done", "dropped", "stuck", "reopen", "date", "owner"])
def test_only_the_owner_and_the_fm_change_an_item(planned: Workshop, person: Person, act: Act) -> None:
    raw = {"because": "so", "due": "2026-08-03", "owner": person.key}
    assert refused(planned, ActOnItem(person, "AW1", act, raw)) == [(None, Problem.NOT_YOUR_ITEM)]


def test_what_is_closed_can_only_be_opened_again(planned: Workshop) -> None:
    planned.happens(ActOnItem(LEAD, "AW1", "dropped", {"because": "so"}))
    for act in ("done", "stuck", "date", "owner"):
        raw = {"because": "doch", "due": "2026-08-03", "owner": IT.key}
        event = ActOnItem(LEAD, "AW1", act, raw)
        assert refused(planned, event) == [(None, Problem.OLD_CARD)]
    planned.happens(ActOnItem(LEAD, "AW1", "reopen", {}))
    assert (item(planned).status, item(planned).reason) == ("open", None)


def test_what_was_stuck_goes_on(planned: Workshop) -> None:
    planned.happens(ActOnItem(LEAD, "AW1", "stuck", {"because": "so"}))
    planned.happens(ActOnItem(LEAD, "AW1", "date", {"due": "2026-08-03"}))
    assert item(planned).status == "stuck", "another day alone does not free it"
    planned.happens(ActOnItem(LEAD, "AW1", "reopen", {}))
    assert (item(planned).status, item(planned).due) == ("open", "2026-08-03")


@pytest.mark.parametrize(
    ("act", "raw"),
    [
        ("done", {}),
        ("dropped", {"because": "so"}),
        ("stuck", {"because": "so"}),
        ("date", {"due": "2026-08-03"}),
        ("owner", {"owner": IT.key}),
    ],
)
def test_the_same_twice_is_once(planned: Workshop, act: Act, raw: dict[str, str]) -> None:
    planned.happens(ActOnItem(FM, "AW1", act, raw))
    assert refused(planned, ActOnItem(FM, "AW1", act, raw)) == []


def test_a_form_that_was_not_touched_changes_nothing(planned: Workshop) -> None:
    assert refused(planned, ActOnItem(LEAD, "AW1", "owner", {"owner": LEAD.key})) == []
    planned.says(LEAD, "AW1", "planned", planned_by=LEAD.key, planned_on="2026-06-22")
    assert refused(planned, ActOnItem(LEAD, "AW1", "date", {"due": "2026-06-22"})) == []


@pytest.mark.parametrize(
    ("act", "raw", "fault"),
    [
        ("date", {}, ("due", Problem.REQUIRED)),
        ("date", {"due": "bald"}, ("due", Problem.NOT_A_DATE)),
        ("date", {"due": "2026-06-09"}, ("due", Problem.DATE_IN_PAST)),
        ("owner", {}, ("owner", Problem.NOBODY_CHOSEN)),
        ("owner", {"owner": "contoso/stranger"}, ("owner", Problem.UNKNOWN_CHOICE)),
        ("owner", {"owner": SPONSOR.key}, ("owner", Problem.OWNER_LEFT)),
        ("owner", {"owner_name": "x" * 121}, ("owner", Problem.TOO_LONG)),
        ("stuck", {"because": " "}, ("because", Problem.REQUIRED)),
        ("dropped", {}, ("because", Problem.REQUIRED)),
        ("dropped", {"because": "x" * 501}, ("because", Problem.TOO_LONG)),
    ],
)
def test_what_cannot_be_right_is_refused_at_its_field(
    planned: Workshop, act: Act, raw: dict[str, str], fault: tuple[str, Problem]
) -> None:
    assert refused(planned, ActOnItem(LEAD, "AW1", act, raw, frozenset({SPONSOR.key}))) == [fault]


def test_an_item_that_is_not_in_the_plan_cannot_be_changed(planned: Workshop) -> None:
    for key in ("SZ1", "own-1", "", "AW1@teams"):
        assert refused(planned, ActOnItem(FM, key, "done", {})) == [(None, Problem.NOT_IN_PLAN)]


def test_anybody_of_the_team_adds_an_item(planned: Workshop) -> None:
    guest = Person("fabrikam", "guest", "Gisa Gast")
    step = planned.happens(AddItem(guest, {**ROOM, "owner": guest.key}))
    added = item(planned, "own-1")
    assert (added.title, added.owner_key, added.due) == ("Raum buchen", guest.key, "2026-06-19")
    assert (added.status, added.question) == ("open", None)
    assert step.records == (RecordLog("item_add", guest.key, "own-1", None), RecordItem("own-1", added))
    assert planned.engagement.people[guest.key].name == "Gisa Gast"


def test_an_item_added_twice_is_one_and_another_one_has_another_id(planned: Workshop) -> None:
    planned.happens(AddItem(IT, ROOM))
    assert refused(planned, AddItem(IT, ROOM)) == []
    planned.happens(AddItem(IT, {**ROOM, "title": "Beamer leihen"}))
    assert [one.id for one in items(planned.picture)] == ["own-1", "own-2", "AW1"]


def test_everything_that_is_wrong_with_a_new_item_is_said_at_once(planned: Workshop) -> None:
    assert refused(planned, AddItem(IT, {"title": " ", "due": "2020-01-01"})) == [
        ("title", Problem.REQUIRED),
        ("owner", Problem.NOBODY_CHOSEN),
        ("due", Problem.DATE_IN_PAST),
    ]
    assert refused(planned, AddItem(IT, {**ROOM, "title": "x" * 121})) == [("title", Problem.TOO_LONG)]
    gone = frozenset({LEAD.key})
    assert refused(planned, AddItem(IT, ROOM, gone)) == [("owner", Problem.OWNER_LEFT)]


def test_a_plan_takes_so_many_items_of_the_teams_own(planned: Workshop) -> None:
    for number in range(MOST_OWN_ITEMS):
        assert not planned.happens(AddItem(IT, {**ROOM, "title": f"Schritt {number}"})).faults
    assert refused(planned, AddItem(IT, ROOM)) == [(None, Problem.TOO_MANY_ITEMS)]


@pytest.mark.parametrize("event", [AddItem(FM, ROOM), ActOnItem(FM, "AW1", "done", {})])
def test_there_is_no_plan_before_the_setup_and_after_the_workshop_was_discarded(
    small: Book, event: Any
) -> None:
    workshop = Workshop(small)
    assert refused(workshop, event) == [(None, Problem.NOT_SET_UP)]
    workshop.happens(Discard(FM))
    assert refused(workshop, event) == [(None, Problem.WORKSHOP_FINISHED)]


def test_the_log_keeps_what_stood_there_before(planned: Workshop) -> None:
    planned.happens(ActOnItem(LEAD, "AW1", "stuck", {"because": "Budget fehlt."}))
    step = planned.happens(ActOnItem(LEAD, "AW1", "done", {}))
    log, action = record_changes(planned.book, step.engagement, step.records, planned.now)
    assert isinstance(log, Replace) is False
    record = step.records[0]
    assert isinstance(record, RecordLog)
    assert isinstance(record.before, ItemState)
    assert (record.before.status, record.before.reason) == ("stuck", "Budget fehlt.")
    assert action.key == "action~AW1"
    assert isinstance(action, Replace)
    assert action.columns["status"] == "done"


def test_an_item_of_the_teams_own_has_a_row(planned: Workshop) -> None:
    step = planned.happens(AddItem(IT, {**ROOM, "owner": "", "owner_name": "Tom Berger"}))
    _, action = record_changes(planned.book, step.engagement, step.records, planned.now)
    assert isinstance(action, Replace)
    named = {"title": "Raum buchen", "owner_id": "", "owner_name": "Tom Berger", "question": ""}
    assert {name: action.columns[name] for name in named} == named


def test_who_is_not_in_the_channel_any_more_has_departed(planned: Workshop) -> None:
    planned.passes(hours=1)
    here = {key: name for key, name in ROSTER.items() if key != SPONSOR.key}
    assert departed(planned.engagement, here, planned.now) == {SPONSOR.key}
    assert departed(planned.engagement, here, WEDNESDAY) == frozenset(), "she joined after it was read"
    assert departed(planned.engagement, here, None) == frozenset()
    assert departed(planned.engagement, {}, planned.now) == frozenset()
    guest = {key.replace("fabrikam", "contoso"): name for key, name in here.items()}
    assert departed(planned.engagement, guest, planned.now) == {SPONSOR.key}


def test_nobody_has_departed_where_the_roster_is_cut(planned: Workshop) -> None:
    planned.passes(hours=1)
    many = {f"contoso/{number}": "x" for number in range(MOST_PEOPLE)}
    assert departed(planned.engagement, many, planned.now) == frozenset()

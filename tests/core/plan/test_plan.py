"""The plan follows from the answers: what is in it, whose it is, and by when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.core.answers.events import Except, Say
from bot.core.plan.events import ActOnItem, AddItem
from bot.core.plan.items import Item, find_item, item_title, items
from bot.core.playbook.book import Book
from tests.core.workshops import FM, IT, LEAD, ROSTER, SPONSOR, Workshop, running

MONDAY_BEFORE_CORPUS_CHRISTI = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)


def plan(workshop: Workshop) -> list[tuple[str, str, str]]:
    """(id, owner's name, due) of every item."""
    return [(one.id, one.owner["name"] if one.owner else "", one.due) for one in items(workshop.picture)]


def item(workshop: Workshop, key: str) -> Item:
    found = find_item(workshop.picture, key)
    assert found is not None
    return found


def test_gaps_risks_and_promises_are_in_the_plan_and_nothing_else(small: Book) -> None:
    workshop = running(small, depth="full")
    workshop.says(SPONSOR, "ST1", state="open", reason="budget")
    workshop.says(LEAD, "AW1", plan="partly")
    workshop.says(LEAD, "SZ1", "planned", planned_by=IT.key, planned_on="2026-06-26")
    workshop.says(FM, "D1", start="2026-12-01", in_use="no")
    workshop.says(IT, "TR1", "not_applicable", because="so")
    workshop.says(IT, "TE1", "skipped", because="so")
    workshop.says(LEAD, "CL", "handed", handed_to=IT.key)
    assert plan(workshop) == [
        ("ST1", "Sina Sponsor", "2026-06-22"),
        ("AW1", "Leo Lead", "2026-06-24"),
        ("SZ1", "Ivo Techniker", "2026-06-26"),
    ]


def test_an_item_says_what_to_do_in_the_readers_language_and_for_which_service(small: Book) -> None:
    workshop = running(small, depth="full")
    workshop.happens(Except(LEAD, "AW1", {"services": "teams"}))
    workshop.says(LEAD, "AW1", service="teams", plan="no")
    found = item(workshop, "AW1@teams")
    assert (found.question, found.service) == ("AW1", "teams")
    assert item_title(small, found, "de") == "Plan schreiben (Microsoft Teams)"
    assert item_title(small, found, "en") == "Write the plan (Microsoft Teams)"


def test_a_changed_answer_changes_the_plan(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="no")
    assert [one.id for one in items(workshop.picture)] == ["AW1"]
    workshop.says(LEAD, "AW1", plan="yes")
    assert items(workshop.picture) == ()


@pytest.mark.parametrize(
    ("launch", "due"),
    [
        ("2026-12-01", "2026-06-22"),  # in the week that ends ten working days after the start
        ("2026-08-11", "2026-06-16"),  # eight weeks before the launch
        ("2026-08-09", "2026-06-12"),  # a Sunday: the Friday before
        ("2026-07-01", "2026-06-11"),  # too late for that: the next working day
    ],
)
def test_the_day_counts_back_from_the_launch_where_that_is_earlier(
    small: Book, launch: str, due: str
) -> None:
    workshop = running(small, pilot="", launch=launch)
    workshop.says(SPONSOR, "ST1", state="open")
    assert item(workshop, "ST1").due == due


def test_without_a_launch_the_day_counts_from_the_start(small: Book) -> None:
    workshop = running(small, pilot="", launch="")
    workshop.says(SPONSOR, "ST1", state="open")
    assert item(workshop, "ST1").due == "2026-06-22"


@pytest.mark.parametrize(
    ("state", "due"), [("BY", "2026-06-08"), ("HH", "2026-06-05")], ids=["Bavaria", "Hamburg"]
)
def test_holidays_are_those_of_the_state(small: Book, state: str, due: str) -> None:
    workshop = Workshop(small, now=MONDAY_BEFORE_CORPUS_CHRISTI)
    workshop.is_set_up(state=state)
    workshop.says(FM, "SZ1", scenarios="", detail="")
    assert item(workshop, "SZ1").due == due, "four working days, Corpus Christi is one in Hamburg alone"


@pytest.mark.parametrize(("state", "due"), [("BY", "2026-06-03"), ("HH", "2026-06-04")])
def test_a_day_before_the_launch_that_is_a_holiday_becomes_the_working_day_before(
    small: Book, state: str, due: str
) -> None:
    workshop = Workshop(small, now=MONDAY_BEFORE_CORPUS_CHRISTI)
    workshop.is_set_up(state=state, pilot="", launch="2026-07-30")
    workshop.says(FM, "ST1", state="open")
    assert item(workshop, "ST1").due == due


def test_a_gap_said_late_leaves_a_working_day_and_then_becomes_overdue(small: Book) -> None:
    workshop = running(small)
    workshop.passes(days=30)
    workshop.says(SPONSOR, "ST1", state="open")
    assert item(workshop, "ST1").due == "2026-07-14", "the tenth of July is a Friday"
    assert not item(workshop, "ST1").is_overdue(workshop.picture.facts.today)
    workshop.passes(days=5)
    assert item(workshop, "ST1").due == "2026-07-14"
    assert item(workshop, "ST1").is_overdue(workshop.picture.facts.today)


def test_the_day_of_an_answer_is_that_of_the_workshops_place(small: Book) -> None:
    workshop = running(small, time_zone="Pacific/Auckland")
    workshop.now = datetime(2026, 7, 9, 13, 0, tzinfo=UTC)
    workshop.says(SPONSOR, "ST1", state="open")
    assert item(workshop, "ST1").due == "2026-07-14", "it is Friday in Auckland already"


def test_a_gap_belongs_to_whose_question_it_is_and_else_to_the_project_lead(small: Book) -> None:
    workshop = running(small)
    workshop.says(IT, "ST1", state="open")
    assert item(workshop, "ST1").owner_key == LEAD.key, "the first who has one of its roles"
    workshop = running(small)
    workshop.says(SPONSOR, "ST1", state="open")
    assert item(workshop, "ST1").owner_key == SPONSOR.key, "of these the one who answered"
    alone = Workshop(small)
    alone.is_set_up(depth="full")
    alone.joins(LEAD, "project_lead")
    alone.says(FM, "TE1", decided="no")
    assert item(alone, "TE1").owner_key == LEAD.key


def test_a_gap_that_is_nobodys_has_no_owner_and_the_fms_own_has_the_fm(small: Book) -> None:
    workshop = Workshop(small)
    workshop.is_set_up()
    workshop.says(FM, "AW1", plan="no")
    workshop.says(FM, "D1", start="2026-05-01", in_use="no")
    assert item(workshop, "AW1").owner is None
    assert item(workshop, "D1").owner_key == FM.key
    workshop.joins(FM, "project_lead")
    assert item(workshop, "AW1").owner_key == FM.key


def test_what_was_done_stays_done_whatever_becomes_of_its_question(small: Book) -> None:
    workshop = running(small, depth="full")
    workshop.says(IT, "TE1", decided="no")
    workshop.says(LEAD, "AW1", plan="no")
    for key in ("TE1", "AW1"):
        workshop.happens(ActOnItem(FM, key, "done", {}))
    workshop.says(LEAD, "AW1", plan="yes")
    workshop.is_set_up(depth="full", services="exchange")
    assert workshop.picture.find("TE1", None) is None
    assert [(one.id, one.status) for one in items(workshop.picture)] == [("AW1", "done"), ("TE1", "done")]


def test_what_people_agreed_comes_back_with_the_gap(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="no")
    workshop.happens(ActOnItem(LEAD, "AW1", "owner", {"owner": IT.key}))
    workshop.happens(ActOnItem(IT, "AW1", "date", {"due": "2026-08-03"}))
    workshop.says(LEAD, "AW1", plan="yes")
    assert items(workshop.picture) == ()
    workshop.says(LEAD, "AW1", plan="partly")
    assert plan(workshop) == [("AW1", "Ivo Techniker", "2026-08-03")]


def test_what_is_open_stands_first_by_its_day(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="no")
    for title, due in (("Zuletzt", "2026-09-01"), ("Zuerst", "2026-06-10"), ("Erledigt", "2026-06-10")):
        raw = {"title": title, "owner": LEAD.key, "due": due}
        assert not workshop.happens(AddItem(IT, raw)).faults
    workshop.happens(ActOnItem(LEAD, "own-3", "done", {}))
    assert [one.title or one.id for one in items(workshop.picture)] == [
        "Zuerst",
        "AW1",
        "Zuletzt",
        "Erledigt",
    ]


def test_every_gap_of_the_shipped_playbook_is_due_on_a_working_day_after_it_was_said(shipped: Book) -> None:
    workshop = Workshop(shipped)
    services = ",".join(service.id for service in shipped.playbook.services)
    workshop.is_set_up(depth="full", services=services, state="BY", launch="2026-10-05")
    workshop.passes(days=9)
    for ask in workshop.picture.asks:
        fields: dict[str, Any] = {
            field.id: field.choices[-1].id if field.choices else "no"
            for field in ask.question.fields
            if field.kind in ("choice", "yes_partly_no")
        }
        workshop.happens(Say(FM, ask.question.id, ask.service, "answer", fields, 10**6))
    found = items(workshop.picture)
    assert len(found) > 20
    calendar, tomorrow = workshop.picture.facts.calendar, workshop.now.date() + timedelta(days=1)
    days = [datetime.fromisoformat(one.due).date() for one in found]
    assert all(calendar.is_workday(day) and day >= tomorrow for day in days)
    assert all(item_title(shipped, one, "de") for one in found)


def test_everybody_on_the_roster_may_own_an_item(small: Book) -> None:
    workshop = running(small)
    for number, key in enumerate(ROSTER, start=1):
        workshop.happens(AddItem(IT, {"title": f"{number}", "owner": key, "due": "2026-07-01"}))
    assert {one.owner_key for one in items(workshop.picture)} == set(ROSTER)

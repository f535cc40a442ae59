"""The owner of an action is whom the answer names; then who has the role, then who answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bot.core.answers.events import Say
from bot.core.checkins.due import OWNER_DUE, owner_item
from bot.core.engagement import Person
from bot.core.plan.events import ActOnItem
from bot.core.plan.items import Item, find_item
from bot.core.plan.rows import RecordItem
from bot.core.playbook.book import Book
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop, running

PATTI = {"name": "Patti Fernandez"}


def item(workshop: Workshop, key: str) -> Item:
    found = find_item(workshop.picture, key)
    assert found is not None
    return found


def test_the_training_plan_is_whose_the_answer_says_it_is_not_who_typed_it(book: Book) -> None:
    workshop = running(book)
    workshop.says(LEAD, "TR1", plan="partly", owner=IT.key)
    assert item(workshop, "TR1").owner == {"tenant": "fabrikam", "id": "it", "name": "Ivo Techniker"}
    assert owner_item(IT.key) in workshop.engagement.due
    assert owner_item(LEAD.key) not in workshop.engagement.due


def test_a_name_outside_the_channel_owns_it_too_and_nobody_is_reminded(book: Book) -> None:
    workshop = running(book)
    workshop.says(LEAD, "AW1", plan="no", owner_name=PATTI["name"])
    found = item(workshop, "AW1")
    assert (found.owner, found.owner_key) == (PATTI, None)
    assert not any(one.startswith(OWNER_DUE) for one in workshop.engagement.due)


def test_a_sponsor_does_not_close_the_sponsors_gap_nor_one_of_four_names_the_missing_one(book: Book) -> None:
    workshop = running(book)
    workshop.says(SPONSOR, "ST1", sponsor=IT.key, commitment="open")
    workshop.says(LEAD, "ST2", success_owner=IT.key, project_lead=SPONSOR.key, training=FM.key)
    assert item(workshop, "ST1").owner_key == SPONSOR.key, "whose question it is and who answered it"
    assert item(workshop, "ST2").owner_key == LEAD.key


def test_a_verdict_may_say_another_field_than_its_question(book: Book) -> None:
    workshop = running(book)
    workshop.says(LEAD, "SZ5", metrics="usage", baseline="open", baseline_by=IT.key)
    assert item(workshop, "SZ5").owner_key == LEAD.key, "who finds out values does not choose another metric"


@pytest.mark.parametrize(
    ("by", "roles", "owner"),
    [
        (SPONSOR, {IT: "training"}, IT),
        (SPONSOR, {IT: "training", SPONSOR: "training"}, SPONSOR),
        (SPONSOR, {LEAD: "project_lead"}, LEAD),
        (SPONSOR, {}, SPONSOR),
        (FM, {}, None),
        (FM, {FM: "project_lead"}, FM),
    ],
    ids=["the role", "who answered of them", "the lead", "who answered", "nobody yet", "an FM who leads"],
)
def test_where_nobody_is_named_it_is_the_roles_then_who_answered(
    book: Book, by: Person, roles: Mapping[Person, str], owner: Person | None
) -> None:
    workshop = Workshop(book)
    workshop.is_set_up()
    workshop.joins(SPONSOR, "sponsor")
    for person, role in roles.items():
        workshop.joins(person, role)
    workshop.says(by, "TR1", plan="no")
    assert item(workshop, "TR1").owner_key == (owner.key if owner else None)


def test_a_changed_answer_moves_the_owner_its_row_and_its_reminder(book: Book) -> None:
    workshop = running(book)
    workshop.says(LEAD, "TR1", plan="no", owner=IT.key)
    step = workshop.says(LEAD, "TR1", plan="no", owner=SPONSOR.key)
    assert [one.item.owner_key for one in step.records if isinstance(one, RecordItem) and one.item] == [
        SPONSOR.key
    ]
    assert [one for one in workshop.engagement.due if one.startswith(OWNER_DUE)] == [owner_item(SPONSOR.key)]


def test_whom_somebody_set_in_the_plan_stays_whatever_the_answer_names(book: Book) -> None:
    workshop = running(book)
    workshop.says(LEAD, "TR1", plan="no", owner=IT.key)
    workshop.happens(ActOnItem(IT, "TR1", "owner", {"owner_name": PATTI["name"]}))
    workshop.says(LEAD, "TR1", plan="no", owner=SPONSOR.key)
    assert item(workshop, "TR1").owner == PATTI


def test_whoever_promised_it_wins(book: Book) -> None:
    workshop = running(book)
    workshop.says(LEAD, "TR1", "planned", planned_by=SPONSOR.key, planned_on="2026-12-24")
    assert item(workshop, "TR1").owner_key == SPONSOR.key


def test_of_voices_that_differ_the_answer_names_the_owner(book: Book) -> None:
    workshop = running(book)
    workshop.says(LEAD, "TR1", plan="yes", owner=IT.key)
    workshop.says(SPONSOR, "TR1", plan="no", owner=SPONSOR.key)
    assert workshop.standing("TR1").disputed
    assert item(workshop, "TR1").owner_key == IT.key


def test_a_playbook_that_does_not_say_it_goes_by_the_role_as_before(small: Book) -> None:
    assert all(question.closes is None for question in small.playbook.questions)
    workshop = running(small)
    workshop.says(SPONSOR, "ST1", state="asked", sponsor=IT.key)
    assert item(workshop, "ST1").owner_key == SPONSOR.key


PEOPLE_OF_GAPS: dict[str, Any] = {
    "SZ4": ("delivered_by", {"people": "500", "without_pc": "none", "per_group": "open"}),
    "AW5": ("delivered_by", {"dates": "partly"}),
    "AW6": ("host", {"event": "online"}),
    "AW7": ("answers_by", {"where": "form", "reply": "open"}),
    "IN1": ("delivered_by", {"platforms": "ios", "numbers": "to_find"}),
}


@pytest.mark.parametrize("question", PEOPLE_OF_GAPS)
def test_who_delivers_invites_or_answers_in_the_shipped_playbook_owns_the_gap(
    shipped: Book, question: str
) -> None:
    field, fields = PEOPLE_OF_GAPS[question]
    workshop = running(shipped, depth="full", services="intune,teams,onedrive")
    step = workshop.happens(Say(LEAD, question, None, "answer", {**fields, field: IT.key}, 10**6))
    assert not step.faults
    assert item(workshop, question).owner_key == IT.key


def test_what_was_done_keeps_its_owner_when_its_question_is_not_asked_any_more(shipped: Book) -> None:
    workshop = running(shipped, depth="full", services="intune")
    workshop.says(LEAD, "IN1", platforms="ios", numbers="to_find", delivered_by=IT.key)
    workshop.happens(ActOnItem(FM, "IN1", "done", {}))
    workshop.is_set_up(depth="full", services="teams")
    assert workshop.picture.find("IN1", None) is None
    assert item(workshop, "IN1").owner_key == IT.key

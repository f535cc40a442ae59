"""Where a person goes on when they open their private view."""

from __future__ import annotations

from bot.core.playbook.book import Book
from bot.core.setup.events import Discard, Redirect
from bot.core.workshop.path_finder import Next, Place, next_for
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop, running


def place(workshop: Workshop, key: str) -> Place:
    return next_for(workshop.picture, key).place


def test_the_fm_sets_up_first_and_the_others_say_their_roles_meanwhile(small: Book) -> None:
    workshop = Workshop(small)
    assert place(workshop, FM.key) is Place.SETUP
    assert place(workshop, LEAD.key) is Place.ROLES
    workshop.joins(LEAD, "project_lead")
    assert place(workshop, LEAD.key) is Place.END


def test_a_customer_of_the_enterprise_offering_leads_the_fm_to_the_decision(small: Book) -> None:
    workshop = Workshop(small)
    workshop.is_set_up(enterprise_offering="yes")
    assert place(workshop, FM.key) is Place.DECISION
    workshop.happens(Redirect(FM))
    assert place(workshop, FM.key) is Place.END


def test_nobody_is_asked_a_question_before_the_bot_knows_whose_it_is(small: Book) -> None:
    workshop = Workshop(small)
    workshop.is_set_up()
    assert place(workshop, LEAD.key) is Place.ROLES
    assert place(workshop, FM.key) is Place.ROOM


def test_a_person_goes_on_at_the_same_place_however_often_they_ask(small: Book) -> None:
    workshop = running(small)
    first = next_for(workshop.picture, LEAD.key)
    assert first == next_for(workshop.picture, LEAD.key)
    assert first == Next(Place.ROOM, workshop.picture.find("ST1", None))
    workshop.says(LEAD, "ST1", state="open")
    assert next_for(workshop.picture, LEAD.key).ask == workshop.picture.find("SZ1", None)


def test_with_nothing_open_it_ends(small: Book) -> None:
    assert place(running(small), IT.key) is Place.END


def test_a_discarded_workshop_asks_nobody_anything(small: Book) -> None:
    workshop = Workshop(small)
    workshop.happens(Discard(FM))
    assert place(workshop, SPONSOR.key) is Place.END
    assert place(workshop, FM.key) is Place.END

"""What follows from the answers alone is worked out once for all states that have the same ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.core.engagement import Closing, Engagement, Mark, Settled
from bot.core.playbook.book import Book
from bot.core.questions.picture import Picture
from tests.core.playbook.playbooks import small_playbook
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop, running

AT = "2026-06-10T09:00:00Z"
CHANGES: dict[str, Callable[[Engagement], Engagement]] = {
    "another answer": lambda one: replace(one, voices={**one.voices, "ST1": one.voices["ST1"][:1]}),
    "another setup": lambda one: replace(one, setup=replace(one.setup, services=["teams"], depth="short")),
    "an exception": lambda one: replace(one, excepted={"SZ1": ["teams"]}),
    "settled": lambda one: replace(one, settled={"ST1": Settled(FM.key, AT, one.revision)}),
    "closing early": lambda one: replace(one, closing=Closing(opened=Mark(FM.key, AT))),
}


@pytest.fixture
def workshop() -> Workshop:
    found = running(Book(small_playbook()), depth="full")
    assert not found.says(LEAD, "ST1", state="agreed", sponsor=SPONSOR.key).faults
    assert not found.says(IT, "ST1", state="open").faults
    return found


def test_a_state_with_the_same_answers_is_not_worked_out_again(workshop: Workshop) -> None:
    before = workshop.picture
    workshop.joins(LEAD, "project_lead", "it")
    workshop.passes(minutes=5)
    after = workshop.picture
    assert after.engagement is not before.engagement
    assert after.asks is before.asks
    assert after.standings is before.standings


@pytest.mark.parametrize("change", CHANGES)
def test_a_state_that_differs_in_an_answer_is_seen_as_by_a_new_book(workshop: Workshop, change: str) -> None:
    before = seen(workshop.picture)
    changed = CHANGES[change](workshop.engagement)
    after = Picture(workshop.book, changed, workshop.now)
    assert seen(after) == seen(Picture(Book(small_playbook()), changed, workshop.now))
    assert seen(after) != before, "the change is one that shows"


def test_another_day_is_seen_as_by_a_new_book(workshop: Workshop) -> None:
    before, later = seen(workshop.picture), workshop.now + timedelta(days=300)
    after = Picture(workshop.book, workshop.engagement, later)
    assert after.facts.today == later.date()
    assert seen(after) == seen(Picture(Book(small_playbook()), workshop.engagement, later))
    assert seen(after) != before, "what is not answered in time is a risk"


def seen(picture: Picture) -> object:
    """All that follows from the answers."""
    standings = [
        (one.ask.key, one.verdict, one.counts, one.disputed, one.confirmed) for one in picture.standings
    ]
    asks = picture.asks
    return standings, asks.last, asks.early, asks.again, picture.result, picture.finished

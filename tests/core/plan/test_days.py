"""The days of actions: spread over a week, what must stand first coming first, and none hops about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.answers.events import Say
from bot.core.plan.items import items
from bot.core.playbook.book import Book
from tests.core.workshops import FM, IT, LEAD, SPONSOR, WEDNESDAY, Workshop, running
from tests.playbook_of_tests import book_of_tests

BOOK = book_of_tests()
LAUNCHES = ("", "2026-12-01", "2026-08-14", "2026-07-15", "2026-06-26", "2026-06-12")


def messy(book: Book, *, launch: str = "", waits: int = 0, asks: Iterable[str] = ()) -> Workshop:
    """A workshop in which every question, or each of these, has got the worst answer that there is."""
    workshop = running(book, pilot="", launch=launch, answer_by="")
    workshop.passes(days=waits)
    wanted = set(asks)
    for ask in workshop.picture.asks:
        fields = {
            field.id: field.choices[-1].id if field.choices else "no"
            for field in ask.question.fields
            if field.kind in ("choice", "yes_partly_no")
        }
        if not wanted or ask.key in wanted:
            workshop.happens(Say(FM, ask.question.id, ask.service, "answer", fields, 10**6))
    return workshop


def days(workshop: Workshop) -> dict[str, str]:
    return {item.id: item.due for item in items(workshop.picture)}


@pytest.mark.parametrize("waits", [0, 5, 20])
@pytest.mark.parametrize("launch", LAUNCHES)
def test_the_actions_of_a_messy_workshop_do_not_fall_due_on_one_day(
    shipped: Book, launch: str, waits: int
) -> None:
    found = days(messy(shipped, launch=launch, waits=waits))
    assert len(found) >= 8
    busiest = max(Counter(found.values()).values())
    half = (len(found) + 1) // 2
    assert busiest <= half, found
    assert len(set(found.values())) >= 4
    assert Counter(found.values())[max(found.values())] <= half, "the last day is not the rule"


@pytest.mark.parametrize("launch", LAUNCHES)
def test_what_has_to_stand_earlier_before_the_launch_is_due_earlier(shipped: Book, launch: str) -> None:
    workshop = messy(shipped, launch=launch)
    found, leads = days(workshop), {key: one.lead for key, one in shipped.questions.items()}
    alike = [key for key in found if shipped.questions[key].due == 10]
    assert len(alike) > 4
    for first in alike:
        for second in alike:
            if leads[first] > leads[second]:
                assert found[first] <= found[second], (first, second)


def test_an_action_keeps_its_day_whichever_others_come_and_go_and_whatever_day_it_is(shipped: Book) -> None:
    whole = messy(shipped, launch="2026-08-14")
    before = days(whole)
    for key, day in before.items():
        assert days(messy(shipped, launch="2026-08-14", asks=[key])) == {key: day}
    whole.passes(days=30)
    assert days(whole) == before


def test_a_deeper_workshop_moves_no_day(shipped: Book) -> None:
    workshop = messy(shipped, launch="2026-12-01")
    before = days(workshop)
    workshop.is_set_up(pilot="", launch="2026-12-01", answer_by="", depth="full")
    after = days(workshop)
    assert {key: after[key] for key in before if key in after} == {
        key: day for key, day in before.items() if key in after
    }


def test_who_says_the_same_moves_no_day_and_who_differs_moves_it_behind_their_word() -> None:
    workshop = running(BOOK)
    workshop.says(LEAD, "TR1", plan="no")
    first = days(workshop)["TR1"]
    workshop.passes(days=30)
    workshop.says(SPONSOR, "TR1", plan="no")
    assert days(workshop)["TR1"] == first
    workshop.says(IT, "TR1", plan="yes", owner=IT.key)
    assert days(workshop)["TR1"] > "2026-07-10"


def test_a_promised_day_stays_where_it_is() -> None:
    workshop = running(BOOK)
    workshop.says(LEAD, "TR1", "planned", planned_by=LEAD.key, planned_on="2026-06-26")
    workshop.is_set_up(pilot="", launch="2026-07-01")
    assert days(workshop)["TR1"] == "2026-06-26"


@given(
    launch=st.dates(date(2026, 6, 12), date(2027, 3, 1)),
    waits=st.integers(0, 60),
    state=st.sampled_from(["BY", "HH", ""]),
)
def test_a_day_is_a_working_day_after_the_word_and_in_time_where_there_is_time(
    launch: date, waits: int, state: str
) -> None:
    workshop = running(BOOK, pilot="", launch=launch.isoformat(), answer_by="", state=state)
    workshop.passes(days=waits)
    for person, key in ((LEAD, "AW1"), (LEAD, "TR1"), (IT, "TR4")):
        workshop.happens(Say(person, key, None, "answer", {"plan": "no", "answers": "no"}, 10**6))
    facts, said = workshop.picture.facts, (WEDNESDAY + timedelta(days=waits)).date()
    assert len(items(workshop.picture)) == 3
    for item in items(workshop.picture):
        day, question = date.fromisoformat(item.due), BOOK.questions[str(item.question)]
        assert facts.calendar.is_workday(day)
        assert day > said
        latest = launch - timedelta(weeks=question.lead)
        if latest >= facts.add_workdays(said, 1) and facts.calendar.is_workday(latest):
            assert day <= latest
        if not waits and latest > said + timedelta(days=30):
            assert day <= facts.add_workdays(said, question.due)

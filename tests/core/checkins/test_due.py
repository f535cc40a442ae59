"""What falls due and when: the day before and after an item's date, the answer-by date, the next check-in."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bot.core.checkins.agenda import agenda
from bot.core.checkins.due import recall_item
from bot.core.checkins.kinds import ANSWER_BY_DUE, CHECK_IN_DUE, Postponed, Reminder, ToEach
from bot.core.checkins.recall import new_recall
from bot.core.checkins.reminders import when_recalled
from bot.core.playbook.book import Book
from tests.core.held import OF_IT, Held
from tests.core.workshops import IT, LEAD


@pytest.mark.parametrize(
    ("now", "day", "due"),
    [
        ("2026-06-10T09:00", "2026-06-18", "2026-06-17T08:00:00Z"),  # a Thursday: on Wednesday
        ("2026-06-17T08:00", "2026-06-18", "2026-06-19T08:00:00Z"),  # that hour has passed: on Friday
        ("2026-06-10T09:00", "2026-06-15", "2026-06-12T08:00:00Z"),  # a Monday: on Friday
        ("2026-06-15T09:00", "2026-06-12", None),  # the hour after it has passed, too
        ("2026-06-12T09:00", "2026-06-12", "2026-06-15T08:00:00Z"),  # a Friday: on Monday
        ("2026-10-20T09:00", "2026-10-26", "2026-10-23T08:00:00Z"),  # over the end of summer time
        ("2026-10-26T08:00", "2026-10-26", "2026-10-27T09:00:00Z"),
        ("2026-12-01T09:00", "2026-12-24", "2026-12-23T09:00:00Z"),
        ("2026-12-24T09:00", "2026-12-24", "2026-12-28T09:00:00Z"),  # Christmas is passed over
    ],
)
def test_an_owner_hears_on_the_working_day_before_and_after_the_date_at_the_hour_of_the_check_ins(
    book: Book, now: str, day: str, due: str | None
) -> None:
    held = Held.of(book).at(now)
    held.owes(day)
    assert held.engagement.due.get(OF_IT) == due


def test_without_check_ins_it_is_nine_oclock_in_the_workshops_zone(book: Book) -> None:
    held = Held.of(book, check_ins=False, time_zone="Asia/Kolkata", country="IN")
    held.owes("2026-06-18")
    assert held.engagement.due[OF_IT] == "2026-06-17T03:30:00Z"


def test_of_several_items_the_first_moment_counts_and_the_next_one_after_it(book: Book) -> None:
    held = Held.of(book)
    held.owes("2026-06-18")
    held.owes("2026-06-23", key="own-2")
    assert held.engagement.due[OF_IT] == "2026-06-17T08:00:00Z"
    one = held.at("2026-06-17T08:00").sends(OF_IT)
    assert (one.to, one.items) == (IT.key, ("own-1",))
    assert held.engagement.due[OF_IT] == "2026-06-19T08:00:00Z"


def test_what_was_due_stays_due_however_late_it_is_and_is_one_message(book: Book) -> None:
    held = Held.of(book)
    held.owes("2026-06-18")
    held.owes("2026-06-23", key="own-2")
    held.at("2026-06-25T12:00").becomes()
    assert held.engagement.due[OF_IT] == "2026-06-17T08:00:00Z"
    one = held.sends(OF_IT)
    assert one.items == ("own-1", "own-2")
    assert OF_IT not in held.engagement.due


@pytest.mark.parametrize("status", ["done", "dropped", "stuck"])
def test_nobody_hears_of_an_item_that_is_not_open(book: Book, status: str) -> None:
    held = Held.of(book)
    held.owes("2026-06-18")
    state = replace(held.engagement.plan["own-1"], status=status)
    held.becomes(plan={"own-1": state})
    assert OF_IT not in held.engagement.due


def test_who_is_muted_hears_nothing(book: Book) -> None:
    held = Held.of(book)
    held.owes("2026-06-18")
    held.becomes(muted=[IT.key])
    assert OF_IT not in held.engagement.due


def test_an_owner_outside_the_channel_cannot_be_told(book: Book) -> None:
    held = Held.of(book)
    held.owes("2026-06-18")
    held.becomes(plan={"own-1": replace(held.engagement.plan["own-1"], owner={"name": "Tom Berger"})})
    assert set(held.engagement.due) == {CHECK_IN_DUE, ANSWER_BY_DUE}


def test_on_the_working_day_before_the_answer_by_date_each_hears_in_person_of_their_questions(
    book: Book,
) -> None:
    held = Held.of(book, answer_by="2026-06-22")
    due = held.engagement.due[ANSWER_BY_DUE]
    assert due == "2026-06-19T08:00:00Z"
    held = held.at("2026-06-19T08:00")
    assert held.wanted(ANSWER_BY_DUE) == ToEach()
    held.engagement = when_recalled(held.picture, ANSWER_BY_DUE, due)
    assert held.engagement.due[recall_item(LEAD.key)] == due
    assert ANSWER_BY_DUE not in held.engagement.due
    held.becomes()
    assert ANSWER_BY_DUE not in held.engagement.due


def test_whoever_was_reminded_by_the_fm_today_is_not_told_once_more(book: Book) -> None:
    held = Held.of(book, answer_by="2026-06-22").at("2026-06-19T08:00")
    held.engagement = replace(held.engagement, recall=new_recall(held.picture))
    assert held.wanted(ANSWER_BY_DUE) is None


def test_where_nobody_but_the_fm_is_asked_yet_the_thread_is_told_once(book: Book) -> None:
    held = Held.of(book, answer_by="2026-06-22")
    held.becomes(people={})
    one = held.at("2026-06-19T08:00").sends(ANSWER_BY_DUE)
    assert (one.to, one.people) == (None, ())
    assert ANSWER_BY_DUE not in held.engagement.due
    held.becomes()
    assert ANSWER_BY_DUE not in held.engagement.due


def test_a_check_in_takes_the_place_of_the_reminder_on_its_day(book: Book) -> None:
    held = Held.of(book, answer_by="2026-06-17").at("2026-06-16T08:00")
    assert held.wanted(ANSWER_BY_DUE) is None
    assert agenda(held.picture, None).unanswered
    held.sends(CHECK_IN_DUE)
    assert held.wanted(ANSWER_BY_DUE) is None


def test_after_the_date_nobody_is_asked_to_answer_by_it(book: Book) -> None:
    held = Held.of(book, answer_by="2026-06-22")
    assert held.at("2026-06-23T08:00").wanted(ANSWER_BY_DUE) is None


@pytest.mark.parametrize("status", ["setup", "redirected", "gone"])
def test_a_workshop_that_does_not_run_has_nothing_due(book: Book, status: str) -> None:
    held = Held.of(book)
    held.owes("2026-06-18")
    assert held.becomes(status=status).due == {}


def test_who_was_addressed_today_hears_the_rest_on_the_next_working_day(book: Book) -> None:
    held = Held.of(book)
    held.owes("2026-06-18")
    held.at("2026-06-17T08:00").becomes(told={IT.key: "2026-06-17"})
    later = held.wanted(OF_IT)
    assert isinstance(later, Postponed)
    assert later.until.isoformat() == "2026-06-18T08:00:00+00:00"


def test_a_day_is_the_persons_own_not_that_of_utc(book: Book) -> None:
    held = Held.of(book, check_ins=False)
    held.series(hour=8, time_zone="Pacific/Auckland")
    held.owes("2026-06-18")
    assert held.engagement.due[OF_IT] == "2026-06-16T20:00:00Z"
    held.at("2026-06-16T20:00")
    held.becomes(told={IT.key: "2026-06-16"})
    assert isinstance(held.wanted(OF_IT), Reminder)

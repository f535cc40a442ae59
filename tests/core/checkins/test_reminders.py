"""A check-in from due to sent: the next is known before, silence is counted, nothing is sent twice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.core.checkins.events import ResumeCheckIn
from bot.core.checkins.kinds import CHECK_IN_DUE, LOST_DUE, SILENCE_DUE, Postponed, Reminder
from bot.core.checkins.reminders import (
    is_sending,
    reminder,
    when_begun,
    when_given_up,
    when_gone,
    when_refused,
)
from bot.core.clock import utc
from bot.core.engagement import CheckIn
from bot.core.playbook.book import Book
from bot.core.questions.picture import Picture
from tests.core.held import OF_IT, Held
from tests.core.workshops import FM, IT


def series_of(held: Held) -> CheckIn:
    found = held.engagement.check_in
    assert found is not None
    return found


def ready(book: Book) -> tuple[Held, Reminder]:
    """A check-in that is due now."""
    held = Held.of(book)
    held.owes("2026-06-18")
    held.at("2026-06-16T08:00")
    one = held.wanted(CHECK_IN_DUE)
    assert isinstance(one, Reminder)
    return held, one


def test_the_next_check_in_is_known_before_this_one_is_sent(book: Book) -> None:
    held, one = ready(book)
    held.engagement = when_begun(held.picture, one)
    assert series_of(held).next_due == held.engagement.due[CHECK_IN_DUE] == "2026-06-23T08:00:00Z"
    assert is_sending(held.engagement, CHECK_IN_DUE, one.at)
    assert held.engagement.told == {IT.key: "2026-06-16"}


def test_what_was_refused_is_due_as_before(book: Book) -> None:
    held, one = ready(book)
    before = held.engagement
    held.engagement = when_begun(held.picture, one)
    held.engagement = when_refused(held.picture, one)
    assert held.engagement == before


def test_what_the_fm_moved_meanwhile_stays_moved(book: Book) -> None:
    held, one = ready(book)
    held.engagement = when_begun(held.picture, one)
    held.becomes(check_in=replace(series_of(held), next_due="2026-06-25T08:00:00Z"))
    held.engagement = when_refused(held.picture, one)
    assert (series_of(held).next_due, series_of(held).sending) == ("2026-06-25T08:00:00Z", None)


def test_what_is_unknown_is_not_due_again_and_not_called_sent(book: Book) -> None:
    held, one = ready(book)
    held.engagement = when_begun(held.picture, one)
    held.engagement = when_given_up(held.picture, one.item, one.at)
    assert not is_sending(held.engagement, CHECK_IN_DUE, one.at)
    assert (series_of(held).last_sent, held.engagement.due[CHECK_IN_DUE]) == (None, "2026-06-23T08:00:00Z")


def test_where_nobody_is_there_the_series_rests_until_the_fm_lets_it_go_on(book: Book) -> None:
    held, one = ready(book)
    held.engagement = when_begun(held.picture, one)
    held.engagement = when_gone(held.picture, one)
    assert (series_of(held).status, series_of(held).paused_until) == ("paused", None)
    assert CHECK_IN_DUE not in held.engagement.due
    assert held.wanted(LOST_DUE) == Reminder(LOST_DUE, "2026-06-16T08:00:00Z", to=FM.key)
    held.happens(ResumeCheckIn(FM))
    assert (series_of(held).status, LOST_DUE in held.engagement.due) == ("on", False)


def test_after_downtime_one_check_in_catches_up(book: Book) -> None:
    held = Held.of(book).at("2026-07-29T17:00")
    held.sends(CHECK_IN_DUE)
    assert series_of(held).next_due == "2026-08-04T08:00:00Z"
    assert series_of(held).last_sent == "2026-07-29T17:00:00Z"


def test_a_catch_up_takes_the_place_of_the_one_of_that_day(book: Book) -> None:
    held = Held.of(book).at("2026-06-23T05:00")
    held.sends(CHECK_IN_DUE)
    assert series_of(held).next_due == "2026-06-30T08:00:00Z"


def test_a_pause_is_over_when_the_next_one_is_sent(book: Book) -> None:
    held = Held.of(book)
    held.becomes(check_in=replace(series_of(held), status="paused", paused_until="2026-06-20"))
    held.becomes(check_in=replace(series_of(held), next_due="2026-06-23T08:00:00Z"))
    held.at("2026-06-23T08:00").sends(CHECK_IN_DUE)
    assert (series_of(held).status, series_of(held).paused_until) == ("on", None)


def test_after_the_last_one_the_series_is_off(book: Book) -> None:
    held = Held.of(book, check_ins=False)
    held.series(until="2026-06-16")
    held.at("2026-06-16T08:00").sends(CHECK_IN_DUE)
    assert (series_of(held).status, series_of(held).next_due) == ("off", None)


def weeks(held: Held, count: int) -> None:
    """So many check-ins are sent, one a week."""
    for _ in range(count):
        due = held.engagement.due[CHECK_IN_DUE]
        held.at(due[:-1]).sends(CHECK_IN_DUE)


def test_after_three_check_ins_without_a_reaction_the_fm_is_told_once(book: Book) -> None:
    held = Held.of(book)
    weeks(held, 3)
    assert SILENCE_DUE not in held.engagement.due
    weeks(held, 1)
    assert held.engagement.due[SILENCE_DUE] == utc(held.now)
    one = held.sends(SILENCE_DUE)
    assert one.to == FM.key
    weeks(held, 3)
    assert SILENCE_DUE not in held.engagement.due


def test_any_change_by_a_person_is_a_reaction(book: Book) -> None:
    held = Held.of(book)
    weeks(held, 3)
    held.becomes(revision=held.engagement.revision + 1)
    weeks(held, 3)
    assert SILENCE_DUE not in held.engagement.due
    weeks(held, 1)
    assert SILENCE_DUE in held.engagement.due


def test_a_reaction_before_the_fm_was_told_spares_the_message(book: Book) -> None:
    held = Held.of(book)
    weeks(held, 4)
    held.becomes(revision=held.engagement.revision + 1)
    assert SILENCE_DUE not in held.engagement.due


def test_a_mention_and_a_notice_are_never_on_one_day(book: Book) -> None:
    held, one = ready(book)
    assert one.people == (IT.key,)
    held.at("2026-06-17T08:00").becomes()
    # The check-in was moved to the day on which the owner hears in person.
    held.becomes(check_in=replace(series_of(held), next_due="2026-06-17T08:00:00Z"))
    at_once = held.wanted(CHECK_IN_DUE)
    assert isinstance(at_once, Reminder)
    assert at_once.people == ()
    held.sends(OF_IT)
    after = held.wanted(CHECK_IN_DUE)
    assert isinstance(after, Reminder)
    assert after.people == ()


@pytest.mark.parametrize("hours", [0, 5])
def test_who_was_mentioned_hears_in_person_on_another_day(book: Book, hours: int) -> None:
    held, _ = ready(book)
    held.sends(CHECK_IN_DUE)
    held.now += timedelta(hours=hours)
    held.owes("2026-06-15", key="own-3")
    found = reminder(held.picture, OF_IT, "2026-06-16T08:00:00Z")
    assert isinstance(found, Postponed)


def test_muted_people_are_not_mentioned(book: Book) -> None:
    held, _ = ready(book)
    held.becomes(muted=[IT.key])
    one = held.wanted(CHECK_IN_DUE)
    assert isinstance(one, Reminder)
    assert one.people == ()


def test_a_reminder_of_nothing_is_none(book: Book) -> None:
    held = Held.of(book)
    held.owes("2026-06-18")
    at = held.engagement.due[OF_IT]
    held.at("2026-06-17T08:00")
    plan = {"own-1": replace(held.engagement.plan["own-1"], status="done")}
    picture = Picture(book, replace(held.engagement, plan=plan), held.now)
    assert reminder(picture, OF_IT, at) is None

"""Every act about an answer is told, in one line, to whoever did it and to whom it concerns."""

from __future__ import annotations

from datetime import timedelta
from itertools import count

from msgspec.structs import replace

from bot.core.answers.events import Confirm, Settle
from bot.core.checkins.kinds import DIFFERS_DUE, Postponed, Reminder
from bot.core.clock import utc
from bot.core.engagement import Person
from bot.core.playbook.book import Book
from bot.core.questions.news import MOST_KEPT, MOST_SHOWN, news_for, when_shown, with_news
from bot.core.screens.news import news_lines
from bot.core.workshop.differing import GATHERED
from tests.core.held import Held
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop, running

ACTIVITIES = map(str, count())


def told(workshop: Workshop, person: Person, activity: str = "") -> list[str]:
    """What the next view of a person says above it."""
    activity = activity or next(ACTIVITIES)
    found = news_lines(workshop.viewer(person), activity)
    workshop.engagement = when_shown(workshop.engagement, person.key, activity)
    return list(found)


def differing(book: Book) -> Workshop:
    workshop = running(book)
    for person, plan in ((IT, "no"), (LEAD, "yes")):
        workshop.says(person, "AW1", plan=plan)
    return workshop


def test_each_way_to_answer_has_its_line(small: Book) -> None:
    workshop = running(small)
    told(workshop, LEAD)
    title = small.questions["AW1"].title["de"]
    workshop.says(LEAD, "AW1", plan="no")
    assert told(workshop, LEAD) == [f"Gespeichert: {title}"]
    workshop.says(LEAD, "AW1", plan="yes")
    assert told(workshop, LEAD) == [f"Geändert: {title}"]
    workshop.says(LEAD, "AW1", "skipped")
    assert told(workshop, LEAD) == [f"Zurückgestellt: {title}"]
    workshop.says(LEAD, "AW1", "handed", handed_to=IT.key)
    assert told(workshop, LEAD) == [f"Weitergegeben an {IT.name}: {title}"]
    assert told(workshop, LEAD) == []


def test_who_differs_and_who_answered_first_are_told_and_only_while_it_is_so(small: Book) -> None:
    workshop = differing(small)
    assert [IT.name in line for line in told(workshop, LEAD)] == [False, True]
    workshop.says(LEAD, "AW1", plan="no")
    assert told(workshop, IT) == ["Gespeichert: Ihre Rollen"]


def test_both_voices_and_the_fm_are_told_what_was_settled(small: Book) -> None:
    workshop = differing(small)
    for person in (IT, LEAD, FM):
        told(workshop, person)
    workshop.happens(Settle(FM, "AW1", None, {"voice": LEAD.key}))
    for person, word in ((IT, "Geklärt"), (LEAD, "Geklärt"), (FM, "Gespeichert")):
        (line,) = told(workshop, person)
        assert (line.partition(":")[0], line[-4:]) == (word, "\N{EN DASH} Ja")
    assert told(workshop, SPONSOR) == ["Gespeichert: Ihre Rollen"]


def test_who_said_it_first_is_told_that_it_was_confirmed(small: Book) -> None:
    workshop = running(small)
    workshop.says(IT, "AW1", plan="no")
    assert len(told(workshop, IT)) == 2
    workshop.happens(Confirm(FM, "AW1", None))
    title = small.questions["AW1"].title["de"]
    assert told(workshop, IT) == [f"{FM.name} hat Ihre Antwort bestätigt: {title}"]
    assert told(workshop, FM) == [f"Bestätigt: {title}"]


def test_the_same_activity_shows_the_same_and_any_other_does_not(small: Book) -> None:
    workshop = running(small)
    told(workshop, LEAD, "a0")
    workshop.says(LEAD, "AW1", plan="no")
    first = told(workshop, LEAD, "a1")
    workshop.engagement = replace(workshop.engagement, seen=["a1"])
    before = workshop.engagement
    assert told(workshop, LEAD, "a1") == first != []
    assert told(workshop, LEAD, "a2") == []
    assert workshop.engagement is before


def test_news_are_few_and_what_one_view_does_not_hold_comes_in_the_next(small: Book) -> None:
    engagement = running(small).engagement
    for number in range(MOST_KEPT + 4):
        engagement = with_news(engagement, IT.key, f"Q{number}", "saved")
    assert len(engagement.news[IT.key]) == MOST_KEPT
    shown = list(news_for(engagement, IT.key, "a1"))
    engagement = when_shown(engagement, IT.key, "a1")
    rest = list(news_for(engagement, IT.key, "a2"))
    assert (len(shown), len(rest)) == (MOST_SHOWN, MOST_KEPT - MOST_SHOWN)
    assert not set(shown) & set(rest)


def held_with_a_dispute(book: Book) -> Held:
    held = Held.of(book, check_ins=False)
    held.says(IT, "AW1", plan="no")
    held.says(LEAD, "AW1", plan="yes")
    return held


def test_the_fm_is_told_in_person_once_and_of_all_that_came_meanwhile(small: Book) -> None:
    held = held_with_a_dispute(small)
    assert held.engagement.due[DIFFERS_DUE] == utc(held.now + GATHERED)
    held.passes(minutes=3)
    held.says(IT, "SZ1", scenarios="meetings")
    held.says(LEAD, "SZ1", scenarios="news")
    assert held.engagement.due[DIFFERS_DUE] == utc(held.now + GATHERED - timedelta(minutes=3))
    held.passes(minutes=7)
    assert held.sends(DIFFERS_DUE).to == FM.key
    assert DIFFERS_DUE not in held.engagement.due
    held.says(SPONSOR, "AW1", plan="partly")
    assert DIFFERS_DUE not in held.engagement.due, "that one is known"


def test_another_disagreement_of_the_same_day_waits_for_the_next_working_day(small: Book) -> None:
    held = held_with_a_dispute(small)
    held.sends(DIFFERS_DUE)
    held.says(IT, "SZ1", scenarios="meetings")
    held.says(LEAD, "SZ1", scenarios="news")
    assert isinstance(held.wanted(DIFFERS_DUE), Postponed)
    held.passes(days=1)
    assert isinstance(held.wanted(DIFFERS_DUE), Reminder)


def test_settled_before_it_is_sent_it_is_not_sent(small: Book) -> None:
    held = held_with_a_dispute(small)
    held.happens(Settle(FM, "AW1", None, {"voice": LEAD.key}))
    assert DIFFERS_DUE not in held.engagement.due


def test_the_fm_who_gave_one_of_the_answers_or_wants_no_reminders_is_not_told_in_person(small: Book) -> None:
    held = Held.of(small, check_ins=False)
    held.says(IT, "AW1", plan="no")
    held.says(FM, "AW1", plan="yes")
    assert DIFFERS_DUE not in held.engagement.due
    other = held_with_a_dispute(small)
    other.becomes(muted=[FM.key])
    assert other.wanted(DIFFERS_DUE) is None

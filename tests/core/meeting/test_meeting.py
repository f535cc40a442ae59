"""The live pace: one question at a time in the thread, settled by what most people say."""

from __future__ import annotations

import pytest

from bot.core.answers.effects import Hand
from bot.core.checkins.kinds import DIFFERS_DUE
from bot.core.meeting import steps as live
from bot.core.meeting.effects import CloseLive, PostLive
from bot.core.meeting.events import LiveNext, LiveStart, LiveStop
from bot.core.playbook.book import Book
from bot.core.problems import Problem
from bot.core.questions.effects import UpdateCount
from bot.core.screens.meeting.live import live_lines
from bot.core.step import Step
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop, running


@pytest.fixture
def meeting(small: Book) -> Workshop:
    """A meeting in which the first question stands in the thread."""
    workshop = running(small, pace="live")
    assert PostLive("D1") in workshop.happens(LiveStart(FM)).effects
    return workshop


def test_the_fm_alone_leads_the_meeting(small: Book) -> None:
    workshop = running(small)
    for event in (LiveStart(LEAD), LiveNext(LEAD), LiveStop(LEAD)):
        assert workshop.happens(event).faults[0].problem is Problem.FM_ONLY
    assert Workshop(small).happens(LiveStart(FM)).faults[0].problem is Problem.NOT_SET_UP


def test_starting_twice_is_starting_once(meeting: Workshop) -> None:
    before = meeting.engagement
    assert meeting.happens(LiveStart(FM)) == Step(before)


def test_one_question_after_the_other_is_put_to_the_thread(meeting: Workshop) -> None:
    step = meeting.happens(LiveNext(FM))
    assert [one for one in step.effects if isinstance(one, CloseLive | PostLive)] == [
        CloseLive("D1"),
        PostLive("ST1"),
    ]
    assert meeting.queue(FM)[0] == "D1"


def test_next_pressed_twice_or_on_an_earlier_card_skips_no_question(meeting: Workshop) -> None:
    meeting.happens(LiveNext(FM, "D1"))
    before = meeting.engagement
    assert meeting.happens(LiveNext(FM, "D1")) == Step(before)
    assert meeting.engagement.live is not None
    assert meeting.engagement.live.ask == "ST1"
    meeting.happens(LiveStop(FM))
    over = meeting.engagement
    assert meeting.happens(LiveNext(FM, "ST1")) == Step(over)


def test_what_most_people_say_becomes_the_answer(meeting: Workshop) -> None:
    for _ in range(3):
        meeting.happens(LiveNext(FM))
    assert meeting.engagement.live is not None
    assert meeting.engagement.live.ask == "AW1"
    for person, plan in ((IT, "no"), (LEAD, "yes"), (SPONSOR, "yes")):
        meeting.says(person, "AW1", plan=plan)
    assert [(voice.fields["plan"], count) for voice, count in live.tally(meeting.voices("AW1"))] == [
        ("yes", 2),
        ("no", 1),
    ]
    meeting.happens(LiveNext(FM))
    found = meeting.standing("AW1")
    assert found.voice is not None
    assert (found.voice.fields, found.disputed) == ({"plan": "yes"}, False)
    assert len(meeting.voices("AW1")) == 3


def test_who_does_not_know_is_counted_differs_from_nobody_and_mentions_nobody(meeting: Workshop) -> None:
    for _ in range(3):
        meeting.happens(LiveNext(FM))
    meeting.says(LEAD, "AW1", plan="yes")
    step = meeting.says(IT, "AW1", "handed")
    assert step.effects == (UpdateCount("AW1"),)
    assert not meeting.standing("AW1").disputed
    ask = meeting.picture.find("AW1", None)
    assert ask is not None
    assert live_lines(meeting.viewer(FM), ask)[1].startswith("Zwischenstand: 2 von 3: 1")
    assert meeting.happens(LiveNext(FM)).faults == ()
    assert [voice.kind for voice in meeting.voices("AW1")] == ["answer", "handed"]


def test_somebody_who_is_named_in_a_meeting_is_still_asked(meeting: Workshop) -> None:
    step = meeting.says(LEAD, "D1", "handed", handed_to=IT.key)
    assert [one.to for one in step.effects if isinstance(one, Hand)] == [IT.key]


def test_answers_that_differ_in_a_meeting_are_settled_there_and_no_news(meeting: Workshop) -> None:
    for _ in range(3):
        meeting.happens(LiveNext(FM))
    meeting.says(LEAD, "AW1", plan="yes")
    meeting.says(IT, "AW1", plan="no")
    whats = [one.what for mine in meeting.engagement.news.values() for one in mine.values()]
    assert not {"differs", "contested"} & set(whats)
    assert DIFFERS_DUE not in meeting.engagement.due
    assert UpdateCount("AW1", closed=True) in meeting.happens(LiveNext(FM)).effects


def test_everybody_who_does_not_just_listen_is_expected_to_say_something(meeting: Workshop) -> None:
    assert live.expected(meeting.book, meeting.engagement) == 3
    meeting.joins(IT, "listener")
    assert live.expected(meeting.book, meeting.engagement) == 2


def test_a_hint_comes_after_two_minutes_and_takes_nothing_away(meeting: Workshop) -> None:
    meeting.passes(minutes=2)
    assert not live.stands_long(meeting.engagement, meeting.now)
    meeting.passes(seconds=1)
    assert live.stands_long(meeting.engagement, meeting.now)
    assert live.live_ask(meeting.picture) == meeting.picture.find("D1", None)


def test_the_end_leaves_the_rest_in_everybodys_queue(meeting: Workshop) -> None:
    step = meeting.happens(LiveStop(FM))
    assert CloseLive("D1") in step.effects
    assert meeting.engagement.live is None
    assert meeting.queue(FM) == ["D1", "ST1", "SZ1", "AW1", "CL"]
    before = meeting.engagement
    assert meeting.happens(LiveStop(FM)) == Step(before)


def test_after_the_last_question_nothing_stands_in_the_thread(meeting: Workshop) -> None:
    for _ in range(5):
        meeting.happens(LiveNext(FM))
    assert meeting.engagement.live is None

"""Whatever people do, whoever acts on an answer is told, in few words that can always be drawn."""

from __future__ import annotations

from hypothesis import given

from bot.core.answers.events import Confirm, Say, Settle
from bot.core.keys import ask_key
from bot.core.questions.news import MOST_KEPT, MOST_SHOWN, news_for
from bot.core.screens.news import news_lines
from bot.core.step import Event
from tests.core.workshop.happenings import EVENTS, PEOPLE
from tests.core.workshop.test_random_workshops import begun


@given(events=EVENTS)
def test_every_act_on_an_answer_is_told_to_whoever_did_it(events: list[Event]) -> None:
    workshop = begun()
    for event in events:
        before = workshop.engagement
        after = workshop.happens(event).engagement
        if isinstance(event, Say | Settle | Confirm) and after is not before:
            told = news_for(after, event.by.key, "next")
            assert ask_key(event.question, event.service) in told
        for person in PEOPLE:
            assert len(after.news.get(person.key, {})) <= MOST_KEPT
            for language in ("de", "en"):
                lines = news_lines(workshop.viewer(person, language=language), "next")
                assert len(lines) <= MOST_SHOWN
                assert not [line for line in lines if "{" in line or len(line) < 5]

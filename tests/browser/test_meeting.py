"""The live pace: the FM leads a meeting, one question at a time stands in the thread for all."""

from __future__ import annotations

from pathlib import Path

from bot.core.playbook.book import Book
from tests.browser.conftest import Lead
from tests.browser.guest import Guest


def test_all_answer_one_question_and_the_meeting_goes_on_to_the_next(
    lead: Lead, book: Book, screenshots: Path
) -> None:
    megan = lead("de-DE", pictures=screenshots / "meeting")
    page, words = megan.page, megan.words
    megan.begin()
    megan.press("setup")
    megan.set_up(pace="live")
    page.wait_text(words("workshop.answer_by").strip())
    isaiah = Guest(page, "Isaiah Langer", "de-DE")
    isaiah.looks_at(words("workshop.title"))
    isaiah.presses(words("button.take_part"))
    isaiah.presses(words("button.save_roles"), {"roles": ["sponsor"]})

    megan.press("lead")
    megan.picture("lead", "live_start")
    megan.press("live_start")
    page.wait_text(book.questions["DC"].ask[words.language])
    megan.picture("lead-in-the-meeting", "live_stop")
    megan.picture("question", "live_answer")
    isaiah.looks_at(book.questions["DC"].ask[words.language])
    thanked = isaiah.presses(words("button.live_answer"), {"still_right": "right"})
    assert words("button.answer_anew") in thanked[-1]
    assert words("button.live_next") not in thanked[-1]
    megan.press("live_answer", megan.entered("DC"))
    megan.picture("thanks", "answer_anew")
    page.wait_text(words("notice.live_count", number=2, total=2))
    megan.press("live_state")
    assert words("card.of", number=2, total=2) in megan.sees("live_answer")
    megan.picture("state", "live_answer")

    megan.press("live_next")
    page.wait_text(book.questions["ST1"].ask[words.language])
    megan.picture("next-question", "live_answer")
    megan.picture("thread")
    assert [card for card in page.cards() if card.startswith(book.questions["DC"].ask[words.language])]

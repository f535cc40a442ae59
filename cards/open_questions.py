"""A reminder in person: the titles of somebody's own open questions, and the button to answer them."""

from __future__ import annotations

from bot.core.reading.wording import day_text
from bot.core.screens.checkins.open_questions import OpenQuestionsScreen
from bot.core.texts import Words
from cards._card import card
from cards._kit import Element
from cards._text import cut, heading, line, para, run, strong, subtle

_LONGEST_NAME = 120


def render(screen: OpenQuestionsScreen, words: Words) -> dict[str, object]:
    """The first questions by their titles, how many there are and how long they take."""
    many = "one" if screen.count == 1 else "many"
    body: list[Element] = [heading(words("open_questions.title"))]
    if screen.customer:
        body.append(line(strong(cut(screen.customer, _LONGEST_NAME), size="Medium"), spacing="None"))
    body.append(para(words(f"open_questions.intro.{many}", count=screen.count, minutes=screen.minutes)))
    body += [line(run(f"• {title}"), spacing="Small") for title in screen.titles]
    if left := screen.count - len(screen.titles):
        body.append(subtle(words("card.more", count=left), spacing="Small"))
    if screen.answer_by:
        body.append(para(words("invitation.answer_by", day=day_text(screen.answer_by, words.language))))
    body.append(subtle(words("reminder.private"), spacing="Large"))
    return card(words, body, screen.buttons, screen.stamp)

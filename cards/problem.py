"""A problem: one sentence, what can be done, and the id that the log knows."""

from __future__ import annotations

from bot.core.screens.problem import ProblemScreen
from bot.core.texts import Words
from cards._card import card
from cards._kit import Element
from cards._text import faint, heading, line, run


def render(screen: ProblemScreen, words: Words) -> dict[str, object]:
    """The sentence of the problem."""
    sentence = words(f"problem.{screen.problem}", **dict(screen.values))
    body: list[Element] = [heading(words("problem.title"), size="Medium"), line(run(sentence))]
    if screen.correlation:
        body.append(line(faint(words("problem.log", id=screen.correlation))))
    return card(words, body, screen.buttons, screen.stamp)

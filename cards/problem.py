"""A problem: one sentence and what can be done; of a fault also the id that the log knows."""

from __future__ import annotations

from bot.core.problems import FAULTS
from bot.core.screens.problem import ProblemScreen
from bot.core.texts import Words
from cards._card import card
from cards._kit import Element, TextBlock
from cards._text import cut, escape, faint, heading, line, run

_LONGEST_VALUE = 300


def render(screen: ProblemScreen, words: Words) -> dict[str, object]:
    """The sentence of the problem. A refusal is no accident: it stands there by itself."""
    if screen.problem in FAULTS:
        body = _fault(screen, words)
    else:
        # Only a TextBlock can be a heading, so what people typed is escaped.
        values = {name: escape(cut(value, _LONGEST_VALUE)) for name, value in screen.values}
        sentence = words(f"problem.{screen.problem}", **values)
        body = [TextBlock(text=sentence, style="heading", size="Default", weight="Default", wrap=True)]
    return card(words, body, screen.buttons, screen.stamp)


def _fault(screen: ProblemScreen, words: Words) -> list[Element]:
    sentence = words(f"problem.{screen.problem}", **dict(screen.values))
    body: list[Element] = [heading(words("problem.title"), size="Medium"), line(run(sentence))]
    if screen.correlation:
        body.append(line(faint(words("problem.log", id=screen.correlation))))
    return body

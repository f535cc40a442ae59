"""One action item: what, why, by when, who, what helps, and what can be said of it."""

from __future__ import annotations

from bot.core.screens.plan import ItemScreen
from bot.core.texts import Words
from cards._card import card
from cards._items import about, state_run
from cards._kit import Element
from cards._links import link_lines
from cards._text import alarm, cut, heading, label, line, para, run, strong, subheading, subtle

_LONGEST_TITLE = 200
_LONGEST_REASON = 500


def render(screen: ItemScreen, words: Words) -> dict[str, object]:
    """The item, and the presses that change it."""
    one = screen.line
    body: list[Element] = [
        heading(words("plan.item"), size="Medium"),
        line(
            strong(f"{words(f'plan.sign.{one.state}')} {cut(one.title, _LONGEST_TITLE)}", size="Medium"),
            spacing="Small",
        ),
        subtle(screen.about, spacing="None"),
        line(state_run(one, words), run(f" · {' · '.join(about(one, words))}")),
    ]
    if one.reason:
        body.append(
            line(label(words("plan.because")), run(cut(one.reason, _LONGEST_REASON)), spacing="Small")
        )
    if screen.why:
        body.append(para(screen.why))
    if one.links:
        body.append(subheading(words("question.material")))
        body += link_lines(one.links, words)
    if screen.problem:
        body.append(alarm(screen.problem))
    if not screen.may_change:
        body.append(subtle(words("plan.not_yours")))
    return card(words, body, screen.buttons, screen.stamp)

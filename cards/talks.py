"""The talks that may be useful to the customer, each to tap."""

from __future__ import annotations

from bot.core.screens.talks.talks import TalksScreen
from bot.core.texts import Words
from cards._card import card
from cards._kit import Element
from cards._talks import offer_block
from cards._text import cut, heading, line, para, strong, subtle

_LONGEST_NAME = 120
_LONGEST_BANNER = 200


def render(screen: TalksScreen, words: Words) -> dict[str, object]:
    """Every talk, in the order of what the customer asked for, what fits, what they own."""
    body: list[Element] = [line(strong(cut(screen.banner, _LONGEST_BANNER)))] if screen.banner else []
    body.append(heading(words("talks.title")))
    if screen.customer:
        body.append(line(strong(cut(screen.customer, _LONGEST_NAME), size="Medium"), spacing="None"))
    body.append(subtle(words("talks.intro"), spacing="Small"))
    if not screen.lines:
        body.append(para(words("talks.none")))
    body += [offer_block(one, screen.stamp, words) for one in screen.lines]
    if screen.lines:
        body.append(subtle(words("talks.tap"), spacing="Large"))
    if screen.deciders:
        body.append(subtle(words("talks.deciders", roles=", ".join(screen.deciders)), spacing="Small"))
    if screen.elsewhere:
        body.append(subtle(words("talks.elsewhere"), spacing="Small"))
    return card(words, body, screen.buttons, screen.stamp)

"""The offers: talks that may be useful to the customer, each to tap."""

from __future__ import annotations

from bot.core.screens.offers import OffersScreen
from bot.core.texts import Words
from cards._card import card
from cards._kit import Element
from cards._offers import offer_block
from cards._text import cut, heading, line, para, strong, subtle

_LONGEST_NAME = 120
_LONGEST_BANNER = 200


def render(screen: OffersScreen, words: Words) -> dict[str, object]:
    """Every talk, in the order of what the customer asked for, what fits, what they own."""
    body: list[Element] = [line(strong(cut(screen.banner, _LONGEST_BANNER)))] if screen.banner else []
    body.append(heading(words("offers.title")))
    if screen.customer:
        body.append(line(strong(cut(screen.customer, _LONGEST_NAME), size="Medium"), spacing="None"))
    body.append(subtle(words("offers.intro"), spacing="Small"))
    if not screen.lines:
        body.append(para(words("offers.none")))
    body += [offer_block(one, screen.stamp, words) for one in screen.lines]
    if screen.lines:
        body.append(subtle(words("offers.tap"), spacing="Large"))
    if screen.deciders:
        body.append(subtle(words("offers.deciders", roles=", ".join(screen.deciders)), spacing="Small"))
    if screen.elsewhere:
        body.append(subtle(words("offers.elsewhere"), spacing="Small"))
    return card(words, body, screen.buttons, screen.stamp)

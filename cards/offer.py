"""One talk: what it is about, why it is offered, how it stands, and what can be decided."""

from __future__ import annotations

from bot.core.screens.offers import OfferScreen
from bot.core.texts import Words
from bot.core.wording import day_text
from cards._card import card
from cards._kit import Element
from cards._offers import about, offer_state
from cards._text import alarm, heading, line, para, run, strong, subtle


def render(screen: OfferScreen, words: Words) -> dict[str, object]:
    """The talk, and the presses that decide about it."""
    one = screen.line
    body: list[Element] = [
        heading(words("offers.one"), size="Medium"),
        line(strong(f"{words(f'offers.sign.{one.state}')} {one.title}", size="Medium"), spacing="Small"),
        line(run(about(one)), spacing="Small"),
    ]
    body += [para(why, spacing="Small") for why in one.whys]
    body += offer_state(one, words)
    if one.requested:
        day = day_text(one.requested, words.language)
        body.append(subtle(words("offers.requested", day=day), spacing="Small"))
    if screen.problem:
        body.append(alarm(screen.problem))
    if screen.deciders:
        body.append(subtle(words("offers.deciders", roles=", ".join(screen.deciders))))
    if screen.elsewhere:
        body.append(subtle(words("offers.elsewhere")))
    return card(words, body, screen.buttons, screen.stamp)

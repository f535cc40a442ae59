"""One talk: what it is about, why it is offered, how it stands, and what can be decided."""

from __future__ import annotations

from bot.core.reading.wording import day_text
from bot.core.screens.talks.talks import TalkScreen
from bot.core.texts import Words
from cards._card import card
from cards._kit import Element
from cards._talks import about, offer_state
from cards._text import alarm, heading, line, para, run, strong, subtle


def render(screen: TalkScreen, words: Words) -> dict[str, object]:
    """The talk, and the presses that decide about it."""
    one = screen.line
    body: list[Element] = [
        heading(words("talks.one"), size="Medium"),
        line(strong(f"{words(f'talks.sign.{one.state}')} {one.title}", size="Medium"), spacing="Small"),
        line(run(about(one)), spacing="Small"),
    ]
    body += [para(why, spacing="Small") for why in one.whys]
    body += offer_state(one, words)
    if one.requested:
        day = day_text(one.requested, words.language)
        body.append(subtle(words("talks.requested", day=day), spacing="Small"))
    if screen.problem:
        body.append(alarm(screen.problem))
    if screen.deciders:
        body.append(subtle(words("talks.deciders", roles=", ".join(screen.deciders))))
    if screen.elsewhere:
        body.append(subtle(words("talks.elsewhere")))
    return card(words, body, screen.buttons, screen.stamp)

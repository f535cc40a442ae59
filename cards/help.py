"""Help: what can be typed."""

from __future__ import annotations

from bot.core.screens.help import HelpScreen
from bot.core.texts import Words
from cards._card import card
from cards._kit import Element
from cards._text import heading, line, run, strong, subtle


def render(screen: HelpScreen, words: Words) -> dict[str, object]:
    """Every command with what it does."""
    body: list[Element] = [heading(words("help.title"))]
    body += [line(strong(name), run(f" {about}"), spacing="Small") for name, about in screen.commands]
    if screen.more:
        body.append(subtle(words("help.more"), spacing="Large"))
    body.append(subtle(words("help.foot"), spacing="Small" if screen.more else "Large"))
    return card(words, body, screen.buttons, screen.stamp)

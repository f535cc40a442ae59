"""The request for an expert: text to copy, and where it goes. The FM's alone."""

from __future__ import annotations

from bot.core.screens.offer_forms import RequestScreen
from bot.core.texts import Words
from bot.core.wording import day_text
from cards._card import card
from cards._kit import Element, TextInput
from cards._links import link_lines
from cards._text import heading, line, strong, subheading, subtle


def render(screen: RequestScreen, words: Words) -> dict[str, object]:
    """Subject and text stand in inputs: there they can be selected whole on a phone, too."""
    body: list[Element] = [
        heading(words("request.title")),
        line(strong(screen.title, size="Medium"), spacing="None"),
        subtle(words("request.intro"), spacing="Small"),
        TextInput(id="subject", label=words("request.subject"), value=screen.subject),
        TextInput(id="text", label=words("request.text"), value=screen.text, is_multiline=True),
    ]
    if screen.links:
        body.append(subheading(words("question.material")))
        body += link_lines(screen.links, words)
    if screen.requested:
        body.append(subtle(words("offers.requested", day=day_text(screen.requested, words.language))))
    return card(words, body, screen.buttons, screen.stamp)

"""Resources: what was searched, what was found, and a field to search again."""

from __future__ import annotations

from bot.core.screens.resources import ResourcesScreen
from bot.core.texts import Words
from cards._card import card
from cards._fields import fields
from cards._kit import Element
from cards._links import link_lines
from cards._text import cut, heading, label, line, para, run, strong, subheading, subtle

_LONGEST_WORDS = 200


def render(screen: ResourcesScreen, words: Words) -> dict[str, object]:
    """The material found, by heading."""
    body: list[Element] = [heading(words("resources.title"))]
    if screen.words:
        found = cut(screen.words, _LONGEST_WORDS)
        body.append(line(label(words("resources.for")), run(found), spacing="Small"))
    if screen.commands:
        body.append(line(run(words("resources.commands")), strong(", ".join(screen.commands))))
    several = len(screen.groups) > 1
    for name, links in screen.groups:
        if name or several:
            body.append(subheading(name or words("resources.other")))
        body += link_lines(links, words)
    if not screen.groups:
        body.append(para(words("resources.none")))
    if screen.withheld:
        number = "one" if screen.withheld == 1 else "many"
        body.append(subtle(words(f"resources.withheld.{number}", count=screen.withheld)))
    body += fields((screen.search,), words)
    return card(words, body, screen.buttons, screen.stamp)

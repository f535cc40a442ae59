"""To take away: each file with what it is for, and its forms to tap."""

from __future__ import annotations

from bot.core.screens.export import ExportScreen
from bot.core.texts import Words
from cards._buttons import action_sets, presses, rows
from cards._card import card
from cards._kit import Element
from cards._text import cut, heading, line, para, run, strong, subheading, subtle

_LONGEST_NAME = 120


def render(screen: ExportScreen, words: Words) -> dict[str, object]:
    """The files to take away, and the outcome of a press."""
    body: list[Element] = [heading(words("export.title"))]
    if screen.customer:
        body.append(line(strong(cut(screen.customer, _LONGEST_NAME), size="Medium"), spacing="None"))
    if screen.asked and screen.files:
        body.append(line(run(words("export.asked")), strong(cut(screen.asked, _LONGEST_NAME))))
    if not screen.files:
        body.append(para(words("export.no_files")))
    for what, buttons in screen.groups:
        body += [subheading(words(f"export.{what}.title")), subtle(words(f"export.{what}.about"))]
        body += action_sets(rows(presses(buttons, screen.stamp, words)))
    return card(words, body, screen.buttons, screen.stamp)

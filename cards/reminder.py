"""A reminder in person: the owner's items that are due, each to tap, a single one to close."""

from __future__ import annotations

from bot.core.screens.reminder import ReminderScreen
from bot.core.texts import Words
from cards._card import card
from cards._items import item_block
from cards._kit import Element
from cards._text import cut, heading, line, para, strong, subtle

_LONGEST_NAME = 120


def render(screen: ReminderScreen, words: Words) -> dict[str, object]:
    """The items, late ones first."""
    count = len(screen.lines) + screen.more
    body: list[Element] = [heading(words("reminder.title"))]
    if screen.customer:
        body.append(line(strong(cut(screen.customer, _LONGEST_NAME), size="Medium"), spacing="None"))
    body.append(para(words(f"reminder.intro.{'one' if count == 1 else 'many'}", count=count)))
    body += [item_block(one, screen.stamp, words) for one in screen.lines]
    if screen.more:
        body.append(subtle(words("card.more", count=screen.more), spacing="Small"))
    body.append(subtle(words("reminder.private"), spacing="Large"))
    return card(words, body, screen.buttons, screen.stamp)

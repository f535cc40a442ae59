"""A reminder in person: the owner's items that are due, each to tap, a single one to close."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button, Said, Stamp
from bot.core.screens.checkins.reminder import ReminderScreen
from bot.core.texts import Words
from cards._card import card
from cards._items import item_block
from cards._kit import Element
from cards._sample_parts import HOSTILE
from cards._text import cut, heading, line, para, strong, subtle
from cards.plan import HOSTILE_LINE, LATE, STUCK

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


_HERE = (("item", "ST1"),)
_MUTE = Button("mute", overflow=True)
_ONE = ReminderScreen(
    stamp=Stamp(1, 12, engagement="e1"),
    customer=Said("Contoso AG"),
    lines=(LATE,),
    buttons=(
        Button("item_done", _HERE, primary=True),
        Button("change_item", (*_HERE, ("form", "item_date")), label="item_date"),
        Button("change_item", (*_HERE, ("form", "item_stuck")), label="item_stuck"),
        Button("items", label="my_actions"),
        _MUTE,
    ),
)
_PLAN = (Button("items", label="my_actions", primary=True), _MUTE)
SAMPLES = (
    ("one", _ONE),
    (
        "several",
        replace(
            _ONE, lines=(replace(LATE, acts=_ONE.buttons[:3]), replace(STUCK, reason=Said(""))), buttons=_PLAN
        ),
    ),
    ("hostile", replace(_ONE, customer=HOSTILE, lines=(HOSTILE_LINE,) * 8, more=3, buttons=_PLAN)),
)

"""Samples of the reminder card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.screens.parts import Button, Said, Stamp
from bot.core.screens.reminder import ReminderScreen
from tests.cards.samples.parts import HOSTILE
from tests.cards.samples.plan import HOSTILE_LINE, LATE, STUCK

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

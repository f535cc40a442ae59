"""Samples of the item card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.screens.parts import Button
from bot.core.screens.plan import ITEM_FORMS, ItemScreen
from tests.cards.samples.parts import CHECKLIST, GUIDE, STAMP
from tests.cards.samples.plan import HOSTILE_LINE, LATE, STUCK

_HERE = (("item", "ST1"),)
_FORMS = tuple(
    Button("change_item", (*_HERE, ("form", form)), label=form, overflow=form == "item_dropped")
    for form in ITEM_FORMS
)
_BACK = Button("items", label="back_to_plan")
_OPEN = ItemScreen(
    STAMP,
    replace(LATE, links=(GUIDE, CHECKLIST)),
    "Unterstützung der Leitung",
    "Noch unterstützt niemand aus der Geschäftsleitung das Projekt sichtbar.",
    may_change=True,
    buttons=(Button("item_done", _HERE, primary=True), *_FORMS, _BACK),
)
SAMPLES = (
    ("open", _OPEN),
    (
        "not_yours",
        replace(_OPEN, line=STUCK, why="", may_change=False, buttons=(replace(_BACK, primary=True),)),
    ),
    (
        "hostile",
        replace(
            _OPEN,
            line=HOSTILE_LINE,
            problem="Diese Karte war schon älter. Hier ist der aktuelle Stand.",
            buttons=(
                Button("item_done", _HERE, primary=True),
                Button("item_reopen", _HERE, label="item_goes_on"),
                *_FORMS,
                _BACK,
            ),
        ),
    ),
)

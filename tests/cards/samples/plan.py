"""Samples of the plan card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.screens.parts import Button, Said
from bot.core.screens.plan import ItemLine, PlanScreen
from tests.cards.samples.parts import CHECKLIST, GUIDE, HOSTILE, STAMP


def _press(item: str) -> Button:
    return Button("open_item", (("item", item),))


LATE = ItemLine(
    Said("Sponsorin oder Sponsor benennen und Zusage einholen"),
    "overdue",
    "2026-11-20",
    Said("Ada Lovelace"),
    late=True,
    links=(GUIDE,),
    press=_press("ST1"),
)
STUCK = ItemLine(
    Said("Termin mit dem Betriebsrat vereinbaren"),
    "stuck",
    "2026-11-30",
    Said("Jan Müller"),
    Said("Der Betriebsrat tagt erst im Januar."),
    press=_press("ST6"),
)
_NOBODYS = ItemLine(Said("Plan schreiben"), "open", "2026-12-07", links=(CHECKLIST,), press=_press("AW1"))
_DONE = ItemLine(
    Said("Raum buchen"), "done", "2026-11-25", Said("Jan Müller"), closed=True, press=_press("own-1")
)
_DROPPED = ItemLine(
    Said("Plakate drucken"),
    "dropped",
    "2026-11-25",
    Said("Jan Müller"),
    Said("Kein Budget"),
    closed=True,
    press=_press("own-2"),
)
_SHARED = PlanScreen(
    stamp=STAMP,
    customer=Said("Contoso AG"),
    launch="2027-01-15",
    counts=(3, 1, 2),
    lines=(LATE, STUCK, _NOBODYS, _DONE, _DROPPED),
    page=1,
    pages=1,
    updated="2026-11-23T09:15:00Z",
    time_zone="Europe/Berlin",
    buttons=(Button("plan", label="open_plan", primary=True), Button("add_item")),
)
HOSTILE_LINE = ItemLine(
    HOSTILE, "stuck", "2026-11-20", HOSTILE, HOSTILE, late=True, links=(GUIDE,), press=_press("OD1@onedrive")
)
_PRIVATE = (
    Button("add_item", primary=True),
    Button("items", (("page", "3"),), label="next_page"),
    Button("items", (("page", "1"),), label="page_before"),
    Button("later", label="back_to_workshop"),
    Button("mute", overflow=True),
)
_ACTS = (
    Button("item_done", (("item", "ST1"),)),
    Button("change_item", (("item", "ST1"), ("form", "item_date")), label="item_date"),
    Button("change_item", (("item", "ST1"), ("form", "item_stuck")), label="item_stuck"),
)
SAMPLES = (
    ("shared", _SHARED),
    ("nothing", replace(_SHARED, customer=Said(""), launch="", counts=(0, 0, 0), lines=())),
    (
        "acted",
        replace(
            _SHARED,
            private=True,
            banner=Said("Erledigt: Raum buchen"),
            lines=(replace(LATE, mine=True, acts=_ACTS), STUCK, _NOBODYS, _DONE, _DROPPED),
            buttons=(_PRIVATE[0], *_PRIVATE[3:]),
        ),
    ),
    (
        "hostile",
        replace(
            _SHARED,
            customer=HOSTILE,
            counts=(40, 40, 0),
            lines=(replace(HOSTILE_LINE, mine=True, acts=_ACTS),) * 5 + (HOSTILE_LINE,) * 10,
            page=2,
            pages=3,
            private=True,
            banner=HOSTILE,
            buttons=_PRIVATE,
        ),
    ),
)

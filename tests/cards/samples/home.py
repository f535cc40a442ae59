"""Samples of the home card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button, Said, Stamp
from bot.core.screens.plan.plan import ItemLine
from bot.core.screens.workshop.home import HomeLine, HomeScreen
from tests.cards.samples.parts import HOSTILE, STAMP

_HERE = Stamp(1, 12, engagement="tenant~channel~0001")
_OPEN = Button("pick", (("engagement", "tenant~channel~0001"), ("command", "engagement")))
_QUESTIONS, _ACTIONS = Button("my_questions", primary=True), Button("items", label="my_actions")
_ITEM = ItemLine(
    title=Said("Schulungsplan erstellen"),
    state="open",
    due="2026-12-24",
    owner=Said("Ada Lovelace"),
    press=Button("open_item", (("item", "TR1"),)),
    mine=True,
)
_LATE = replace(_ITEM, title=Said("Sponsor benennen"), state="overdue", late=True, due="2026-11-20")
_ONE = HomeLine(
    stamp=_HERE,
    customer=Said("Contoso AG"),
    status="running",
    rehearsal=False,
    questions=3,
    items=(_LATE, _ITEM),
    more=0,
    thread="https://teams.microsoft.com/l/message/19%3Aa%40thread.tacv2/1700000000000?tenantId=t",
    press=_OPEN,
    buttons=(_QUESTIONS, _ACTIONS),
)
_QUIET = replace(_ONE, customer=Said("Fabrikam GmbH"), questions=0, items=(), thread="", buttons=())
_ASKED = replace(_QUIET, customer=Said("Tailspin Toys"), questions=1, buttons=(_QUESTIONS,))
_GHOST = replace(_QUIET, customer=Said(""), status="setup", rehearsal=True, buttons=(Button("discard"),))
_HOSTILE = replace(_ONE, customer=HOSTILE, items=(replace(_ITEM, title=HOSTILE, owner=HOSTILE),) * 3, more=9)
SAMPLES = (
    ("some", HomeScreen(STAMP, (_ONE, _ASKED, _QUIET, _GHOST), buttons=(Button("rehearse"),))),
    ("nothing", HomeScreen(STAMP, ())),
    ("later", HomeScreen(STAMP, (_ASKED,), banner="Gern später.")),
    (
        "hostile",
        HomeScreen(
            STAMP,
            (_HOSTILE,) * 6,
            page=2,
            pages=3,
            buttons=(
                Button("home", (("page", "3"),), label="next_page"),
                Button("home", (("page", "1"),), label="page_before"),
                Button("portfolio", label="back_to_portfolio"),
            ),
        ),
    ),
)

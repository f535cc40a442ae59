"""Samples of the resources card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.screens.parts import Button, Input, Link, Said
from bot.core.screens.resources import ResourcesScreen
from tests.cards.samples.parts import CHECKLIST, DECK, FM_GUIDE, GUIDE, HOSTILE, LONG, STAMP

_PLAIN = Link("R99", "Partnerseite", "ohne sichere Adresse", "http://partner-docs.example", ("en",))
_FOUND = ResourcesScreen(
    stamp=STAMP,
    words=Said("Beteiligte"),
    groups=(("", (CHECKLIST, DECK, FM_GUIDE, _PLAIN)), ("Beteiligte", (GUIDE,))),
    search=Input("words", "text", "Wonach suchen Sie?", "Beteiligte", max_length=200),
    buttons=(Button("resources", label="search", primary=True, bare=False),),
    withheld=3,
)
SAMPLES = (
    ("found", _FOUND),
    ("nothing", replace(_FOUND, words=HOSTILE, groups=(), withheld=0, commands=("/status", "/hilfe"))),
    ("many", replace(_FOUND, words=LONG, groups=(("", (GUIDE,) * 15),), withheld=1)),
)

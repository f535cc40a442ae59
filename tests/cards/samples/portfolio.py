"""Samples of the portfolio card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button, Said
from bot.core.screens.workshop.portfolio import PortfolioLine, PortfolioScreen
from tests.cards.samples.parts import FACTORS, HOSTILE, STAMP

_ONE = PortfolioLine(
    customer=Said("Contoso AG"),
    status="running",
    factors=FACTORS,
    counts=(5, 2),
    blocked=((Said("Budget fehlt"), 2), (Said("Der Betriebsrat tagt erst im Januar."), 1)),
    more_reasons=0,
    next_due="2026-11-26T09:00:00+00:00",
    paused=False,
    zone="Europe/Berlin",
    updated="2026-11-23T09:15:00Z",
    press=Button("pick", (("engagement", "tenant~channel~0001"), ("command", "engagement"))),
)
_NEW = replace(
    _ONE,
    customer=Said(""),
    status="setup",
    factors=(),
    counts=(0, 0),
    blocked=(),
    next_due="",
)
_GHOST = replace(_NEW, rehearsal=True)
_SOME = PortfolioScreen(
    STAMP,
    (
        _ONE,
        replace(_ONE, customer=Said("Fabrikam GmbH"), counts=(0, 0), blocked=(), next_due=""),
        replace(_ONE, customer=Said("Tailspin Toys"), status="completed", paused=True, counts=(1, 0)),
        _NEW,
        _GHOST,
    ),
    total=5,
    buttons=(Button("home"), Button("rehearse")),
)
_HOSTILE = replace(_ONE, customer=HOSTILE, blocked=((HOSTILE, 3), (HOSTILE, 2), (HOSTILE, 1)), more_reasons=9)
SAMPLES = (
    ("some", _SOME),
    ("nothing", PortfolioScreen(STAMP, (), 0)),
    ("one", PortfolioScreen(STAMP, (replace(_ONE, next_due="", paused=True),), 1)),
    (
        "hostile",
        PortfolioScreen(
            STAMP,
            (_HOSTILE,) * 8,
            total=30,
            page=2,
            pages=4,
            buttons=(
                Button("portfolio", (("page", "3"),), label="next_page"),
                Button("portfolio", (("page", "1"),), label="page_before"),
            ),
        ),
    ),
)

"""Samples of the workshop card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button, Member, Said
from bot.core.screens.workshop.workshop import WorkshopScreen
from tests.cards.samples.parts import FACTORS, HOSTILE, STAMP

_BUTTONS = (Button("my_questions", primary=True), Button("take_part"), Button("overview"), Button("lead"))
_NEW = WorkshopScreen(
    stamp=STAMP,
    status="setup",
    customer=Said(""),
    fm=Said("Grace Hopper"),
    services=(),
    launch="",
    answer_by="",
    lines=(),
    members=(),
    updated="2026-11-23T09:15:00Z",
    time_zone="",
    answered=0,
    total=0,
    buttons=(Button("lead", label="setup", primary=True), Button("take_part")),
)
_RUNNING = replace(
    _NEW,
    status="running",
    customer=Said("Contoso AG"),
    services=("Microsoft Teams", "OneDrive", "Exchange Online"),
    launch="2027-01-15",
    answer_by="2026-12-04",
    lines=FACTORS,
    members=(
        Member(Said("Ada Lovelace"), ("Sponsorin oder Sponsor",)),
        Member(Said("Jan Müller"), ("IT und Support", "Projektleitung")),
    ),
    time_zone="Europe/Berlin",
    answered=16,
    total=36,
    buttons=_BUTTONS,
)
SAMPLES = (
    ("new", _NEW),
    ("running", _RUNNING),
    ("one_differs", replace(_RUNNING, disputed=("Rückhalt der Leitung",))),
    (
        "some_differ",
        replace(_RUNNING, disputed=("Rückhalt der Leitung", "Kanäle (Exchange Online)")),
    ),
    (
        "later",
        replace(_RUNNING, banner="Gern später. Mit „Meine Fragen“ geht es an derselben Stelle weiter."),
    ),
    (
        "hostile",
        replace(
            _RUNNING,
            customer=HOSTILE,
            fm=HOSTILE,
            banner=HOSTILE,
            members=tuple(Member(HOSTILE, ("IT",)) for _ in range(40)),
        ),
    ),
    (
        "completed",
        replace(
            _RUNNING,
            status="completed",
            buttons=(Button("overview", primary=True, label="summary"),),
        ),
    ),
    (
        "redirected",
        replace(_NEW, status="redirected", customer=Said("Contoso AG"), buttons=(Button("lead"),)),
    ),
)

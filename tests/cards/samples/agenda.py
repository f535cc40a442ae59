"""Samples of the agenda card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.screens.agenda import AgendaLine, AgendaScreen, Section
from bot.core.screens.parts import Button, Said
from tests.cards.samples.parts import HOSTILE, STAMP
from tests.cards.samples.plan import HOSTILE_LINE, LATE, STUCK

_BUTTONS = (
    Button("plan", primary=True),
    Button("my_questions"),
    Button("mute"),
    Button("check_in", overflow=True),
)
_FULL = AgendaScreen(
    stamp=STAMP,
    customer=Said("Contoso AG"),
    sections=(
        Section("overdue", (AgendaLine(replace(LATE, links=())),), more=2),
        Section(
            "coming", (AgendaLine(STUCK, mention="29:1abc"), AgendaLine(replace(STUCK, reason=Said(""))))
        ),
        Section(
            "gaps",
            (
                AgendaLine(
                    replace(STUCK, state="open", reason=Said("")),
                ),
            ),
        ),
        Section("disputed", (AgendaLine(title="Schulungsplan"),)),
        Section("unanswered", (AgendaLine(title="Wege der Kommunikation (Microsoft Teams)"),), more=3),
    ),
    following="2026-12-07T08:00:00Z",
    time_zone="Europe/Berlin",
    buttons=_BUTTONS,
)
_HOSTILE = Section("coming", (AgendaLine(HOSTILE_LINE, mention="29:evil"), AgendaLine(HOSTILE_LINE)), more=9)
_METRICS = Section("metrics", (AgendaLine(title="Aktive Personen (Microsoft Teams)"),))
SAMPLES = (
    (
        "metrics",
        replace(_FULL, sections=(_METRICS,), buttons=(*_BUTTONS[:2], Button("metrics"), *_BUTTONS[2:])),
    ),
    ("full", _FULL),
    ("nothing", replace(_FULL, customer=Said(""), sections=(), following="")),
    ("hostile", replace(_FULL, customer=HOSTILE, sections=(_HOSTILE, _HOSTILE))),
)

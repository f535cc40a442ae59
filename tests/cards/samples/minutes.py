"""Samples of the minutes card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button, Said
from bot.core.screens.minutes.minutes import MinutesScreen
from tests.cards.samples.parts import FACTORS, HOSTILE, LONG, STAMP
from tests.cards.samples.plan import HOSTILE_LINE, LATE, STUCK

_CONFIRM = Button("confirm_minutes", (("version", "2"),), primary=True)
_WAITING = MinutesScreen(
    stamp=STAMP,
    customer=Said("Contoso AG"),
    version=2,
    stands="waiting",
    results=FACTORS,
    decided=(
        ("Rückhalt der Leitung", Said("Dr. Petra Vorstand · Zugesagt")),
        ("Zuständig", Said("Einführung, Projektleitung: Leo Lead · Kommunikation: Kim Presse")),
        ("Szenarien zum Start", Said("Dokumente gemeinsam bearbeiten, Bessere Besprechungen")),
        ("Kanäle", Said("Intranet, Video")),
        (
            "Termine",
            Said("Ankündigung: 15.07.2026 · Die Ersten (Pilot): 01.09.2026 · Start für alle: 01.12.2026"),
        ),
    ),
    items=(LATE, STUCK),
    more=3,
    agreed=(Said("Regeltermin mit FastTrack: Alle zwei Wochen"), Said("Austausch am liebsten per: E-Mail")),
    buttons=(_CONFIRM, Button("overview"), Button("plan")),
)
_LEADS = (Button("follow_up"), Button("take_away"), Button("lead", label="back_to_lead"))
SAMPLES = (
    ("waiting", _WAITING),
    ("asked", replace(_WAITING, asked=((Said("Patti"), "29:patti"), (HOSTILE, "29:hostile")))),
    (
        "confirmed",
        replace(
            _WAITING,
            stands="confirmed",
            confirmed=Said("Bestätigt von Jan Müller, 23.11.2026, 10:00 MEZ."),
            items=(),
            more=0,
            buttons=(Button("overview", primary=True), Button("plan")),
        ),
    ),
    (
        "draft",
        replace(
            _WAITING,
            version=0,
            stands="none",
            items=(),
            more=0,
            agreed=(),
            unanswered="13 Fragen sind noch offen.",
            buttons=(Button("issue_minutes", primary=True), *_LEADS),
        ),
    ),
    (
        "changed",
        replace(
            _WAITING,
            stands="changed",
            results=(),
            confirmed=Said("Bestätigt von Jan Müller, 23.11.2026, 10:00 MEZ."),
            problem="Seit dieser Fassung hat sich etwas geändert. Bitte bestätigen Sie die nächste.",
            buttons=(Button("overview", primary=True), Button("plan")),
        ),
    ),
    (
        "superseded",
        replace(
            _WAITING,
            version=1,
            stands="superseded",
            results=(),
            newest=2,
            buttons=(Button("overview", primary=True), Button("plan")),
        ),
    ),
    (
        "outdated",
        replace(
            _WAITING,
            version=0,
            stands="outdated",
            buttons=(Button("issue_minutes", primary=True), *_LEADS),
        ),
    ),
    (
        "hostile",
        replace(
            _WAITING,
            customer=HOSTILE,
            decided=(("Kanäle", HOSTILE), ("Szenarien zum Start", LONG)),
            items=(HOSTILE_LINE,) * 6,
            agreed=(HOSTILE, LONG),
            stands="confirmed",
            confirmed=HOSTILE,
        ),
    ),
)

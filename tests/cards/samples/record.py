"""Samples of the record card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.screens.parts import Button, Said
from bot.core.screens.record import RecordScreen, SheetRow
from tests.cards.samples.parts import HOSTILE, STAMP

_NOTE = Said(
    "OneDrive: first users start on 1 Feb 2027, everybody on 15 Mar 2027. Blocked (Decision is open): "
    "Executive sponsor. Next: Win a sponsor in senior management (Ada Lovelace, by 7 Dec 2026)."
)
_ROW = SheetRow(
    "OneDrive",
    "blocked",
    (
        ("in_progress", "Termin, Absicht, Szenarien, Bekanntmachung, Schulung"),
        ("blocked", "Beteiligte (Entscheidung ist offen)"),
        ("unknown", "Geschäftlicher Nutzen, Verantwortliche Person"),
    ),
    _NOTE,
    False,
    (),
    Button("note", (("service", "onedrive"),)),
)
_SHEET = RecordScreen(
    STAMP,
    Said("Contoso AG"),
    (
        _ROW,
        replace(
            _ROW,
            name="Microsoft Teams",
            note=Said("Teams is currently on hold."),
            written=True,
            vague=("currently",),
            press=Button("note", (("service", "teams"),)),
        ),
    ),
    (("Nächster Schritt", "Sponsor gewinnen", Said("")), ("Zusatzangebot", "ja", Said("über 25.000 Plätze"))),
    buttons=(
        Button("overall", primary=True),
        Button("tasks"),
        Button("outcomes"),
        Button("lead", label="back_to_lead"),
    ),
)
SAMPLES = (
    ("sheet", _SHEET),
    ("saved", replace(_SHEET, banner=Said("Gespeichert."), rows=(replace(_ROW, note=Said("")),), facts=())),
    (
        "hostile",
        replace(
            _SHEET,
            customer=HOSTILE,
            banner=HOSTILE,
            rows=(replace(_ROW, note=HOSTILE, aspects=(("blocked", HOSTILE),), written=True),) * 9,
            facts=(("Nächster Schritt", HOSTILE, HOSTILE),) * 12,
        ),
    ),
)

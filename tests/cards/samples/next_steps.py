"""Samples of the next steps card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button, Said
from bot.core.screens.plan.plan import ItemLine
from bot.core.screens.workshop.next_steps import NextStepsScreen, StepLine
from tests.cards.samples.parts import CHECKLIST, FINDINGS, FM_GUIDE, GUIDE, HOSTILE, HOSTILE_GAP, STAMP

_NOW = NextStepsScreen(
    stamp=STAMP,
    customer=Said("Contoso AG"),
    kind="other",
    steps=(
        StepLine("Erfolgsplan mit dem Projektteam festlegen", "2026-12-04", (CHECKLIST,)),
        StepLine(
            "Einen Regeltermin vereinbaren",
            note="Ihr nächster Regeltermin: Dienstag, 01.12.2026, 10:00 Uhr (MEZ).",
            done=True,
        ),
        StepLine("Den Fortschritt besprechen", note="Maßnahmen: 2 von 7 erledigt, 1 überfällig."),
        StepLine("Bericht im Portal ablegen", "2026-12-11", (FM_GUIDE, GUIDE)),
    ),
    findings=FINDINGS[:2],
    open_questions=3,
    private=True,
    buttons=(Button("my_questions", primary=True), Button("summary"), Button("resources")),
)
_YOURS = (
    ItemLine(
        Said("Sponsorin oder Sponsor benennen und Zusage einholen"),
        "overdue",
        "2026-12-01",
        Said("Ada Lovelace"),
        late=True,
        press=Button("open_item", (("item", "ST1"),)),
    ),
)
SAMPLES = (
    ("now", _NOW),
    ("yours", replace(_NOW, yours=_YOURS)),
    ("lead", replace(_NOW, lead=True, buttons=(*_NOW.buttons, Button("check_in", label="check_in_first")))),
    ("one_open", replace(_NOW, kind="enterprise", steps=(), findings=(), open_questions=1, private=False)),
    (
        "value",
        replace(
            _NOW,
            offers=("Outlook Mobile", "Microsoft Intune"),
            news=("Zufriedenheit: Ihr Ziel ist erreicht. Zeit für die Erfolgsrückschau mit FastTrack.",),
            buttons=(
                Button("summary", primary=True),
                Button("my_questions"),
                Button("plan"),
                Button("offers"),
                Button("metrics"),
                Button("resources"),
            ),
        ),
    ),
    ("nothing", replace(_NOW, customer=Said(""), steps=(), findings=(), open_questions=0)),
    ("hostile", replace(_NOW, customer=HOSTILE, findings=(HOSTILE_GAP,) * 12)),
)

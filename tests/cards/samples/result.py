"""Samples of the result card."""

from __future__ import annotations

from bot.core.parts import AsOf, Button
from bot.core.screens.workshop.result import ResultScreen
from bot.core.verdict import Verdict
from tests.cards.samples.parts import CHECKLIST, FINDINGS, GUIDE, HOSTILE_GAP, STAMP

_BUTTONS = (Button("my_questions", primary=True), Button("overview"))
SAMPLES = (
    (
        "gap",
        ResultScreen(
            stamp=STAMP,
            factor="stakeholders",
            name="Beteiligte",
            verdict=Verdict.GAP,
            sentence="Das fehlt: Unterstützung der Leitung.",
            ready=("Rollen und Namen", "Ansprechpersonen"),
            findings=FINDINGS,
            links=(GUIDE, CHECKLIST),
            buttons=_BUTTONS,
        ),
    ),
    (
        "ready",
        ResultScreen(
            STAMP,
            "training",
            "Schulung",
            Verdict.READY,
            "Das steht: Schulungsplan und Antworten auf häufige Fragen.",
            ("Schulungsplan", "Antworten auf häufige Fragen"),
            (),
            (CHECKLIST,),
            _BUTTONS,
        ),
    ),
    (
        "open again",
        ResultScreen(
            STAMP,
            "training",
            "Schulung",
            Verdict.UNKNOWN,
            "Noch zu beantworten: Schulungsplan.",
            (),
            (),
            (),
            _BUTTONS,
            AsOf("2026-12-24T08:30:00Z", "Europe/Berlin", "below"),
            reopened=True,
        ),
    ),
    (
        "hostile",
        ResultScreen(
            STAMP,
            "scenarios",
            "Szenarien",
            Verdict.AT_RISK,
            "Noch nicht gesichert: Szenarien.",
            (),
            (HOSTILE_GAP,) * 18,
            (),
            _BUTTONS,
        ),
    ),
)

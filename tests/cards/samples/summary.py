"""Samples of the summary card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button, Said
from bot.core.screens.workshop.summary import ReadinessRow, SummaryScreen
from bot.core.verdict import Verdict
from tests.cards.samples.parts import COUNCIL_RISK, FINDINGS, HOSTILE, HOSTILE_GAP, SPONSOR_GAP, STAMP

_ROWS = (
    ReadinessRow(
        "stakeholders",
        "Beteiligte",
        Verdict.GAP,
        "Das fehlt: Unterstützung der Leitung.",
        (("Microsoft Teams", Verdict.GAP), ("OneDrive", Verdict.AT_RISK)),
        FINDINGS,
    ),
    ReadinessRow("scenarios", "Szenarien", Verdict.READY, "Das steht: Szenarien je Bereich.", (), ()),
    ReadinessRow(
        "awareness",
        "Bekanntmachung",
        Verdict.ON_COURSE,
        "Geplant: Kommunikationsplan.",
        (("Exchange Online", Verdict.ON_COURSE),),
        (),
    ),
    ReadinessRow(
        "training",
        "Schulung",
        Verdict.UNKNOWN,
        "Noch zu beantworten: Schulungsplan.",
        (("Microsoft Teams", Verdict.UNKNOWN),),
        FINDINGS[2:],
    ),
)
_COUNTS = (
    (Verdict.READY, 6),
    (Verdict.ON_COURSE, 3),
    (Verdict.AT_RISK, 2),
    (Verdict.GAP, 1),
    (Verdict.UNKNOWN, 2),
    (Verdict.NOT_APPLICABLE, 1),
)
_DONE = SummaryScreen(
    stamp=STAMP,
    customer=Said("Contoso AG"),
    rows=_ROWS,
    counts=_COUNTS,
    worst=(SPONSOR_GAP, COUNCIL_RISK),
    finished=True,
    buttons=(Button("next_steps", primary=True), Button("my_questions"), Button("overview", label="details")),
)
_ALL_SERVICES = tuple((f"Microsoft Service {number}", Verdict.GAP) for number in range(9))
SAMPLES = (
    ("done", _DONE),
    ("offers", replace(_DONE, offers=("Outlook Mobile", "Microsoft Intune"))),
    ("fine", replace(_DONE, worst=(), rows=_ROWS[1:2], counts=((Verdict.READY, 14),), finished=False)),
    (
        "hostile",
        replace(
            _DONE,
            customer=HOSTILE,
            rows=tuple(replace(row, concerned=_ALL_SERVICES, findings=(HOSTILE_GAP,) * 17) for row in _ROWS),
            worst=(HOSTILE_GAP,) * 5,
        ),
    ),
)

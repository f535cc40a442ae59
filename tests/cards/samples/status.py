"""Samples of the status card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button, FactorLine, Said
from bot.core.screens.workshop.status import AnswerLine, StatusRoom, StatusScreen
from bot.core.verdict import Verdict
from tests.cards.samples.parts import FACTORS, HOSTILE, LONG, STAMP


def _open(question: str, service: str = "") -> Button:
    return Button("open", (("question", question), ("service", service)))


_ANSWERS = (
    AnswerLine(
        "Unterstützung der Leitung",
        Verdict.GAP,
        Said("Ada Lovelace"),
        Said("Noch offen"),
        unconfirmed=True,
        press=_open("ST1"),
    ),
    AnswerLine(
        "Rollen und Namen",
        Verdict.READY,
        Said("Jan Müller"),
        Said("Jan Müller, Ada Lovelace"),
        disputed=True,
        press=_open("ST2"),
    ),
    AnswerLine("Betriebsrat", Verdict.UNKNOWN, press=_open("ST6")),
)
_DIBS = FactorLine("dibs", "DIBS", 1, 1, Verdict.READY)
_RUNNING = StatusScreen(
    stamp=STAMP,
    customer=Said("Contoso AG"),
    status="running",
    rooms=(
        StatusRoom(
            _DIBS,
            (
                AnswerLine(
                    "Stimmt das noch?", Verdict.READY, Said("Ada Lovelace"), Said("Stimmt"), press=_open("DC")
                ),
            ),
        ),
        *(StatusRoom(factor, _ANSWERS) for factor in FACTORS),
    ),
    waiting=(("Kommunikation", 3), ("Projektleitung", 1)),
    answer_by="2026-12-04",
    buttons=(
        Button("summary"),
        Button("my_questions", primary=True),
        Button("later", label="back_to_workshop"),
    ),
)
_HOSTILE_LINES = tuple(
    AnswerLine(
        f"Frage Nummer {number} (Microsoft Teams)",
        Verdict.AT_RISK,
        HOSTILE,
        LONG,
        True,
        False,
        _open("OD1", "onedrive"),
    )
    for number in range(11)
)
SAMPLES = (
    ("running", _RUNNING),
    (
        "shared",
        replace(
            _RUNNING,
            rooms=(StatusRoom(_DIBS, (replace(_ANSWERS[0], press=None),)),),
            waiting=(),
            answer_by="",
        ),
    ),
    (
        "hostile",
        replace(
            _RUNNING,
            customer=HOSTILE,
            rooms=tuple(StatusRoom(FACTORS[0], _HOSTILE_LINES) for _ in range(7)),
            waiting=tuple((str(HOSTILE), number) for number in range(40)),
        ),
    ),
)

"""Samples of the reminder of open questions."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Said, Stamp
from bot.core.screens.checkins.open_questions import OpenQuestionsScreen
from tests.cards.samples.parts import HOSTILE

_SEVERAL = OpenQuestionsScreen(
    Stamp(1, 12, engagement="e1"),
    Said("Contoso AG"),
    ("Communication plan", "Channels that work", "Sender of the announcement", "First message", "Feedback"),
    8,
    10,
    "2026-11-30",
)
SAMPLES = (
    ("several", _SEVERAL),
    ("one", replace(_SEVERAL, titles=("Communication plan",), count=1, minutes=1, answer_by="")),
    ("hostile", replace(_SEVERAL, customer=HOSTILE)),
)

"""Samples of the problem card."""

from __future__ import annotations

from bot.core.parts import Button
from bot.core.screens.problem import ProblemScreen
from tests.cards.samples.parts import HOSTILE, MY_QUESTIONS, STAMP

SAMPLES = (
    (
        "no_workshop",
        ProblemScreen("no_workshop", STAMP, buttons=(Button("help", primary=True),)),
    ),
    (
        "fm_only",
        ProblemScreen("fm_only", STAMP, (("fm", HOSTILE),), buttons=(MY_QUESTIONS, Button("overview"))),
    ),
    (
        "store_down",
        ProblemScreen("store_down", STAMP, correlation="7f3a9c", buttons=(Button("retry", primary=True),)),
    ),
    ("values", ProblemScreen("too_long", STAMP, (("limit", HOSTILE),))),
)

"""Samples of the welcome card."""

from __future__ import annotations

from bot.core.parts import Button
from bot.core.screens.welcome import WelcomeScreen
from tests.cards.samples.parts import STAMP

SAMPLES = (
    ("both", WelcomeScreen(("de", "en"), STAMP, (Button("help"),))),
    ("with_days", WelcomeScreen(("de", "en"), STAMP, days=(("completed", 365), ("gone", 1)))),
    ("personal", WelcomeScreen(("de", "en"), STAMP, personal=True)),
    ("english_first", WelcomeScreen(("en", "de"), STAMP)),
)

"""Samples of the welcome card."""

from __future__ import annotations

from bot.core.parts import Button
from bot.core.screens.welcome import WelcomeScreen
from tests.cards.samples.parts import STAMP

SAMPLES = (
    ("both", WelcomeScreen(("de", "en"), STAMP, (Button("help"),))),
    ("personal", WelcomeScreen(("de", "en"), STAMP, personal=True)),
    ("english_first", WelcomeScreen(("en", "de"), STAMP)),
)

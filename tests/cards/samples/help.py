"""Samples of the help card."""

from __future__ import annotations

from bot.core.screens.help import HelpScreen
from bot.core.screens.parts import Button
from tests.cards.samples.parts import STAMP

_COMMANDS = (("/ssat", "ssat"), ("/status", "status"), ("/next-steps", "next_steps"), ("/help", "help"))
SAMPLES = (
    ("all", HelpScreen(STAMP, _COMMANDS)),
    ("buttons", HelpScreen(STAMP, _COMMANDS, (Button("ssat", primary=True), Button("resources")))),
)

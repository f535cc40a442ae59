"""Samples of the help card."""

from __future__ import annotations

from bot.core.parts import Button
from bot.core.screens.help import HelpScreen
from tests.cards.samples.parts import STAMP

_COMMANDS = (
    ("/ssat", "command.ssat.about"),
    ("/status", "command.status.about"),
    ("/next-steps", "command.next_steps.about"),
    ("/help", "command.help.about"),
)
_CUSTOMERS = (("/ssat", "help.ssat_customer"), *_COMMANDS[1:])
SAMPLES = (
    ("all", HelpScreen(STAMP, _COMMANDS)),
    ("customer", HelpScreen(STAMP, _CUSTOMERS)),
    ("more", HelpScreen(STAMP, _COMMANDS, more=True)),
    ("buttons", HelpScreen(STAMP, _COMMANDS, (Button("ssat", primary=True), Button("resources")))),
)

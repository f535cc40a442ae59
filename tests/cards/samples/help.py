"""Samples of the help card."""

from __future__ import annotations

from bot.core.parts import Button
from bot.core.screens.help import HelpScreen
from tests.cards.samples.parts import STAMP

_COMMANDS = (
    ("/ssat", "beginnt den Workshop oder zeigt seine Karte"),
    ("/status", "zeigt, was beantwortet ist und was fehlt"),
    ("/nächste-schritte", "sagt, was jetzt zu tun ist"),
    ("/hilfe", "zeigt diese Liste"),
)
SAMPLES = (
    ("all", HelpScreen(STAMP, _COMMANDS)),
    ("more", HelpScreen(STAMP, _COMMANDS, more=True)),
    ("buttons", HelpScreen(STAMP, _COMMANDS, (Button("ssat", primary=True), Button("resources")))),
)

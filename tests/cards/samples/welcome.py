"""Samples of the welcome card."""

from __future__ import annotations

from bot.core.parts import Button
from bot.core.screens.welcome import WelcomeScreen
from tests.cards.samples.parts import STAMP
from tests.playbook_of_tests import texts_of_tests

GERMAN, ENGLISH = (texts_of_tests().words(language) for language in ("de", "en"))

SAMPLES = (
    ("both", WelcomeScreen((GERMAN, ENGLISH), STAMP, (Button("help"),))),
    ("with_days", WelcomeScreen((GERMAN, ENGLISH), STAMP, days=(("completed", 365), ("gone", 1)))),
    ("personal", WelcomeScreen((GERMAN, ENGLISH), STAMP, personal=True)),
    ("english_first", WelcomeScreen((ENGLISH, GERMAN), STAMP)),
)

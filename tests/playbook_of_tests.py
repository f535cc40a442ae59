"""The playbook of the tests: where it stands, what it says, and the settings of a process that plays it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.core.playbook.book import Book
from bot.core.playbook.load import load_playbook

PATH = Path(__file__).with_name("playbook.yaml")
PLAYS_IT = {"SSAT_PLAYBOOK": str(PATH)}


@cache
def book_of_tests() -> Book:
    """The same for all."""
    return Book(load_playbook(PATH, complete=True))

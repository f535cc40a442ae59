"""The playbook that the stored workshops were held with, and are read with."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.core.playbook.book import Book
from bot.core.playbook.load import load_playbook


@cache
def stored_book() -> Book:
    """The playbook as it was shipped then: it stays, whatever the present one asks."""
    return Book(load_playbook(Path(__file__).parent / "2026-11-28" / "playbook.yaml"))

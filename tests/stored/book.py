"""The playbook that the stored workshops were held with, and are read with."""

from __future__ import annotations

from functools import cache

from bot.core.book import Book
from bot.core.playbook.load import load_playbook
from bot.core.playbook.shipped import shipped_playbook_path


@cache
def stored_book() -> Book:
    """The one place that says which playbook it is."""
    return Book(load_playbook(shipped_playbook_path()))

"""An engagement as it was read from the store, with the playbook that it is read by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.core.engagement import Engagement
from bot.core.playbook.book import Book
from bot.core.ports import Row
from bot.kept.state_row import read_state

BookOf = Callable[[Engagement], Book]
"""Names the playbook (its `Book`) by which an engagement is read."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """An engagement, the tag of the version that was read (None before its first commit), its playbook."""

    engagement: Engagement
    etag: str | None
    book: Book


def always(book: Book) -> BookOf:
    """Every engagement is read by the same playbook."""
    return lambda _: book


def loaded_from(row: Row, book_of: BookOf) -> Loaded:
    """The engagement of a state row."""
    engagement = read_state(row)
    return Loaded(engagement, row.etag, book_of(engagement))

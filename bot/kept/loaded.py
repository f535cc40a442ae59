"""An engagement as it was read from the store, with the playbook that it is read by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.core.engagement import Engagement
from bot.core.playbook.book import Book
from bot.core.ports import Row
from bot.core.questions.identity import known_by
from bot.kept.state.migrations import MIGRATIONS, Migration
from bot.kept.state.one_person import with_known_people
from bot.kept.state.row import NOTHING_LATER, Later, read_whole

BookOf = Callable[[Engagement], Book]
"""Names the playbook (its `Book`) by which an engagement is read."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """An engagement, the tag of the version that was read (None before its first commit), its playbook, and
    what a later version of the program wrote beside it."""

    engagement: Engagement
    etag: str | None
    book: Book
    later: Later = NOTHING_LATER


def with_people_known(loaded: Loaded, key_of: Callable[[str], str | None]) -> Loaded:
    """The engagement in which people stand as they are known now (`with_known_people`), to be stored with its
    next commit."""
    engagement = with_known_people(loaded.engagement, known_by(loaded.book, loaded.engagement), key_of)
    return loaded if engagement is loaded.engagement else replace(loaded, engagement=engagement)


def always(book: Book) -> BookOf:
    """Every engagement is read by the same playbook; where that has siblings, by its own one. NoPlaybook
    where that is gone."""
    return lambda engagement: book.named(engagement.playbook)


def loaded_from(row: Row, book_of: BookOf, migrations: Sequence[Migration] = MIGRATIONS) -> Loaded:
    """The engagement of a state row, in the present version. TooNew, or another ValueError."""
    engagement, later = read_whole(row, migrations)
    return Loaded(engagement, row.etag, book_of(engagement), later)

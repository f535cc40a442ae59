"""Workshops as the sweep reads and writes them: hints first, then the state of the version that was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.core.checkins.due import new_dues
from bot.core.checkins.rows import RecordCheckIn
from bot.core.engagement import Engagement
from bot.core.playbook.book import Book
from bot.core.ports import Store, Table
from bot.core.step import record_changes
from bot.kept.due_index import schedule_all
from bot.kept.state_row import STATE_ROW, read_state, state_change


@dataclass(frozen=True, slots=True)
class Loaded:
    """A workshop as read, and the tag of that version."""

    engagement: Engagement
    etag: str


class Records:
    """Reads and commits workshops by their id."""

    def __init__(self, store: Store, book: Book) -> None:
        self._store = store
        self._book = book

    async def load(self, engagement: str) -> Loaded | None:
        """A workshop, None where its first commit never came."""
        row = await self._store.get(Table.ENGAGEMENTS, engagement, STATE_ROW)
        return None if row is None else Loaded(read_state(row), row.etag)

    async def commit(
        self, loaded: Loaded, after: Engagement, now: datetime, held: tuple[str, str] | None = None
    ) -> Loaded:
        """Write a workshop with what it now knows to be due; Conflict where it changed since. The hint of
        what we hold (item, moment) is there."""
        before = loaded.engagement
        if after is before:
            return loaded
        fresh = new_dues(before.due, after.due)
        fresh = {item: at for item, at in fresh.items() if (item, at) != held}
        if fresh:
            await schedule_all(self._store, after.id, fresh, now)
        changes = [state_change(after, loaded.etag)]
        if after.check_in is not None and after.check_in != before.check_in:
            changes += record_changes(self._book, after, [RecordCheckIn(after.check_in)], now)
        tags = await self._store.commit(Table.ENGAGEMENTS, after.id, changes)
        return Loaded(after, tags[STATE_ROW])

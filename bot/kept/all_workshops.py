"""All workshops in the store, one after the other; for what works offline."""

from __future__ import annotations

from collections.abc import AsyncIterator

from bot.core.ports import Store, Table
from bot.kept.loaded import BookOf, Loaded, loaded_from
from bot.kept.state_row import STATE_ROW


async def all_workshops(store: Store, book_of: BookOf) -> AsyncIterator[Loaded]:
    """Each engagement as it stands when the reader comes to it; no more than one is held at a time."""
    async for row in store.scan(Table.ENGAGEMENTS, STATE_ROW):
        yield loaded_from(row, book_of)

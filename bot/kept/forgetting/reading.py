"""Reads workshops whole, for what is done to one person in all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from bot.core.ports import Row, RowUnreadable, Store, Table
from bot.kept.loaded import BookOf, Loaded, loaded_from
from bot.kept.state.at_once import rows_at_once
from bot.kept.state.row import STATE_ROW

UNREADABLE = (RowUnreadable, msgspec.MsgspecError, ValueError)
"""What a workshop raises that cannot be read: it keeps back no other."""


async def these_or_all(store: Store, workshops: Iterable[str] | None) -> list[str]:
    """The ids of these workshops; without any named, of all in the store. StoreUnavailable."""
    if workshops is not None:
        return list(workshops)
    return [key async for key in store.holders(Table.ENGAGEMENTS, STATE_ROW)]


async def read_whole_workshop(store: Store, book_of: BookOf, key: str) -> tuple[Loaded, Sequence[Row]] | None:
    """A workshop and all its rows, as they stood at one moment; None where it is gone. Raises what is
    UNREADABLE; StoreUnavailable."""
    rows = await rows_at_once(store, key)
    state = next((row for row in rows if row.key == STATE_ROW), None)
    return None if state is None else (loaded_from(state, book_of), rows)

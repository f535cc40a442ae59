"""The workshops of a store in which every one can be read."""

from __future__ import annotations

from bot.core.ports import Store
from bot.kept.all_workshops import Unreadable, all_workshops
from bot.kept.loaded import BookOf, Loaded


async def readable(store: Store, book_of: BookOf) -> list[Loaded]:
    """All workshops, in the order in which they began."""
    found = [one async for one in all_workshops(store, book_of)]
    assert not [one for one in found if isinstance(one, Unreadable)]
    return [one for one in found if isinstance(one, Loaded)]

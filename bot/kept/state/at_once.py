"""All rows of a workshop as they stood at one moment, while people go on answering."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.ports import Row, Store, StoreUnavailable, Table
from bot.kept.state.row import STATE_ROW

_TRIES = 100


async def rows_at_once(store: Store, engagement: str) -> Sequence[Row]:
    """The rows of a workshop, the state among them; none where it has no state.

    Every commit writes the state, so the same version of it before and after says that nothing came between.
    """
    before = await store.get(Table.ENGAGEMENTS, engagement, STATE_ROW)
    for _ in range(_TRIES):
        if before is None:
            return ()
        rows = await store.query(Table.ENGAGEMENTS, engagement)
        after = await store.get(Table.ENGAGEMENTS, engagement, STATE_ROW, before.etag)
        if after is not None and after.etag == before.etag:
            return rows
        before = after
    raise StoreUnavailable(f"workshop {engagement} is written all the time")

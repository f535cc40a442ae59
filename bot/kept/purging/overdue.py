"""Deletes the workshops in which nothing has changed for as many days as their state allows."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.ports import Conflict, Insert, Replace, Store, Table
from bot.kept.all_workshops import Unreadable, one_workshop
from bot.kept.audit.audit import Line, write_line
from bot.kept.loaded import BookOf, Loaded
from bot.kept.purging.deleting import complete_deletions, delete_workshop
from bot.kept.state.row import STATE_ROW

log = logging.getLogger(__name__)

_PARTITION, _LAST = "purged", "last"
"""Beside the chats: when it was done last, whichever process did it."""
_DAY = timedelta(days=1)
_UPDATED = "updated"


@dataclass(frozen=True, slots=True)
class Purge:
    """The days by state (`SSAT_RETENTION`), in one store. A state that is not named is kept for ever."""

    store: Store
    book_of: BookOf
    days: Mapping[str, int]

    async def overdue(self, now: datetime) -> AsyncIterator[Loaded]:
        """The workshops whose days are over. Of others no more than one column is read; one that cannot be
        read stays. StoreUnavailable."""
        if not self.days:
            return
        latest = now - timedelta(days=min(self.days.values()))
        heads = self.store.heads(Table.ENGAGEMENTS, STATE_ROW, _UPDATED)
        for key in [row.partition async for row in heads if _was_before(row.columns.get(_UPDATED), latest)]:
            one = await one_workshop(self.store, self.book_of, key)
            if one is not None and not isinstance(one, Unreadable) and self._is_over(one, now):
                yield one

    async def daily(self, now: datetime) -> int:
        """Delete them, once a day over all processes; how many went. Whoever changes one meanwhile keeps it.
        StoreUnavailable."""
        if not self.days or not await self._is_mine(now):
            return 0
        for key in await complete_deletions(self.store):
            await write_line(self.store, Line("purged", key), now)
        count = 0
        async for one in self.overdue(now):
            try:
                await delete_workshop(self.store, one.engagement, one.etag or "")
            except Conflict:
                continue
            count += 1
            state = one.engagement.status
            await write_line(self.store, Line("purged", one.engagement.id, state), now)
            log.info("workshop deleted", extra={"engagement": one.engagement.id, "status": state})
        return count

    def _is_over(self, one: Loaded, now: datetime) -> bool:
        days = self.days.get(one.engagement.status)
        updated = datetime.fromisoformat(one.engagement.updated)
        return days is not None and updated <= now - timedelta(days=days)

    async def _is_mine(self, now: datetime) -> bool:
        row = await self.store.get(Table.CHANNELS, _PARTITION, _LAST)
        last = None if row is None else row.columns.get("at")
        if isinstance(last, datetime) and now - last < _DAY:
            return False
        columns = {"at": now}
        change = Insert(_LAST, columns) if row is None else Replace(_LAST, columns, row.etag)
        try:
            await self.store.commit(Table.CHANNELS, _PARTITION, [change])
        except Conflict:
            return False
        return True


def _was_before(updated: object, latest: datetime) -> bool:
    return not isinstance(updated, datetime) or updated <= latest

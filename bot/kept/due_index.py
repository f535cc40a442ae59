"""The due index: rows of what falls due when, held by whoever deals with them.

A row is a hint: written before the engagement that it speaks of is committed, checked against it when read.
So one too many is harmless, and none is ever missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import cast
from zlib import crc32

from bot.core.ports import Column, Conflict, Delete, Insert, Replace, Row, Store, Table

SHARDS = tuple(f"due{number}" for number in range(8))
"""The partitions: so many reads find what is due, and so many machines of Azure take the writes."""

GRACE = timedelta(minutes=2)
"""How long a hint may wait for the commit that it precedes; a turn ends within 8 seconds."""
_TRIES = 5
_MOST = 100


@dataclass(frozen=True, slots=True)
class Due:
    """An entry of the due index: `item` of an engagement falls due at a moment (aware).

    The engagement says what that means.
    """

    engagement: str
    item: str
    at: datetime

    @property
    def shard(self) -> str:
        return SHARDS[crc32(self.engagement.encode()) % len(SHARDS)]

    @property
    def key(self) -> str:
        return f"{_sortable(self.at)}~{self.engagement}~{self.item}"

    def columns(self, now: datetime) -> dict[str, str | datetime]:
        """The columns of a new row, which nobody holds."""
        return {
            "engagement": self.engagement,
            "item": self.item,
            "at": self.at,
            "held": self.at,
            "written": now,
        }


def end_of_due(until: datetime) -> str:
    """The key before which the keys of all lie that are due at `until`."""
    return _sortable(until + timedelta(microseconds=1))


def due_of(row: Row) -> Due:
    """The due item of a row."""
    return Due(str(row.columns["engagement"]), str(row.columns["item"]), cast(datetime, row.columns["at"]))


def is_entry(columns: Mapping[str, Column]) -> bool:
    """True for the columns of an entry; of a damaged row nothing could be done."""
    texts = all(isinstance(columns.get(name), str) for name in ("engagement", "item"))
    return texts and all(isinstance(columns.get(name), datetime) for name in ("at", "held", "written"))


def is_free(row: Row, now: datetime) -> bool:
    """True where nobody holds the row, or no longer."""
    return cast(datetime, row.columns["held"]) <= now


def hold(row: Row, until: datetime) -> Replace:
    """The change by which a row is held until then, if it still is the version that was read."""
    return Replace(row.key, {**row.columns, "held": until}, row.etag)


async def schedule(store: Store, due: Due, now: datetime) -> None:
    """Write the hint, before the commit that makes it true. It may be there already: who holds it goes on
    to, but can no longer delete it. StoreUnavailable; Conflict where others keep writing the same."""
    for _ in range(_TRIES):
        try:
            await store.commit(Table.DUE, due.shard, [Insert(due.key, due.columns(now))])
            return
        except Conflict:
            row = await store.get(Table.DUE, due.shard, due.key)
        if row is not None and await _commit(
            store, row, Replace(row.key, {**row.columns, "written": now}, row.etag)
        ):
            return
    raise Conflict("a due row is written by many at once")


async def schedule_all(store: Store, engagement: str, dues: Mapping[str, str], now: datetime) -> None:
    """Write the hints of one engagement (item -> ISO moment), as `schedule` does, mostly in one commit."""
    found = [Due(engagement, item, datetime.fromisoformat(at)) for item, at in dues.items()]
    for start in range(0, len(found), _MOST):
        some = found[start : start + _MOST]
        try:
            rows = [Insert(due.key, due.columns(now)) for due in some]
            await store.commit(Table.DUE, some[0].shard, rows)
        except Conflict:
            for due in some:
                await schedule(store, due, now)


async def release(store: Store, row: Row, now: datetime, until: datetime | None = None) -> bool:
    """Give back a claimed row: to be claimed at once, or from `until` on. False where it changed since."""
    return await _commit(store, row, hold(row, until or now))


async def finish(store: Store, row: Row) -> bool:
    """Delete a claimed row whose work is done. False where it was scheduled anew since, and stays."""
    return await _commit(store, row, Delete(row.key, row.etag))


async def discard(store: Store, row: Row, now: datetime) -> bool:
    """Delete a claimed row of which its engagement knows nothing; False where it stays.

    A young one stays, and is due again when it is older: the commit that makes it true may be on its way.
    """
    old_enough = cast(datetime, row.columns["written"]) + GRACE
    if old_enough > now:
        await release(store, row, now, old_enough)
        return False
    return await finish(store, row)


async def _commit(store: Store, row: Row, change: Replace | Delete) -> bool:
    try:
        await store.commit(Table.DUE, row.partition, [change])
    except Conflict:
        return False
    return True


def _sortable(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"

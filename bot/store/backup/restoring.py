"""The mark of a restore that has begun and not ended: until it is gone, nobody serves from this store."""

from __future__ import annotations

from bot.core.ports import Conflict, Delete, Insert, Row, Store, StoreUnavailable, Table

_PARTITION, _KEY = "restore", "restoring"


async def restoring(store: Store) -> str | None:
    """The checksum of the backup that is being restored, None where none is."""
    row = await store.get(Table.CHANNELS, _PARTITION, _KEY)
    return None if row is None else str(row.columns["checksum"])


async def begin(store: Store, checksum: str) -> None:
    """Set the mark; StoreUnavailable where somebody else did right now."""
    try:
        await store.commit(Table.CHANNELS, _PARTITION, [Insert(_KEY, {"checksum": checksum})])
    except Conflict:
        raise StoreUnavailable("another restore has just begun") from None


async def end(store: Store) -> None:
    """Take the mark away."""
    await store.commit(Table.CHANNELS, _PARTITION, [Delete(_KEY)])


def is_mark(table: Table, row: Row) -> bool:
    """True for the row of the mark."""
    return (table, row.partition, row.key) == (Table.CHANNELS, _PARTITION, _KEY)


async def refuse_half_restored(store: Store) -> None:
    """StoreUnavailable where a restore has not ended."""
    if await restoring(store) is not None:
        raise StoreUnavailable("a restore has not ended: run `ssat-bot restore` with the same file again")

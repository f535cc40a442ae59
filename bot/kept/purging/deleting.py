"""Deletes whole workshops, with all that leads to them; cut off, the next run completes it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.engagement import Engagement
from bot.core.keys import short_hash
from bot.core.ports import Conflict, Delete, Replace, Row, Store, Table, commit_all
from bot.kept.channels import Channels
from bot.kept.chats import PERSON
from bot.kept.due_index import SHARDS, due_of
from bot.kept.homes import home_key, places_of
from bot.kept.state.row import STATE_ROW
from bot.kept.unsent import pending_of

_PARTITION = "deleting"
"""Beside the chats: the workshops whose deletion has begun."""


async def delete_workshop(
    store: Store, engagement: Engagement, etag: str, *, with_place: bool = False
) -> None:
    """Delete a workshop in the version that was read. Conflict where it changed since: it stays then. Its
    number is not given to another, because cards of it may stand in Teams; `with_place` forgets that, too,
    and the address of its conversation with it."""
    indexed = [short_hash(engagement.fm), *places_of(engagement, (engagement.fm, *engagement.listed))]
    await store.commit(
        Table.CHANNELS, _PARTITION, [Replace(engagement.id, {"places": ",".join(dict.fromkeys(indexed))})]
    )
    await Channels(store).pass_over(engagement)
    try:
        await store.commit(Table.ENGAGEMENTS, engagement.id, [Delete(STATE_ROW, etag)])
    except Conflict:
        await _unmark(store, engagement.id)
        raise
    await _complete(store, engagement.id, indexed)
    if with_place:
        await Channels(store).forget(engagement)


async def complete_deletions(store: Store) -> list[str]:
    """Delete what is left of workshops whose deletion was cut off; their ids."""
    completed = []
    for row in await store.query(Table.CHANNELS, _PARTITION):
        if await store.get(Table.ENGAGEMENTS, row.key, STATE_ROW) is None:
            await _complete(store, row.key, str(row.columns.get("places", "")).split(","))
            completed.append(row.key)
        else:
            await _unmark(store, row.key)
    return completed


async def delete_rows(store: Store, table: Table, partition: str, rows: Sequence[Row]) -> None:
    """Delete these rows, whatever became of them."""
    await commit_all(store, table, partition, [Delete(row.key) for row in rows])


async def _complete(store: Store, key: str, indexed: Sequence[str]) -> None:
    await delete_rows(store, Table.ENGAGEMENTS, key, await store.query(Table.ENGAGEMENTS, key))
    for place in indexed:
        if place.startswith(PERSON):
            await store.commit(Table.CHANNELS, place, [Delete(home_key(key))])
        elif place:
            await store.commit(Table.PORTFOLIO, place, [Delete(key)])
    for partition, rows in (await pending_of(store, key)).items():
        await delete_rows(store, Table.PENDING, partition, rows)
    for shard in SHARDS:
        found = [row for row in await store.query(Table.DUE, shard) if due_of(row).engagement == key]
        await delete_rows(store, Table.DUE, shard, found)
    await _unmark(store, key)


async def _unmark(store: Store, key: str) -> None:
    await store.commit(Table.CHANNELS, _PARTITION, [Delete(key)])

"""Writes a backup into an empty store of either kind; killed in the middle, the next run completes it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator
from datetime import datetime
from itertools import groupby, islice
from pathlib import Path
from typing import TypeVar

import msgspec

from bot.core.keys import place_key
from bot.core.ports import Change, Replace, Row, RowUnreadable, Store, Table
from bot.kept.audit.audit import AUDIT
from bot.kept.channels import Channels
from bot.kept.forgetting.remembered import FORGOTTEN
from bot.kept.hints import Hints
from bot.kept.state.row import STATE_ROW, read_state
from bot.store.backup.chunks import in_commits
from bot.store.backup.file import Contents, rows_of
from bot.store.backup.restoring import begin, end, is_mark, restoring

T = TypeVar("T")
_AT_ONCE = 16


class NotRestored(Exception):
    """The store is not one that this file can be written into; nothing was written. The text says why."""


async def _nothing_more() -> None:
    """Nothing is left to do."""


async def restore(
    store: Store,
    path: Path,
    contents: Contents,
    now: datetime,
    told: Callable[[int], None],
    at_last: Callable[[], Awaitable[None]] = _nothing_more,
) -> None:
    """Write everything of a file that was read to its end before, then the hints that are missing; `told`
    hears how many rows are written, and `at_last` comes before anybody serves from it. NotRestored, where
    nothing was written."""
    await _prepare(store, contents.checksum)
    count = 0
    for some in _batches(_commits(path)):
        await asyncio.gather(*(store.commit(*commit) for commit in some))
        count += sum(len(changes) for _, _, changes in some)
        told(count)
    await _complete(store, now)
    await at_last()
    await end(store)


async def _prepare(store: Store, checksum: str) -> None:
    """Mark the store as being restored from this file."""
    begun = await restoring(store)
    if begun == checksum:
        return
    if begun is not None:
        raise NotRestored(
            "a restore of another file has not ended: run it with that one, or take a new store"
        )
    for table in Table:
        async for row in store.rows(table, _unreadable):
            # Who was forgotten is to be forgotten in what comes, too.
            stays = table is Table.CHANNELS and row.partition in (FORGOTTEN, AUDIT)
            if not is_mark(table, row) and not stays:
                raise NotRestored("the store is not empty: take a new one")
    await begin(store, checksum)


def _unreadable(partition: str, key: str) -> None:
    raise NotRestored("the store is not empty: take a new one")


def _commits(path: Path) -> Iterator[tuple[Table, str, list[Change]]]:
    """What to commit, in the order of the file. A row replaces what an earlier run wrote."""
    for (table, partition), rows in groupby(rows_of(path), lambda found: (found[0], found[1].partition)):
        for changes in in_commits(Replace(row.key, row.columns) for _, row in rows):
            yield table, partition, changes


async def _complete(store: Store, now: datetime) -> None:
    """The hints that the states ask for. What was dealt with while the backup was made may be among them: it
    is checked against the workshop when it is read."""
    hints, channels, latest = Hints(store), Channels(store), dict[str, int]()

    async def complete(row: Row) -> None:
        try:
            engagement = read_state(row)
        except (msgspec.DecodeError, ValueError, RowUnreadable):
            return  # It came like this; whoever reads it says so.
        place = place_key(engagement.tenant, engagement.channel)
        latest[place] = max(engagement.number, latest.get(place, 0))
        await hints.complete(engagement, now)

    some: list[Row] = []
    async for row in store.scan(Table.ENGAGEMENTS, STATE_ROW):
        some.append(row)
        if len(some) == _AT_ONCE:
            await asyncio.gather(*map(complete, some))
            some = []
    await asyncio.gather(*map(complete, some))
    for places in _batches(latest.items()):
        await asyncio.gather(*(channels.bring_back(place, number) for place, number in places))


def _batches(found: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(found)
    while some := list(islice(rest, _AT_ONCE)):
        yield some

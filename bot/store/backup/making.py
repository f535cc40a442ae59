"""Copies everything that a store holds into a file, while the service goes on."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from bot.core.ports import Row, RowUnreadable, Store, StoreUnavailable, Table
from bot.kept.state.at_once import rows_at_once
from bot.kept.state.row import STATE_ROW
from bot.store.backup.file import BackupWriter
from bot.store.sqlite.read_only import open_read_only
from bot.store.sqlite.store import SqliteStore

_AT_ONCE = 8


_WAIT = 5.0
"""Seconds that it waits for another process; it does so in a thread."""


@asynccontextmanager
async def snapshot_of(path: Path, beside: Path) -> AsyncIterator[Store]:
    """An SQLite store as it stands now, copied into the folder `beside` for as long as it is used.

    What is answered meanwhile waits for nothing. StoreUnavailable where there is none.
    """
    with TemporaryDirectory(prefix=".ssat-bot-", dir=beside) as folder:
        copy = Path(folder) / "snapshot.db"
        try:
            await asyncio.to_thread(_copy, path, copy)
        except sqlite3.Error as error:
            raise StoreUnavailable(f"{path.name} cannot be copied: {error}") from error
        store = SqliteStore(str(copy))
        try:
            yield store
        finally:
            await store.close()


def _copy(path: Path, copy: Path) -> None:
    if not path.is_file():
        raise sqlite3.OperationalError("there is no such file")
    source, target = open_read_only(path, _WAIT), sqlite3.connect(copy)
    try:
        # In one go: a copy in steps would begin anew with every answer.
        source.backup(target)
    finally:
        target.close()
        source.close()


async def back_up(store: Store, file: BackupWriter, told: Callable[[int], None]) -> list[str]:
    """Write every row into the file; `told` hears how many workshops it holds. Names what is left out because
    it cannot be read: workshops by their id, rows by table, partition and key.

    Each workshop is consistent in itself. The indexes come after the workshops: what they lack because
    somebody dealt with it meanwhile follows from the states, and `restore` adds it.
    """
    left_out: list[str] = []
    count = 0
    async for some in _some(store.holders(Table.ENGAGEMENTS, STATE_ROW)):
        found = await asyncio.gather(*(_readable(store, one) for one in some))
        left_out += [one for one, rows in zip(some, found, strict=True) if rows is None]
        for row in chain.from_iterable(rows or () for rows in found):
            file.add(Table.ENGAGEMENTS, row)
        count += len(some)
        told(count)
    for table in Table:
        if table is not Table.ENGAGEMENTS:
            left_out += await _add_all(store, table, file)
    return left_out


async def _add_all(store: Store, table: Table, file: BackupWriter) -> list[str]:
    left_out: list[str] = []
    async for row in store.rows(table, lambda *place: left_out.append(" ".join((table, *place)))):
        file.add(table, row)
    return left_out


async def _readable(store: Store, engagement: str) -> list[Row] | None:
    try:
        return list(await rows_at_once(store, engagement))
    except (msgspec.DecodeError, ValueError, RowUnreadable):
        return None


async def _some(found: AsyncIterator[str]) -> AsyncIterator[list[str]]:
    some: list[str] = []
    async for one in found:
        some.append(one)
        if len(some) == _AT_ONCE:
            yield some
            some = []
    if some:
        yield some

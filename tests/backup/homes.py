"""Where a store is kept, of either kind, and what backup and restore do with it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.core.ports import Column, Store, Table
from bot.store.backup.file import BackupWriter, contents_of
from bot.store.backup.making import back_up, snapshot_of
from bot.store.backup.restore import restore
from bot.store.sqlite.store import SqliteStore

NOW = datetime(2026, 11, 30, 9, 5, tzinfo=UTC)
Rows = dict[tuple[str, str, str], dict[str, Column]]


@dataclass(frozen=True)
class Home:
    """A store, closed and opened as often as is wanted; of an SQLite one the file."""

    opens: Callable[[], Awaitable[Store]]
    path: Path | None = None

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Store]:
        store = await self.opens()
        try:
            yield store
        finally:
            await store.close()

    async def rows(self) -> Rows:
        """Everything in it."""
        async with self.opened() as store:
            return await rows_in(store)

    async def backs_up(self, file: Path) -> list[str]:
        """Everything goes into a file, as `ssat-bot backup` does it; what cannot be read is named."""
        still = self.opened() if self.path is None else snapshot_of(self.path, file.parent)
        async with still as store:
            with closing(BackupWriter(file, "any", NOW)) as writer:
                left_out = await back_up(store, writer, _nobody)
                writer.end()
        return left_out

    async def restores(self, file: Path) -> None:
        """A file goes into the store, as `ssat-bot restore` does it."""
        async with self.opened() as store:
            await restored(store, file)


def in_file(path: Path) -> Home:
    """An SQLite store."""

    async def opens() -> Store:
        return SqliteStore(str(path))

    return Home(opens, path)


async def restored(store: Store, file: Path) -> None:
    """A file goes into an open store."""
    await restore(store, file, contents_of(file), NOW, _nobody)


async def rows_in(store: Store) -> Rows:
    """Everything in an open store."""
    return {
        (table.value, row.partition, row.key): dict(row.columns)
        for table in Table
        async for row in store.rows(table, _all_can_be_read)
    }


def _all_can_be_read(partition: str, key: str) -> None:
    raise AssertionError(f"{partition} {key} cannot be read")


def _nobody(count: int) -> None:
    """Nobody waits at a terminal."""

"""A store whose calls are counted and timed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import datetime

from bot.core.ports import Change, Row, Store, Table
from bot.watched.meters import Meters


class WatchedStore:
    """In front of another store. What commands read offline goes by uncounted."""

    def __init__(self, inner: Store, meters: Meters) -> None:
        self._inner = inner
        self._meters = meters

    async def get(self, table: Table, partition: str, key: str, known: str = "") -> Row | None:
        with self._meters.measured(self._meters.calls, "get"):
            return await self._inner.get(table, partition, key, known)

    async def query(self, table: Table, partition: str, prefix: str = "") -> Sequence[Row]:
        with self._meters.measured(self._meters.calls, "query"):
            return await self._inner.query(table, partition, prefix)

    async def commit(self, table: Table, partition: str, changes: Sequence[Change]) -> Mapping[str, str]:
        with self._meters.measured(self._meters.calls, "commit"):
            return await self._inner.commit(table, partition, changes)

    async def due(self, until: datetime, limit: int) -> Sequence[Row]:
        with self._meters.measured(self._meters.calls, "due"):
            return await self._inner.due(until, limit)

    async def claim(self, row: Row, until: datetime) -> Row | None:
        with self._meters.measured(self._meters.calls, "claim"):
            return await self._inner.claim(row, until)

    async def probe(self) -> None:
        with self._meters.measured(self._meters.calls, "probe"):
            await self._inner.probe()

    def scan(self, table: Table, key: str) -> AsyncIterator[Row]:
        return self._inner.scan(table, key)

    def heads(self, table: Table, key: str, column: str) -> AsyncIterator[Row]:
        return self._inner.heads(table, key, column)

    def holders(self, table: Table, key: str) -> AsyncIterator[str]:
        return self._inner.holders(table, key)

    def rows(self, table: Table, unreadable: Callable[[str, str], None]) -> AsyncIterator[Row]:
        return self._inner.rows(table, unreadable)

    async def close(self) -> None:
        await self._inner.close()

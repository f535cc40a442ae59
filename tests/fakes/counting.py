"""Counts what a turn costs: calls of the store, connections, clients that are built."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from types import CodeType, FrameType
from typing import Any

from bot.core.ports import Change, Row, Store, Table

_CLIENT_CODE = ("msrest/service_client", "msrest/pipeline", "msal/", "botframework/connector/")
_HTTP_CLIENTS = ("aiohttp/client.py", "requests/sessions.py", "azure/core/pipeline/transport")


class CountingStore:
    """A store in front of another one. `reads` and `commits` are the calls so far."""

    def __init__(self, inner: Store) -> None:
        self._inner = inner
        self.reads = 0
        self.commits = 0

    async def get(self, table: Table, partition: str, key: str, known: str = "") -> Row | None:
        self.reads += 1
        return await self._inner.get(table, partition, key, known)

    async def query(self, table: Table, partition: str, prefix: str = "") -> Sequence[Row]:
        self.reads += 1
        return await self._inner.query(table, partition, prefix)

    async def scan(self, table: Table, key: str) -> AsyncIterator[Row]:
        self.reads += 1
        async for row in self._inner.scan(table, key):
            yield row

    async def heads(self, table: Table, key: str, column: str) -> AsyncIterator[Row]:
        self.reads += 1
        async for row in self._inner.heads(table, key, column):
            yield row

    async def holders(self, table: Table, key: str) -> AsyncIterator[str]:
        self.reads += 1
        async for partition in self._inner.holders(table, key):
            yield partition

    async def rows(self, table: Table, unreadable: Callable[[str, str], None]) -> AsyncIterator[Row]:
        self.reads += 1
        async for row in self._inner.rows(table, unreadable):
            yield row

    async def commit(self, table: Table, partition: str, changes: Sequence[Change]) -> Mapping[str, str]:
        self.commits += 1
        return await self._inner.commit(table, partition, changes)

    async def due(self, until: datetime, limit: int) -> Sequence[Row]:
        self.reads += 1
        return await self._inner.due(until, limit)

    async def claim(self, row: Row, until: datetime) -> Row | None:
        self.commits += 1
        return await self._inner.claim(row, until)

    async def probe(self) -> None:
        await self._inner.probe()

    async def close(self) -> None:
        await self._inner.close()


class Clients:
    """`built` are the places in which a network client, or a part of one, was made."""

    def __init__(self) -> None:
        self.built: list[str] = []

    def watch(self, frame: FrameType, event: str, argument: Any) -> None:
        """A profile function."""
        if event == "call" and frame.f_code.co_name == "__init__" and _is_client(frame.f_code):
            self.built.append(f"{frame.f_code.co_filename}:{frame.f_lineno}")


@contextmanager
def watched_clients() -> Iterator[Clients]:
    """Watch this thread for clients that are built, as long as the block runs."""
    clients = Clients()
    before = sys.getprofile()
    sys.setprofile(clients.watch)
    try:
        yield clients
    finally:
        sys.setprofile(before)


def _is_client(code: CodeType) -> bool:
    file = code.co_filename.replace("\\", "/")
    if any(part in file for part in _CLIENT_CODE):
        return True
    return any(part in file for part in _HTTP_CLIENTS) and "Session" in getattr(
        code, "co_qualname", "Session"
    )

"""Keeps rows in one SQLite file: the store of a bot that runs on one machine."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path

import msgspec

from bot.core.ports import Change, Conflict, Row, StoreUnavailable, Table
from bot.kept.due_index import end_of_due, hold, is_free
from bot.store.keys import check_commit, check_key, end_of, in_order
from bot.store.sqlite_rows import Statements, columns_of
from bot.store.sqlite_writer import Writer, patiently

FORMAT = 2
_PAGE = 200
_PATIENCE = 5.0
_WAIT_ON_LOOP = 0.02
"""Seconds that SQLite itself waits for another process."""


class SqliteStore:
    """The store port on two connections: one reads on the event loop, which takes less than handing it to
    a thread, while the other one writes. Other processes may use the same file.

    `path` is a file, made where it is missing, or ":memory:". StoreUnavailable if it cannot be opened.
    """

    def __init__(self, path: str, *, patience: float = _PATIENCE) -> None:
        """`patience` is how many seconds a call waits for another process that holds the file."""
        self._patience = patience
        self._statements = {table: Statements.of(table) for table in Table}
        try:
            if path != ":memory:":
                # What customers said stands in it: nobody else on this machine reads it.
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self._connection = _open(path, patience)
            try:
                self._prepare()
                # A database in memory is that of its connection.
                in_memory = path == ":memory:"
                self._reading = self._connection if in_memory else _open(path, _WAIT_ON_LOOP)
            except sqlite3.Error:
                self._connection.close()
                raise
        except (OSError, sqlite3.Error) as error:
            raise StoreUnavailable(f"{Path(path).name} cannot be opened: {error}") from error
        self._writer = Writer(self._connection, patience, inline=in_memory)

    def _prepare(self) -> None:
        run = self._connection.execute
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = FULL")
        run("BEGIN IMMEDIATE")
        found = run("PRAGMA user_version").fetchone()[0]
        if found not in (0, FORMAT):
            raise sqlite3.DatabaseError(f"it has format {found}, this program knows {FORMAT}")
        for statements in self._statements.values():
            run(statements.create)
        run(f"PRAGMA user_version = {FORMAT}")
        run("COMMIT")
        # From here on the event loop is waiting, so the wait for others happens in `patiently`.
        run(f"PRAGMA busy_timeout = {int(_WAIT_ON_LOOP * 1000)}")

    async def get(self, table: Table, partition: str, key: str, known: str = "") -> Row | None:
        check_key(partition)
        check_key(key)
        found = await self._select(self._statements[table].get, partition, key, known)
        return found[0] if found else None

    async def query(self, table: Table, partition: str, prefix: str = "") -> Sequence[Row]:
        check_key(partition)
        check_key(prefix)
        statements, end = self._statements[table], end_of(prefix)
        if end is None:
            rows = await self._select(statements.all, partition)
        else:
            rows = await self._select(statements.range, partition, prefix, end)
        return in_order(rows, prefix)

    async def scan(self, table: Table, key: str) -> AsyncIterator[Row]:
        check_key(key)
        page = await self._select(self._statements[table].first_page, key, _PAGE)
        while page:
            for row in page:
                yield row
            page = await self._select(self._statements[table].next_page, key, page[-1].partition, _PAGE)

    async def holders(self, table: Table, key: str) -> AsyncIterator[str]:
        check_key(key)
        page = await self._fetch(self._statements[table].first_holders, key, _PAGE)
        while page:
            for (partition,) in page:
                yield partition
            page = await self._fetch(self._statements[table].next_holders, key, page[-1][0], _PAGE)

    async def rows(self, table: Table, unreadable: Callable[[str, str], None]) -> AsyncIterator[Row]:
        page = await self._fetch(self._statements[table].first_rows, _PAGE)
        while page:
            for partition, key, document, etag in page:
                try:
                    yield Row(partition, key, columns_of(document), etag)
                except (msgspec.DecodeError, ValueError):
                    unreadable(partition, key)
            page = await self._fetch(self._statements[table].next_rows, *page[-1][:2], _PAGE)

    async def commit(self, table: Table, partition: str, changes: Sequence[Change]) -> Mapping[str, str]:
        check_commit(partition, changes)
        if not changes:
            return {}
        return await self._writer.commit(self._statements[table], partition, changes)

    async def due(self, until: datetime, limit: int) -> Sequence[Row]:
        return await patiently(lambda: self._due(until, limit), self._patience)

    async def claim(self, row: Row, until: datetime) -> Row | None:
        change = hold(row, until)
        check_commit(row.partition, [change])
        try:
            etags = await self._writer.commit_lightly(self._statements[Table.DUE], row.partition, [change])
        except Conflict:
            return None
        return Row(row.partition, row.key, change.columns, etags[row.key])

    async def ready(self) -> bool:
        try:
            await self._select(self._statements[Table.ENGAGEMENTS].get, "", "", "")
        except StoreUnavailable:
            return False
        return True

    async def close(self) -> None:
        await self._writer.close()
        self._reading.close()

    async def _select(self, statement: str, *values: str | int) -> list[Row]:
        found = await self._fetch(statement, *values)
        return [Row(partition, key, columns_of(document), etag) for partition, key, document, etag in found]

    async def _fetch(self, statement: str, *values: str | int) -> list[tuple[str, ...]]:
        return await patiently(lambda: self._reading.execute(statement, values).fetchall(), self._patience)

    def _due(self, until: datetime, limit: int) -> list[Row]:
        found = self._reading.execute(self._statements[Table.DUE].due, (end_of_due(until),))
        try:
            rows = (Row(partition, key, columns_of(text), etag) for partition, key, text, etag in found)
            return list(islice((row for row in rows if is_free(row, until)), limit))
        finally:
            found.close()


def _open(path: str, patience: float) -> sqlite3.Connection:
    """A connection that one thread after the other may use."""
    return sqlite3.connect(path, isolation_level=None, timeout=patience, check_same_thread=False)

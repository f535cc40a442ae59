"""Keeps rows in one SQLite file: the store of a bot that runs on one machine."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar

from bot.core.due import end_of_due, hold, is_free
from bot.core.ports import Change, Conflict, Delete, Insert, Row, StoreUnavailable, Table
from bot.store.keys import check_commit, check_key, end_of, in_order
from bot.store.sqlite_rows import Statements, columns_of, packed

T = TypeVar("T")
FORMAT = 1
_PAGE = 200
_PATIENCE = 5.0
_PAUSE = 0.01
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class SqliteStore:
    """The store port on one connection, used from the event loop: a commit takes a fraction of a
    millisecond, less than handing it to a thread. Other processes may use the same file.

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
            self._connection = sqlite3.connect(path, isolation_level=None, timeout=patience)
            try:
                self._prepare()
            except sqlite3.Error:
                self._connection.close()
                raise
        except (OSError, sqlite3.Error) as error:
            raise StoreUnavailable(f"{Path(path).name} cannot be opened: {error}") from error

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
        # From here on the event loop is waiting, so the wait for others happens in _patiently.
        run("PRAGMA busy_timeout = 20")

    async def get(self, table: Table, partition: str, key: str) -> Row | None:
        check_key(partition)
        check_key(key)
        found = await self._select(self._statements[table].get, partition, key)
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

    async def commit(self, table: Table, partition: str, changes: Sequence[Change]) -> Mapping[str, str]:
        check_commit(partition, changes)
        if not changes:
            return {}
        return await self._patiently(lambda: self._write(self._statements[table], partition, changes))

    async def due(self, until: datetime, limit: int) -> Sequence[Row]:
        return await self._patiently(lambda: self._due(until, limit))

    async def claim(self, row: Row, until: datetime) -> Row | None:
        change = hold(row, until)
        check_commit(row.partition, [change])
        try:
            etags = await self._patiently(lambda: self._write_lightly(row.partition, [change]))
        except Conflict:
            return None
        return Row(row.partition, row.key, change.columns, etags[row.key])

    async def ready(self) -> bool:
        try:
            await self._select(self._statements[Table.ENGAGEMENTS].get, "", "")
        except StoreUnavailable:
            return False
        return True

    async def close(self) -> None:
        self._connection.close()

    async def _select(self, statement: str, *values: str | int) -> list[Row]:
        found = await self._patiently(lambda: self._connection.execute(statement, values).fetchall())
        return [Row(partition, key, columns_of(document), etag) for partition, key, document, etag in found]

    def _due(self, until: datetime, limit: int) -> list[Row]:
        found = self._connection.execute(self._statements[Table.DUE].due, (end_of_due(until),))
        try:
            rows = (Row(partition, key, columns_of(text), etag) for partition, key, text, etag in found)
            return list(islice((row for row in rows if is_free(row, until)), limit))
        finally:
            found.close()

    def _write_lightly(self, partition: str, changes: Sequence[Change]) -> dict[str, str]:
        """Without waiting for the disk. What may be lost when the machine fails are claims, whose holders
        ended with it; and whatever is committed to the file afterwards takes them to the disk as well."""
        self._connection.execute("PRAGMA synchronous = NORMAL")
        try:
            return self._write(self._statements[Table.DUE], partition, changes)
        finally:
            self._connection.execute("PRAGMA synchronous = FULL")

    def _write(self, statements: Statements, partition: str, changes: Sequence[Change]) -> dict[str, str]:
        run = self._connection.execute
        etag = os.urandom(8).hex()
        run("BEGIN IMMEDIATE")
        try:
            for change in changes:
                if isinstance(change, Delete):
                    self._delete(statements, partition, change)
                    continue
                document = packed(change.columns)
                if isinstance(change, Insert):
                    done = run(statements.insert, (partition, change.key, document, etag))
                elif change.etag is None:
                    done = run(statements.upsert, (partition, change.key, document, etag))
                else:
                    done = run(statements.replace, (document, etag, partition, change.key, change.etag))
                if done.rowcount != 1:
                    raise Conflict(f"{type(change).__name__} found another version")
            run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                run("ROLLBACK")
            raise
        return {change.key: etag for change in changes if not isinstance(change, Delete)}

    def _delete(self, statements: Statements, partition: str, change: Delete) -> None:
        run = self._connection.execute
        if change.etag is None:
            run(statements.delete, (partition, change.key))
        elif not run(statements.delete_version, (partition, change.key, change.etag)).rowcount and (
            run(statements.get, (partition, change.key)).fetchone()
        ):
            raise Conflict("Delete found another version")

    async def _patiently(self, act: Callable[[], T]) -> T:
        """The result of `act`, tried again while another process holds the file.

        `act` does not await, so a transaction is never open while another turn runs.
        """
        loop = asyncio.get_running_loop()
        end = loop.time() + self._patience
        while True:
            try:
                return act()
            except sqlite3.Error as error:
                busy = getattr(error, "sqlite_errorcode", 0) & 0xFF in _BUSY
                if not busy or loop.time() >= end:
                    raise StoreUnavailable(f"SQLite: {error}") from error
            await asyncio.sleep(_PAUSE)

"""Keeps rows in one SQLite file: the store of a bot that runs on one machine."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path

from bot.core.ports import Change, Conflict, Row, RowUnreadable, StoreUnavailable, Table
from bot.kept.due_index import end_of_due, hold, is_free
from bot.store.keys import check_commit, check_key, end_of, in_order
from bot.store.sqlite.format import format_of, take_over
from bot.store.sqlite.read_only import holds_nothing, open_read_only
from bot.store.sqlite.rows import Statements, columns_of, time_of
from bot.store.sqlite.writer import Writer, is_damage, patiently

_PAGE = 200
_PATIENCE = 5.0
_WAIT_ON_LOOP = 0.02
"""Seconds that SQLite itself waits for another process."""


class SqliteStore:
    """The store port on two connections: one reads on the event loop, which takes less than handing it to
    a thread, while the other one writes. Other processes may use the same file.

    `path` is a file, made where it is missing, or ":memory:". StoreUnavailable if it cannot be opened.
    `found_format` is the format that it had.
    """

    def __init__(self, path: str, *, patience: float = _PATIENCE, read_only: bool = False) -> None:
        """`patience` is how many seconds a call waits for another process that holds the file. `read_only`
        writes nothing, not even a file that is missing: it is read as an empty one."""
        self._patience = patience
        self._statements = {table: Statements.of(table) for table in Table}
        if read_only and path != ":memory:":
            if not holds_nothing(Path(path)):
                self._read_only(Path(path))
                return
            path = ":memory:"
        try:
            in_memory = path == ":memory:"
            if not in_memory:
                # What customers said stands in it: nobody else on this machine reads it.
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self._connection = _open(path, patience)
            try:
                self.found_format = self._prepare()
                # A database in memory is that of its connection.
                self._reading = self._connection if in_memory else _open(path, _WAIT_ON_LOOP)
            except (sqlite3.Error, StoreUnavailable):
                self._connection.close()
                raise
        except (OSError, sqlite3.Error, StoreUnavailable) as error:
            raise StoreUnavailable(f"{Path(path).name} cannot be opened: {error}") from error
        self._writer = Writer(self._connection, patience, inline=in_memory)

    def _read_only(self, path: Path) -> None:
        try:
            self._connection = self._reading = open_read_only(path, _WAIT_ON_LOOP)
            self.found_format = format_of(self._connection)
        except (OSError, sqlite3.Error, StoreUnavailable) as error:
            raise StoreUnavailable(f"{path.name} cannot be opened: {error}") from error
        self._writer = Writer(self._connection, self._patience, inline=True)

    def _prepare(self) -> int:
        run = self._connection.execute
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = FULL")
        # What is deleted or written over is gone from the file: somebody may have asked to be forgotten.
        run("PRAGMA secure_delete = ON")
        run("BEGIN IMMEDIATE")
        found = take_over(self._connection, self._statements)
        run("COMMIT")
        # From here on the event loop is waiting, so the wait for others happens in `patiently`.
        run(f"PRAGMA busy_timeout = {int(_WAIT_ON_LOOP * 1000)}")
        return found

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

    async def heads(self, table: Table, key: str, column: str) -> AsyncIterator[Row]:
        check_key(key)
        statements, last = self._statements[table], ""
        while page := await patiently(partial(self._heads, statements, key, last, column), self._patience):
            for row in page:
                yield row
            last = page[-1].partition

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
                except RowUnreadable:
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

    async def overwrite_deleted(self) -> bool:
        """Leave nothing in the file and its log of what was deleted, not even by a version before this one.
        False where another process reads or writes all the time: the rest goes when that ends."""
        return await self._writer.overwrite_deleted()

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

    def _heads(self, statements: Statements, key: str, last: str, column: str) -> list[Row]:
        found = self._reading.execute(statements.following, (key, last, _PAGE)).fetchall()
        return [Row(one, key, time_of(self._document(statements, one, key), column), "") for (one,) in found]

    def _document(self, statements: Statements, partition: str, key: str) -> bytes:
        """The columns of a row as they stand; nothing where the row cannot be read."""
        try:
            found = self._reading.execute(statements.head, (partition, key)).fetchone()
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            return b""
        return found[0] if found else b""

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

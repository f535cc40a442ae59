"""Keeps rows in one SQLite file: the store of a bot that runs on one machine."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path

from bot.core.ports import Change, Conflict, Row, RowUnreadable, StoreUnavailable, Table
from bot.kept.due_index import end_of_due, hold, is_entry, is_free
from bot.store.keys import check_commit, check_key, end_of, in_order
from bot.store.sqlite.checkpoints import CHECKPOINT_AFTER, Checkpoints
from bot.store.sqlite.format import format_of, take_over
from bot.store.sqlite.read_only import holds_nothing, open_read_only
from bot.store.sqlite.rows import Statements, columns_of, time_of
from bot.store.sqlite.standing_file import StandingFile
from bot.store.sqlite.writer import WAIT_ON_LOOP, Writer, is_damage, is_no_text, patiently

log = logging.getLogger(__name__)

_PAGE = 200
_PATIENCE = 5.0


class SqliteStore:
    """The store port on two connections: one reads on the event loop, which takes less than handing it to
    a thread, while the other one writes. Other processes may use the same file.

    `path` is a file, made where it is missing, or ":memory:". StoreUnavailable if it cannot be opened.
    `found_format` is the format that it had.
    """

    def __init__(
        self,
        path: str,
        *,
        patience: float = _PATIENCE,
        read_only: bool = False,
        checkpoint_after: float = CHECKPOINT_AFTER,
    ) -> None:
        """`patience` is how many seconds a call waits for another process that holds the file. `read_only`
        writes nothing, not even a file that is missing: it is read as an empty one. So many seconds
        after a commit, `checkpoint_after`, it stands in the file itself, not only in the log beside it."""
        self._patience = patience
        self._checkpoints = Checkpoints(self.checkpoint, checkpoint_after)
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
                self._reading = self._connection if in_memory else _open(path, WAIT_ON_LOOP)
            except (sqlite3.Error, StoreUnavailable):
                self._connection.close()
                raise
        except (OSError, sqlite3.Error, StoreUnavailable) as error:
            raise StoreUnavailable(f"{Path(path).name} cannot be opened: {error}") from error
        check = (lambda: None) if in_memory else StandingFile.of(path).check
        self._writer = Writer(self._connection, patience, inline=in_memory, check=check)

    def _read_only(self, path: Path) -> None:
        try:
            self._connection = self._reading = open_read_only(path, WAIT_ON_LOOP)
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
        run(f"PRAGMA busy_timeout = {int(WAIT_ON_LOOP * 1000)}")
        return found

    async def get(self, table: Table, partition: str, key: str, known: str = "") -> Row | None:
        check_key(partition)
        check_key(key)
        found = await self._select(self._statements[table].get, partition, key, known)
        return found[0] if found else None

    async def query(self, table: Table, partition: str, prefix: str = "") -> Sequence[Row]:
        check_key(partition)
        check_key(prefix)
        # One entry of an index is no reason to hide all others; of a workshop every row counts.
        statements, end, lenient = self._statements[table], end_of(prefix), table is not Table.ENGAGEMENTS
        if end is None:
            rows = await self._select(statements.all, partition, lenient=lenient)
        else:
            rows = await self._select(statements.range, partition, prefix, end, lenient=lenient)
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
        etags = await self._writer.commit(self._statements[table], partition, changes)
        self._checkpoints.note()
        return etags

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

    async def probe(self) -> None:
        await self._writer.probe(f"SELECT 1 FROM {table.value} LIMIT 0" for table in self._statements)  # noqa: S608

    async def checkpoint(self) -> None:
        """Have everything that was written stand in the file itself, and nothing in the log beside it, as far
        as no other process reads there. StoreUnavailable."""
        await self._writer.checkpoint()

    async def close(self) -> None:
        await self._checkpoints.close()
        await self._writer.close()
        self._reading.close()

    async def _select(self, statement: str, *values: str | int, lenient: bool = False) -> list[Row]:
        """The rows; with `lenient` without those that cannot be read, which the log names by their keys."""
        found, rows = await self._fetch(statement, *values), list[Row]()
        for partition, key, document, etag in found:
            try:
                rows.append(Row(partition, key, columns_of(document), etag))
            except RowUnreadable:
                if not lenient:
                    raise
                _name(partition, key)
        return rows

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
        return await patiently(lambda: self._at_once(statement, values), self._patience)

    def _at_once(self, statement: str, values: tuple[str | int, ...]) -> list[tuple[str, ...]]:
        try:
            return self._reading.execute(statement, values).fetchall()
        except sqlite3.OperationalError as error:
            if not is_no_text(error):
                raise
        # A text that is none would keep back every row beside it: it is found out when its row is read.
        self._reading.text_factory = _read_in_any_case
        try:
            return self._reading.execute(statement, values).fetchall()
        finally:
            self._reading.text_factory = str

    def _due(self, until: datetime, limit: int) -> list[Row]:
        self._reading.text_factory = _read_in_any_case
        found = self._reading.execute(self._statements[Table.DUE].due, (end_of_due(until),))
        try:
            rows = filter(None, (_entry(*one) for one in found))
            return list(islice((row for row in rows if is_free(row, until)), limit))
        finally:
            found.close()
            self._reading.text_factory = str


def _read_in_any_case(text: bytes) -> str:
    return text.decode("utf-8", "surrogateescape")


def _entry(partition: str, key: str, document: str, etag: str) -> Row | None:
    """A row of the due index; None where nothing can be made of it."""
    try:
        columns = columns_of(document)
    except RowUnreadable:
        columns = {}
    if is_entry(columns):
        return Row(partition, key, columns, etag)
    _name(partition, key)
    return None


def _name(partition: str, key: str) -> None:
    log.error("row left out: it cannot be read", extra={"partition": partition, "key": key})


def _open(path: str, patience: float) -> sqlite3.Connection:
    """A connection that one thread after the other may use."""
    return sqlite3.connect(path, isolation_level=None, timeout=patience, check_same_thread=False)

"""Writes rows into SQLite: commits that come at the same time go to the disk together."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from bot.core.ports import Change, Conflict, Delete, Insert, RowUnreadable, StoreUnavailable
from bot.store.formats import FORMAT
from bot.store.sqlite.rows import UNREADABLE, Statements, packed

T = TypeVar("T")
_PAUSE = 0.01
WAIT_ON_LOOP = 0.02
"""Seconds that SQLite itself waits for another process while the event loop does."""
_PROBE = 2.0
"""Seconds that a probe takes at most."""
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_NO_TEXT = "Could not decode to UTF-8"
"""What Python's module says of a text that is none; it goes on with the text."""
_OVERWRITES = 3
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


async def patiently(act: Callable[[], T], patience: float) -> T:
    """The result of `act`, tried again for so many seconds while another process holds the file.

    `act` does not await, so nothing else of this process runs meanwhile.
    """
    loop = asyncio.get_running_loop()
    end = loop.time() + patience
    while True:
        try:
            return act()
        except sqlite3.Error as error:
            busy = getattr(error, "sqlite_errorcode", 0) & 0xFF in _BUSY
            if not busy or loop.time() >= end:
                raise unavailable(error) from error
        await asyncio.sleep(_PAUSE)


def unavailable(error: sqlite3.Error) -> StoreUnavailable:
    """A fault of SQLite in the words of the port; never in SQLite's own where these quote a row."""
    if is_damage(error):
        return RowUnreadable(UNREADABLE)
    return StoreUnavailable(f"SQLite: {error}")


def is_damage(error: sqlite3.Error) -> bool:
    """True where what was read is damaged, the rest may still be read."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in _DAMAGED or is_no_text(error)


def is_no_text(error: sqlite3.Error) -> bool:
    """True where a text in what was read is none."""
    return str(error).startswith(_NO_TEXT)


@dataclass(frozen=True, slots=True)
class _Commit:
    """Some changes that wait, their columns as they will stand, and who waits for them."""

    statements: Statements
    partition: str
    changes: Sequence[tuple[Change, str]]
    done: asyncio.Future[Mapping[str, str]]


class Writer:
    """The one connection that writes.

    Commits that come while another one is on its way to the disk share the next transaction: they wait for
    the disk once. Each is in a savepoint of its own, so that a Conflict undoes that commit alone. The disk
    is waited for in a thread, while the event loop goes on; `inline` is for a database in memory.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        patience: float,
        *,
        inline: bool,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        """`check` raises StoreUnavailable where what was written is in no file that anybody will find."""
        self._check = check
        self._probing: asyncio.Task[None] | None = None
        self._run = connection.execute
        self._connection = connection
        self._patience = patience
        self._disk = None if inline else ThreadPoolExecutor(1, "sqlite")
        self._free = asyncio.Lock()
        self._waiting: list[_Commit] = []
        self._work: asyncio.Task[None] | None = None

    async def commit(
        self, statements: Statements, partition: str, changes: Sequence[Change]
    ) -> Mapping[str, str]:
        """All changes or none, on the disk when this returns: key -> new etag. Conflict, StoreUnavailable."""
        prepared = _prepared(changes)
        done: asyncio.Future[Mapping[str, str]] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Commit(statements, partition, prepared, done))
        if self._work is None:
            self._work = asyncio.create_task(self._work_off())
        return await done

    async def commit_lightly(
        self, statements: Statements, partition: str, changes: Sequence[Change]
    ) -> Mapping[str, str]:
        """The same without waiting for the disk. What may be lost when the machine fails are claims, whose
        holders ended with it; and whatever is committed afterwards takes them to the disk as well."""
        prepared = _prepared(changes)
        async with self._free:
            return await patiently(lambda: self._at_once(statements, partition, prepared), self._patience)

    async def overwrite_deleted(self) -> bool:
        """Write the file anew and empty its log; False where another process is in the way for too long."""
        async with self._free:
            return await asyncio.shield(
                asyncio.get_running_loop().run_in_executor(self._disk, self._overwritten)
            )

    def _overwritten(self) -> bool:
        """Commits wait meanwhile; other processes do for as long as their patience lasts."""
        self._run(f"PRAGMA busy_timeout = {int(self._patience * 1000)}")
        try:
            for _ in range(_OVERWRITES):
                self._run("VACUUM")
                busy, _, _ = self._run("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                if not busy:
                    return True
            return False
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _BUSY:
                raise unavailable(error) from error
            return False
        finally:
            self._run(f"PRAGMA busy_timeout = {int(WAIT_ON_LOOP * 1000)}")

    async def probe(self, reads: Iterable[str]) -> None:
        """Run statements that read, and take a write that changes nothing to the disk. Those who ask at the
        same time share one. StoreUnavailable, after a short while also where others hold the file."""
        if self._probing is None or self._probing.done():
            self._probing = asyncio.create_task(self._probe(tuple(reads)))
        try:
            # Shielded: a transaction that is on its way to the disk is not left alone.
            await asyncio.wait_for(asyncio.shield(self._probing), min(self._patience, _PROBE))
        except TimeoutError:
            raise StoreUnavailable("SQLite: no answer in time") from None

    async def _probe(self, reads: Sequence[str]) -> None:
        async with self._free:
            await patiently(lambda: self._run("BEGIN IMMEDIATE"), _PROBE)
            try:
                for statement in reads:
                    self._run(statement).fetchall()
                self._run(f"PRAGMA user_version = {FORMAT}")
                await self._to_disk()
            except sqlite3.Error as error:
                raise unavailable(error) from error
            finally:
                self._undo()
            self._check()

    async def checkpoint(self) -> None:
        """Move the log beside the file (`-wal`) into it and empty the log, as far as no other process reads
        there. StoreUnavailable."""
        async with self._free:
            try:
                await self._in_thread("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.Error as error:
                raise unavailable(error) from error

    async def close(self) -> None:
        """Let what waits be written, then give the connection back."""
        if self._probing is not None:
            await asyncio.gather(self._probing, return_exceptions=True)
        if self._work is not None:
            await asyncio.gather(self._work, return_exceptions=True)
        if self._disk is not None:
            self._disk.shutdown()
        self._connection.close()

    async def _work_off(self) -> None:
        try:
            while self._waiting:
                async with self._free:
                    await self._write_waiting()
        finally:
            self._work = None

    async def _write_waiting(self) -> None:
        try:
            await patiently(lambda: self._run("BEGIN IMMEDIATE"), self._patience)
        except StoreUnavailable as trouble:
            batch, self._waiting = self._waiting, []
            _fail(batch, trouble)
            return
        # Who gave up meanwhile is told that nothing was stored: so it is.
        batch = [one for one in self._waiting if not one.done.done()]
        self._waiting = []
        try:
            written = [(one, etags) for one in batch if (etags := self._written(one)) is not None]
            await self._to_disk()
            self._check()
        except sqlite3.Error as error:
            self._undo()
            _fail(batch, unavailable(error))
            return
        except StoreUnavailable as trouble:
            _fail(batch, trouble)
            return
        for one, etags in written:
            if not one.done.done():
                one.done.set_result(etags)

    async def _to_disk(self) -> None:
        await self._in_thread("COMMIT")

    async def _in_thread(self, statement: str) -> None:
        if self._disk is None:
            self._run(statement).close()
            return
        # Shielded: a transaction that is on its way to the disk is not left alone.
        await asyncio.shield(
            asyncio.get_running_loop().run_in_executor(self._disk, self._to_its_end, statement)
        )

    def _to_its_end(self, statement: str) -> None:
        self._run(statement).close()

    def _written(self, one: _Commit) -> Mapping[str, str] | None:
        """The new etags of a commit, None where there was a conflict: its caller knows it then."""
        self._run("SAVEPOINT one")
        try:
            return self._write(one.statements, one.partition, one.changes)
        except Conflict as conflict:
            self._run("ROLLBACK TO one")
            one.done.set_exception(conflict)
            return None
        finally:
            self._run("RELEASE one")

    def _at_once(
        self, statements: Statements, partition: str, prepared: Sequence[tuple[Change, str]]
    ) -> Mapping[str, str]:
        self._run("PRAGMA synchronous = NORMAL")
        try:
            self._run("BEGIN IMMEDIATE")
            etags = self._write(statements, partition, prepared)
            self._run("COMMIT")
            self._check()
            return etags
        finally:
            self._undo()
            self._run("PRAGMA synchronous = FULL")

    def _undo(self) -> None:
        if self._connection.in_transaction:
            self._run("ROLLBACK")

    def _write(
        self, statements: Statements, partition: str, prepared: Sequence[tuple[Change, str]]
    ) -> Mapping[str, str]:
        etag, run = os.urandom(8).hex(), self._run
        for change, document in prepared:
            if isinstance(change, Delete):
                self._delete(statements, partition, change)
                continue
            if isinstance(change, Insert):
                done = run(statements.insert, (partition, change.key, document, etag))
            elif change.etag is None:
                done = run(statements.upsert, (partition, change.key, document, etag))
            else:
                done = run(statements.replace, (document, etag, partition, change.key, change.etag))
            if done.rowcount != 1:
                raise Conflict(f"{type(change).__name__} found another version")
        return {change.key: etag for change, _ in prepared if not isinstance(change, Delete)}

    def _delete(self, statements: Statements, partition: str, change: Delete) -> None:
        if change.etag is None:
            self._run(statements.delete, (partition, change.key))
        elif not self._run(statements.delete_version, (partition, change.key, change.etag)).rowcount and (
            self._run(statements.get, (partition, change.key, "")).fetchone()
        ):
            raise Conflict("Delete found another version")


def _prepared(changes: Sequence[Change]) -> list[tuple[Change, str]]:
    return [(change, "" if isinstance(change, Delete) else packed(change.columns)) for change in changes]


def _fail(batch: Sequence[_Commit], trouble: StoreUnavailable) -> None:
    for one in batch:
        if not one.done.done():
            one.done.set_exception(trouble)

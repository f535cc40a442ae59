"""A store in memory that keeps rows as JSON text and fails when it is told to."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import UTC, datetime

from bot.core.ports import Change, Column, Conflict, Delete, Insert, Replace, Row, StoreUnavailable, Table
from bot.kept.due_index import end_of_due, hold, is_entry, is_free
from bot.store.keys import check_commit, check_key, in_order

_Columns = Mapping[str, Column] | None


class FakeStore:
    """The store port without a disk. Every call lets other tasks run once, so that races show.

    Switches, which a test sets at any time:
    `unavailable`: every call raises StoreUnavailable, and nothing is stored.
    `lose_answers`: so many of the next commits are stored and then raise StoreUnavailable.
    `conflicts`: so many of the next commits raise Conflict, and nothing is stored.
    `reads` and `commits` count the calls that reached the store, failed or not.
    """

    def __init__(self) -> None:
        self.unavailable = False
        self.lose_answers = 0
        self.conflicts = 0
        self.reads = 0
        self.commits = 0
        self._etags = itertools.count(1)
        self._rows: dict[tuple[Table, str, str], tuple[str, str]] = {}

    def copy(self) -> FakeStore:
        """Another store with the same rows, which goes on by itself."""
        other = FakeStore()
        other._rows = dict(self._rows)
        other._etags = self._etags
        return other

    def changes(self, since: FakeStore) -> dict[tuple[Table, str, str], tuple[_Columns, _Columns]]:
        """The rows that are other than in a store that this one was copied from: as they were, and as they
        are; None where there is none."""
        places = sorted({*self._rows, *since._rows})
        changed = [place for place in places if self._rows.get(place) != since._rows.get(place)]
        return {place: (since._columns(place), self._columns(place)) for place in changed}

    def _columns(self, place: tuple[Table, str, str]) -> _Columns:
        found = self._rows.get(place)
        return _columns_of(found[0]) if found else None

    async def get(self, table: Table, partition: str, key: str, known: str = "") -> Row | None:
        check_key(partition)
        check_key(key)
        await self._reached("read")
        return self._row(table, partition, key)

    async def query(self, table: Table, partition: str, prefix: str = "") -> Sequence[Row]:
        check_key(partition)
        check_key(prefix)
        await self._reached("read")
        found = (self._row(*place) for place in self._rows if place[:2] == (table, partition))
        return in_order([row for row in found if row], prefix)

    async def scan(self, table: Table, key: str) -> AsyncIterator[Row]:
        check_key(key)
        await self._reached("read")
        for place in sorted(self._rows):
            if (place[0], place[2]) == (table, key) and (row := self._row(*place)):
                yield row

    async def heads(self, table: Table, key: str, column: str) -> AsyncIterator[Row]:
        async for row in self.scan(table, key):
            head = {name: value for name, value in row.columns.items() if name == column}
            yield Row(row.partition, row.key, head, row.etag)

    async def holders(self, table: Table, key: str) -> AsyncIterator[str]:
        async for row in self.scan(table, key):
            yield row.partition

    async def rows(self, table: Table, unreadable: Callable[[str, str], None]) -> AsyncIterator[Row]:
        await self._reached("read")
        for place in sorted(self._rows):
            if place[0] is table and (row := self._row(*place)):
                yield row

    async def commit(self, table: Table, partition: str, changes: Sequence[Change]) -> Mapping[str, str]:
        check_commit(partition, changes)
        if not changes:
            return {}
        await self._reached("commit")
        if self.conflicts:
            self.conflicts -= 1
            raise Conflict("the test asked for a conflict")
        for change in changes:
            self._check_version(change, self._rows.get((table, partition, change.key)))
        etags: dict[str, str] = {}
        for change in changes:
            place = (table, partition, change.key)
            if isinstance(change, Delete):
                self._rows.pop(place, None)
            else:
                etags[change.key] = f"v{next(self._etags)}"
                self._rows[place] = (_packed(change.columns), etags[change.key])
        if self.lose_answers:
            self.lose_answers -= 1
            raise StoreUnavailable("the test lost the answer")
        return etags

    async def due(self, until: datetime, limit: int) -> Sequence[Row]:
        await self._reached("read")
        end = end_of_due(until)
        places = [place for place in self._rows if place[0] is Table.DUE and place[2] < end]
        found: list[Row] = []
        for place in sorted(places, key=lambda place: place[2]):
            row = self._row(*place)
            if row and is_entry(row.columns) and is_free(row, until):
                found.append(row)
            if len(found) == limit:
                break
        return in_order(found, "")

    async def claim(self, row: Row, until: datetime) -> Row | None:
        change = hold(row, until)
        try:
            etags = await self.commit(Table.DUE, row.partition, [change])
        except Conflict:
            return None
        return Row(row.partition, row.key, change.columns, etags[row.key])

    async def probe(self) -> None:
        if self.unavailable:
            raise StoreUnavailable("the test made the store unavailable")

    async def close(self) -> None:
        self.unavailable = True

    async def _reached(self, kind: str) -> None:
        if kind == "read":
            self.reads += 1
        else:
            self.commits += 1
        await asyncio.sleep(0)
        if self.unavailable:
            raise StoreUnavailable("the test made the store unavailable")

    def _row(self, table: Table, partition: str, key: str) -> Row | None:
        found = self._rows.get((table, partition, key))
        return Row(partition, key, _columns_of(found[0]), found[1]) if found else None

    @staticmethod
    def _check_version(change: Change, found: tuple[str, str] | None) -> None:
        match change:
            case Insert() if found:
                raise Conflict("the row is there")
            case Replace(etag=str(wanted)) if not found or found[1] != wanted:
                raise Conflict("the row has another version")
            case Delete(etag=str(wanted)) if found and found[1] != wanted:
                raise Conflict("the row has another version")


def _packed(columns: Mapping[str, Column]) -> str:
    plain = {
        name: {"time": value.astimezone(UTC).isoformat()} if isinstance(value, datetime) else value
        for name, value in columns.items()
        if value is not None
    }
    return json.dumps(plain)


def _columns_of(document: str) -> dict[str, Column]:
    return {
        name: datetime.fromisoformat(value["time"]) if isinstance(value, dict) else value
        for name, value in json.loads(document).items()
    }

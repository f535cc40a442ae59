"""The ports of the core: a store and a clock, which others provide."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

_AT_ONCE = 90
Column = str | int | float | bool | datetime | None
"""The value of a column. Times are aware; a string has at most 32,768 UTF-16 units (Azure Table storage)."""


class Table(StrEnum):
    """The tables. All but ENGAGEMENTS are indexes: hints, checked against the engagement when read."""

    ENGAGEMENTS = "engagements"
    CHANNELS = "channels"
    PORTFOLIO = "portfolio"
    PENDING = "pending"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Row:
    """A row as read: its keys, its columns, and the tag of this version of it."""

    partition: str
    key: str
    columns: Mapping[str, Column]
    etag: str


@dataclass(frozen=True, slots=True)
class Insert:
    """Write a row that must not exist."""

    key: str
    columns: Mapping[str, Column] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Replace:
    """Write a row whole. With `etag` it must still be that version; without, whatever is there."""

    key: str
    columns: Mapping[str, Column]
    etag: str | None = None


@dataclass(frozen=True, slots=True)
class Delete:
    """Delete a row, whether it is there or not. With `etag`, one that is there must be that version."""

    key: str
    etag: str | None = None


Change = Insert | Replace | Delete


class Conflict(Exception):
    """Somebody else wrote first: nothing of the commit was stored."""


class StoreUnavailable(Exception):
    """The store did not answer in time, or refused: nothing was stored, as far as it can be known."""


class OutcomeUnknown(StoreUnavailable):
    """A commit is on its way and no answer came: perhaps it was stored, perhaps it will be."""


class RowUnreadable(StoreUnavailable):
    """A row is there and cannot be read, however often one asks; nothing that stands in it is told."""


class Store(Protocol):
    """Rows in tables, keyed by partition and key; strings are returned as they were given.

    Keys follow Azure Table storage: at most 512 UTF-16 units, none of `/ \\ # ?`, no control characters
    (ValueError).
    """

    async def get(self, table: Table, partition: str, key: str, known: str = "") -> Row | None:
        """One row, or None. Where it still has the etag `known`, its columns may be left out: the caller has
        them."""

    async def query(self, table: Table, partition: str, prefix: str = "") -> Sequence[Row]:
        """The rows of a partition whose key starts with `prefix`, in the order of their keys."""

    async def commit(self, table: Table, partition: str, changes: Sequence[Change]) -> Mapping[str, str]:
        """All changes of one partition or none; returns key -> new etag. At most 100, each key once, as Azure
        Table storage limits a transaction.

        Raises Conflict where an Insert found a row, or a Replace or Delete another version.
        """

    async def due(self, until: datetime, limit: int) -> Sequence[Row]:
        """At most `limit` rows of DUE (`bot.kept.due_index`) that are due at `until` and that nobody holds
        then, the earliest first. `limit` is 1 or more.

        Its cost grows with the rows that are due, not with those stored.
        """

    async def claim(self, row: Row, until: datetime) -> Row | None:
        """The row of DUE, held until then, or None where somebody else was first.

        Of many who claim a row that `due` gave them exactly one gets it. Whoever holds a row may claim it
        anew, to hold it longer.
        """

    def scan(self, table: Table, key: str) -> AsyncIterator[Row]:
        """Every row of a table that has this key, partition by partition; for offline use."""

    def heads(self, table: Table, key: str, column: str) -> AsyncIterator[Row]:
        """The same rows with no more than this one column, which holds a time; for offline use. A row that
        cannot be read comes, too, without the column."""

    def holders(self, table: Table, key: str) -> AsyncIterator[str]:
        """The partitions that have a row with this key, in order; no column is read; for offline use."""

    def rows(self, table: Table, unreadable: Callable[[str, str], None]) -> AsyncIterator[Row]:
        """Every row of a table, partition by partition; for offline use.

        A row whose columns cannot be read is left out, and `unreadable` told its partition and key.
        """

    async def probe(self) -> None:
        """Return where the store can be used now, to read in every table and to write; else raise
        StoreUnavailable, which says why. It is asked every two seconds."""

    async def close(self) -> None:
        """Close the connections that the store holds."""


async def commit_all(store: Store, table: Table, partition: str, changes: Sequence[Change]) -> None:
    """Commit the changes of a partition in their order, as many at once as a store takes: what is cut off in
    between is done in part. Conflict, StoreUnavailable."""
    for start in range(0, len(changes), _AT_ONCE):
        await store.commit(table, partition, changes[start : start + _AT_ONCE])


class Clock(Protocol):
    """Tells the time; injected, so that tests can."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""

"""Says how a row stands in SQLite: the statements of a table, and its columns as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import msgspec

from bot.core.ports import Column, RowUnreadable, Table
from bot.kept.due_index import SHARDS
from bot.kept.state.plain_columns import Plain, columns_from, plain_columns

_encode = msgspec.json.Encoder().encode
_decode_parts = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_decode = msgspec.json.Decoder(dict[str, Plain]).decode

UNREADABLE = "SQLite: a row cannot be read"

_CREATE = """
CREATE TABLE IF NOT EXISTS TABLE_NAME (
    partition TEXT NOT NULL, key TEXT NOT NULL, etag TEXT NOT NULL, columns TEXT NOT NULL,
    UNIQUE (partition, key)
)
"""
_SELECT = "SELECT partition, key, columns, etag FROM TABLE_NAME WHERE "
_HOLDERS = "SELECT partition FROM TABLE_NAME WHERE "
_PAGED = " ORDER BY partition, key LIMIT ?"
# The etag stands before the columns, so that a long row whose version is known is not read to its end.
_GET = "SELECT partition, key, CASE etag WHEN ?3 THEN '{}' ELSE columns END, etag FROM TABLE_NAME"
# Of the keys only the index is read. What is no text comes as bytes, so that one row stops no other.
_FOLLOWING = "SELECT partition FROM TABLE_NAME WHERE key = ? AND partition > ? ORDER BY partition LIMIT ?"
_HEAD = "SELECT CAST(columns AS BLOB) FROM TABLE_NAME WHERE partition = ? AND key = ?"
_INSERT = """
INSERT INTO TABLE_NAME (partition, key, columns, etag) VALUES (?, ?, ?, ?)
ON CONFLICT (partition, key) DO """
_DELETE = "DELETE FROM TABLE_NAME WHERE partition = ? AND key = ?"
_REPLACE = "UPDATE TABLE_NAME SET columns = ?, etag = ? WHERE partition = ? AND key = ? AND etag = ?"
# Each shard is read in the order of its keys, and all are merged row by row: no further than is asked for.
_DUE = " UNION ALL ".join(f"{_SELECT}partition = '{shard}' AND key < ?1" for shard in SHARDS) + " ORDER BY 2"


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of one table; always the same strings, so that SQLite parses each of them once."""

    create: str
    get: str
    all: str
    range: str
    first_page: str
    next_page: str
    following: str
    head: str
    first_holders: str
    next_holders: str
    first_rows: str
    next_rows: str
    insert: str
    upsert: str
    replace: str
    delete: str
    delete_version: str
    due: str

    @classmethod
    def of(cls, table: Table) -> Statements:
        def named(statement: str) -> str:
            return statement.replace("TABLE_NAME", table.value)

        return cls(
            create=named(_CREATE),
            get=named(_GET + " WHERE partition = ?1 AND key = ?2"),
            all=named(_SELECT + "partition = ?"),
            range=named(_SELECT + "partition = ? AND key >= ? AND key < ?"),
            first_page=named(_SELECT + "key = ? ORDER BY partition LIMIT ?"),
            next_page=named(_SELECT + "key = ? AND partition > ? ORDER BY partition LIMIT ?"),
            following=named(_FOLLOWING),
            head=named(_HEAD),
            first_holders=named(_HOLDERS + "key = ? ORDER BY partition LIMIT ?"),
            next_holders=named(_HOLDERS + "key = ? AND partition > ? ORDER BY partition LIMIT ?"),
            first_rows=named(_SELECT + "TRUE" + _PAGED),
            next_rows=named(_SELECT + "(partition, key) > (?, ?)" + _PAGED),
            insert=named(_INSERT + "NOTHING"),
            upsert=named(_INSERT + "UPDATE SET columns = excluded.columns, etag = excluded.etag"),
            replace=named(_REPLACE),
            delete=named(_DELETE),
            delete_version=named(_DELETE + " AND etag = ?"),
            due=named(_DUE),
        )


def packed(columns: Mapping[str, Column]) -> str:
    """The columns as JSON."""
    return _encode(plain_columns(columns)).decode()


def columns_of(document: str) -> dict[str, Column]:
    """The columns of a row as they were given; RowUnreadable for what `packed` never wrote."""
    try:
        return columns_from(_decode(document))
    except (msgspec.MsgspecError, ValueError, IndexError, TypeError):
        raise RowUnreadable(UNREADABLE) from None


def time_of(document: bytes, column: str) -> dict[str, Column]:
    """The one column, a time; nothing where the row cannot be read, or lacks it."""
    try:
        value = _decode_parts(document)[column]
        return {column: datetime.fromisoformat(msgspec.json.decode(value, type=list[str])[0])}
    except (msgspec.MsgspecError, ValueError, LookupError):
        return {}

"""Says which keys and columns a store takes, alike for every adapter, and how keys are ordered."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache

from bot.core.ports import Change, Column, Delete, Row

MAX_KEY_UNITS = 512
"""UTF-16 units of a partition or a key: Azure Table storage documents 1 KiB."""
MAX_STRING_UNITS = 32_768
"""UTF-16 units of a string: Azure Table storage documents 64 KiB."""
MAX_COLUMNS = 251
"""Columns of a row: Azure Table storage documents 252 beside its own three, one of them `OPERATION`."""
MAX_ROW_BYTES = 1_000_000
"""Bytes of a row: Azure Table storage documents 1 MiB."""
MAX_COMMIT_BYTES = 3_900_000
"""Bytes of a commit on the wire: Azure Table storage documents 4 MiB for a transaction."""
MAX_CHANGES = 100
"""Changes in one commit: Azure Table storage documents 100 for a transaction."""
OPERATION = "op"
"""The column in which the Azure adapter notes who wrote a row; it is never handed out."""

RESERVED = frozenset({"PartitionKey", "RowKey", "Timestamp", OPERATION})
_REFUSED_IN_KEYS = re.compile(r"[/\\#?\x00-\x1f\x7f-\x9f]")
_COLUMN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,254}")
_EARLIEST = datetime(1601, 1, 1, tzinfo=UTC)
_LAST_PLAIN = "\ud7ff"


def units(text: str) -> int:
    """The length of `text` in UTF-16 units, which is how Azure counts; ValueError for a lone surrogate."""
    if text.isascii():
        return len(text)
    try:
        return len(text.encode("utf-16-le")) // 2
    except UnicodeEncodeError:
        raise ValueError("a string holds half of a surrogate pair") from None


def check_key(key: str) -> None:
    """ValueError for a partition or key that Azure Table storage refuses."""
    if _REFUSED_IN_KEYS.search(key):
        raise ValueError("a key holds one of / \\ # ? or a control character")
    if units(key) > MAX_KEY_UNITS:
        raise ValueError(f"a key has more than {MAX_KEY_UNITS} UTF-16 units")


def check_commit(partition: str, changes: Sequence[Change]) -> None:
    """ValueError for a commit that could not be stored; nobody has been asked yet."""
    check_key(partition)
    if len(changes) > MAX_CHANGES:
        raise ValueError(f"a commit has more than {MAX_CHANGES} changes")
    if len({change.key for change in changes}) < len(changes):
        raise ValueError("a commit names a key twice")
    sent = 0
    for change in changes:
        check_key(change.key)
        if not isinstance(change, Delete):
            sent += _check_columns(change.columns)
    if sent > MAX_COMMIT_BYTES:
        raise ValueError(f"a commit has more than {MAX_COMMIT_BYTES} bytes")


def _check_columns(columns: Mapping[str, Column]) -> int:
    """The bytes that the columns take on the wire at most, where a character may be written as an escape.

    ValueError for columns that a row cannot hold.
    """
    if len(columns) > MAX_COLUMNS:
        raise ValueError(f"a row has more than {MAX_COLUMNS} columns")
    named = _length_of_names(tuple(columns))
    stored, sent = 2 * named + 8 * len(columns), 2 * named + 40 * len(columns)
    for name, value in columns.items():
        if type(value) is str and len(value) <= MAX_STRING_UNITS and value.isascii():
            # Most are, and a commit has many.
            length = bytes_sent = len(value)
        else:
            try:
                length, bytes_sent = _check_value(value)
            except ValueError as fault:
                raise ValueError(f"column {name}: {fault}") from None
        stored += 2 * length
        sent += bytes_sent
    if stored > MAX_ROW_BYTES:
        raise ValueError(f"a row has more than {MAX_ROW_BYTES} bytes")
    return sent


@lru_cache(256)
def _length_of_names(names: tuple[str, ...]) -> int:
    """The characters of the names of columns; ValueError for one that a column cannot have. Remembered: rows
    are of few kinds, and those of a kind have the same columns."""
    for name in names:
        if name in RESERVED or not _COLUMN_NAME.fullmatch(name):
            raise ValueError(f"a column cannot be called {name!r}")
    return sum(map(len, names))


def _check_value(value: Column) -> tuple[int, int]:
    """The length of the value in UTF-16 units and in bytes on the wire, or an upper bound of them."""
    if isinstance(value, str):
        plain = value.isascii()
        length = len(value) if plain else units(value)
        if length > MAX_STRING_UNITS:
            raise ValueError(f"a string has more than {MAX_STRING_UNITS} UTF-16 units")
        return length, length if plain else 6 * length
    if isinstance(value, datetime):
        if value.tzinfo is None or value < _EARLIEST:
            raise ValueError("a time has no zone, or lies before 1601")
    elif isinstance(value, int):
        if not -(2**63) <= value < 2**63:
            raise ValueError("a number does not fit into 64 bits")
    elif isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError("a number is not finite")
    elif value is not None:
        raise ValueError(f"no column holds a {type(value).__name__}")
    return 32, 32


def end_of(prefix: str) -> str | None:
    """A key after all keys that start with `prefix`, or None where there is none.

    It holds for the order of code points (SQLite) and that of UTF-16 units (Azure), so a few keys that do
    not start with `prefix` may lie before it: the reader leaves them out.
    """
    for length in range(len(prefix), 0, -1):
        last = prefix[length - 1]
        if last < "\uffff":
            following = "\ue000" if last == _LAST_PLAIN else chr(ord(last) + 1)
            return prefix[: length - 1] + following
    return None


def in_order(rows: Sequence[Row], prefix: str) -> list[Row]:
    """The rows whose key starts with `prefix`, in the order of UTF-16 units, which is Azure's."""
    wanted = [row for row in rows if row.key.startswith(prefix)]
    wanted.sort(key=lambda row: row.key.encode("utf-16-be"))
    return wanted

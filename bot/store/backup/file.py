"""The file of a backup: lines of JSON, packed; the last one says that it is whole."""

from __future__ import annotations

import gzip
import os
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import msgspec

from bot.core.ports import Row, Table
from bot.kept.state.plain_columns import Plain, columns_from, plain_columns

BACKUP_FORMAT = 1
_LEVEL = 5
_encode = msgspec.json.Encoder().encode


class BadBackup(Exception):
    """The file is no backup, damaged, cut off, or of a later version: the text says which."""


class _Head(msgspec.Struct, forbid_unknown_fields=True):
    """The first line: the format, the moment, and the kind of store that it was made of."""

    ssat_bot_backup: int
    made: str = ""
    store: str = ""


class _End(msgspec.Struct, forbid_unknown_fields=True):
    """The last line: rows by table, and the checksum of all lines before."""

    counts: dict[str, int]
    checksum: str


_Line = tuple[str, str, str, dict[str, Plain]]
_head = msgspec.json.Decoder(_Head).decode
_line = msgspec.json.Decoder(_Line | _End).decode


@dataclass(frozen=True, slots=True)
class Contents:
    """A file that was read to its end and found whole: rows by table, and the checksum that names it."""

    counts: Mapping[str, int]
    checksum: str


class BackupWriter:
    """Writes a file for its owner alone; without `end` it is none. OSError as for any file."""

    def __init__(self, path: Path, store: str, made: datetime) -> None:
        opened = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        self._file = os.fdopen(opened, "wb")
        self._packed = gzip.GzipFile("", "wb", _LEVEL, self._file, 0)
        self._sum = sha256()
        self._counts: Counter[str] = Counter()
        self._write({"ssat_bot_backup": BACKUP_FORMAT, "made": made.isoformat(), "store": store})

    def add(self, table: Table, row: Row) -> None:
        """A row; its etag stays behind, a store gives its own."""
        self._counts[table.value] += 1
        self._write((table.value, row.partition, row.key, plain_columns(row.columns)))

    def end(self) -> Contents:
        """Say that it is whole, and wait for the disk."""
        told = Contents(dict(self._counts), self._sum.hexdigest())
        self._write({"counts": told.counts, "checksum": told.checksum})
        self._packed.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        return told

    def close(self) -> None:
        """Give the file back."""
        self._packed.close()
        self._file.close()

    def _write(self, line: object) -> None:
        data = _encode(line) + b"\n"
        self._sum.update(data)
        self._packed.write(data)


def contents_of(path: Path) -> Contents:
    """Read a file to its end; BadBackup where it is not whole, OSError where it cannot be read."""
    found = _Reading()
    for _ in found.rows(path):
        pass
    return found.contents()


def rows_of(path: Path) -> Iterator[tuple[Table, Row]]:
    """The rows in their order; BadBackup at the place where something is wrong."""
    return _Reading().rows(path)


class _Reading:
    """A file on its way through, and what its end says."""

    def __init__(self) -> None:
        self._sum = sha256()
        self._counts: Counter[str] = Counter()
        self._end: _End | None = None

    def rows(self, path: Path) -> Iterator[tuple[Table, Row]]:
        with gzip.open(path, "rb") as packed:
            try:
                self._begin(packed)
                for data in packed:
                    if (found := self._next(data)) is not None:
                        yield found
            except gzip.BadGzipFile as fault:
                raise BadBackup("it is damaged, or no backup") from fault
            except (EOFError, zlib.error) as fault:
                raise BadBackup("it is cut off or damaged") from fault
        self.contents()

    def contents(self) -> Contents:
        if self._end is None:
            raise BadBackup("it is cut off: its end is missing")
        return Contents(self._end.counts, self._end.checksum)

    def _begin(self, packed: gzip.GzipFile) -> None:
        data = packed.readline()
        try:
            head = _head(data)
        except msgspec.DecodeError:
            raise BadBackup("it is no backup of ssat-bot") from None
        if head.ssat_bot_backup != BACKUP_FORMAT:
            raise BadBackup(
                f"it has format {head.ssat_bot_backup}, this program knows {BACKUP_FORMAT}: use a later one"
            )
        self._sum.update(data)

    def _next(self, data: bytes) -> tuple[Table, Row] | None:
        if self._end is not None:
            raise BadBackup("it is damaged: something follows its end")
        try:
            line = _line(data)
            if isinstance(line, _End):
                self._ends(line)
                return None
            name, partition, key, plain = line
            found = Table(name), Row(partition, key, columns_from(plain), "")
        except (msgspec.DecodeError, ValueError):
            raise BadBackup("it is damaged: a line cannot be read") from None
        self._sum.update(data)
        self._counts[name] += 1
        return found

    def _ends(self, end: _End) -> None:
        if end.checksum != self._sum.hexdigest() or end.counts != self._counts:
            raise BadBackup("it is damaged: its checksum differs")
        self._end = end

"""The rows of a store as text: an SQL dump of an SQLite file, and entities of Azure Table storage."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from azure.data.tables import EdmType, EntityProperty, TableEntity

from bot.core.ports import Change, Insert, Row, Store, Table
from bot.store.azure.entities import entity_of, row_of
from bot.store.keys import OPERATION
from bot.store.sqlite.store import SqliteStore

Rows = dict[Table, list[Row]]
_WIDTH = 100
_LINE = 180
_PIECE = re.compile(rf".{{{_WIDTH},}}?(?:[,}}]|$)|.+", re.DOTALL)
"""A piece of a long text: it ends behind a comma or a brace, so that a difference shows in few lines."""
_TYPE = "@odata.type"
_AT_ONCE = 100


def dumped(path: Path) -> str:
    """The SQLite file as SQL, rows in the order of their keys. Etags are made by chance: here they count."""
    connection = sqlite3.connect(path)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        made = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL")]
        lines = [f"PRAGMA user_version = {version};", *(f"{sql.strip()};" for sql in made)]
        for table in Table:
            chosen = f"SELECT partition, key, columns FROM {table.value} ORDER BY partition, key"  # noqa: S608
            for number, (partition, key, columns) in enumerate(connection.execute(chosen), 1):
                values = ", ".join(map(_quoted, (partition, key, f"{number:016x}")))
                into = f"INSERT INTO {table.value} VALUES"
                lines.append(f"{into} ({values},\n  {_broken(columns)});")
    finally:
        connection.close()
    return "\n".join(lines) + "\n"


def restored(sql: str, path: Path) -> None:
    """An SQLite file of a dump."""
    connection = sqlite3.connect(path)
    try:
        connection.executescript(f"BEGIN; {sql} COMMIT;")
    finally:
        connection.close()


class Played(SqliteStore):
    """An SQLite store in memory, where nothing waits for a disk: the same play leaves the same rows. It
    knows which partitions it has."""

    def __init__(self) -> None:
        super().__init__(":memory:")
        self._places: set[tuple[Table, str]] = set()

    async def commit(self, table: Table, partition: str, changes: Sequence[Change]) -> Mapping[str, str]:
        self._places.add((table, partition))
        return await super().commit(table, partition, changes)

    async def everything(self) -> Rows:
        """All rows in it."""
        return await _rows(self, self._places)


async def read(path: Path) -> Rows:
    """All rows of an SQLite file, as the SQLite store gives them."""
    connection = sqlite3.connect(path)
    places: set[tuple[Table, str]] = set()
    for table in Table:
        found = connection.execute(f"SELECT DISTINCT partition FROM {table.value}")  # noqa: S608
        places |= {(table, partition) for (partition,) in found}
    connection.close()
    store = SqliteStore(str(path))
    try:
        return await _rows(store, places)
    finally:
        await store.close()


async def _rows(store: Store, places: set[tuple[Table, str]]) -> Rows:
    found: Rows = {table: [] for table in Table}
    for table, partition in sorted(places):
        found[table] += await store.query(table, partition)
    return found


async def fill(store: Store, rows: Rows) -> None:
    """Write all rows into an empty store."""
    for table, found in rows.items():
        for partition in dict.fromkeys(row.partition for row in found):
            changes = [Insert(row.key, row.columns) for row in found if row.partition == partition]
            for start in range(0, len(changes), _AT_ONCE):
                await store.commit(table, partition, changes[start : start + _AT_ONCE])


def as_entities(rows: Rows) -> dict[str, list[dict[str, Any]]]:
    """The rows as Azure's JSON has them. A long text stands in pieces."""
    return {table.value: [_entity(row) for row in found] for table, found in rows.items()}


def of_entities(entities: Mapping[str, Sequence[Mapping[str, Any]]]) -> Rows:
    """The rows, as the Azure adapter reads these entities."""
    return {table: [_row(entity) for entity in entities[table.value]] for table in Table}


def _entity(row: Row) -> dict[str, Any]:
    found: dict[str, Any] = {}
    # As a commit does; its id is made by chance.
    columns = {**row.columns, OPERATION: "0" * 32}
    for name, value in entity_of(row.partition, row.key, columns).items():
        if isinstance(value, datetime):
            found |= {f"{name}{_TYPE}": EdmType.DATETIME.value, name: value.astimezone(UTC).isoformat()}
        elif isinstance(value, EntityProperty):
            found |= {f"{name}{_TYPE}": EdmType.INT64.value, name: str(value.value)}
        else:
            found[name] = pieces(value) if isinstance(value, str) and len(value) > _WIDTH else value
    return found


def _row(found: Mapping[str, Any]) -> Row:
    entity = TableEntity()
    for name, value in found.items():
        if name.endswith(_TYPE):
            continue
        kind = found.get(name + _TYPE)
        if kind == EdmType.DATETIME.value:
            entity[name] = datetime.fromisoformat(value)
        elif kind is not None:
            entity[name] = EntityProperty(int(value), EdmType.INT64)
        else:
            entity[name] = "".join(value) if isinstance(value, list) else value
    entity._metadata = {"etag": "", "timestamp": None}
    return row_of(entity)


def pieces(text: str) -> list[str]:
    """A long text in pieces of about a line."""
    return _PIECE.findall(text)


def compact(value: Any, level: int = 0) -> str:
    """JSON with a line for each short part, so that it is small and its differences can be read."""
    flat = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if len(flat) <= _LINE or not isinstance(value, dict | list) or not value:
        return flat
    inner, outer = " " * (level + 1), " " * level
    if isinstance(value, dict):
        parts = [
            f"{json.dumps(key, ensure_ascii=False)}:{compact(one, level + 1)}" for key, one in value.items()
        ]
        opened, closed = "{", "}"
    else:
        parts, opened, closed = [compact(one, level + 1) for one in value], "[", "]"
    return f"{opened}\n{inner}" + f",\n{inner}".join(parts) + f"\n{outer}{closed}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _broken(text: str) -> str:
    return " ||\n  ".join(map(_quoted, pieces(text))) or "''"

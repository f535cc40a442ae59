"""Takes an SQLite file of an earlier format over, in the one transaction in which it is opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from bot.core.ports import Table
from bot.store.formats import FORMAT, check_format
from bot.store.sqlite.rows import Statements

_MOVE = """
INSERT INTO TABLE_NAME (partition, key, etag, columns)
SELECT partition, key, etag, columns FROM TABLE_NAME_before ORDER BY partition, key
"""


def format_of(connection: sqlite3.Connection) -> int:
    """The number that the file carries, 0 where it is new; StoreUnavailable for one that is not known."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    check_format(found)
    return found


def take_over(connection: sqlite3.Connection, tables: Collection[Table]) -> int:
    """Bring the file to the present format and make what is missing; the format that it had. The caller
    begins the transaction and ends it."""
    found, run = format_of(connection), connection.execute
    if found == 1:
        # The tables only order their columns otherwise: each is written anew.
        for table in tables:
            _write_anew(connection, table)
    for table in tables:
        run(Statements.of(table).create)
    run(f"PRAGMA user_version = {FORMAT}")
    return found or FORMAT


def _write_anew(connection: sqlite3.Connection, table: Table) -> None:
    run, name = connection.execute, table.value
    if not run("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,)).fetchone():
        return
    run(f"ALTER TABLE {name} RENAME TO {name}_before")
    run(Statements.of(table).create)
    run(_MOVE.replace("TABLE_NAME", name))
    run(f"DROP TABLE {name}_before")

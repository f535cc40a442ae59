"""Many workshops in an SQLite file: those of tests/stored, again and again in channels of their own."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from bot.core.keys import engagement_id, place_key
from bot.core.ports import Table
from tests.stored.files import SQL
from tests.stored.rows import restored
from tests.stored.test_stored import FOLDER


def many(path: Path, copies: int) -> None:
    """Eleven workshops, and eleven more for each further copy. Chats and pending sends come once."""
    restored(FOLDER.text(SQL), path)
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("PRAGMA journal_mode = WAL")
        states = connection.execute("SELECT columns FROM engagements WHERE key = 'state'").fetchall()
        for (columns,) in states:
            for number in range(1, copies):
                _copy(connection, json.loads(json.loads(columns)["doc0"]), number)
    connection.close()


def _copy(connection: sqlite3.Connection, state: dict[str, str], number: int) -> None:
    tenant, channel, count = state["tenant"], state["channel"], int(state["number"])
    other = f"{channel}-{number}"
    names = {
        state["id"]: engagement_id(tenant, other, count),
        place_key(tenant, channel): place_key(tenant, other),
        channel: other,
    }
    for table in (Table.ENGAGEMENTS, Table.CHANNELS, Table.PORTFOLIO, Table.DUE):
        found = connection.execute(
            f"SELECT partition, key, columns FROM {table.value} WHERE ?1 IN (partition, key)"  # noqa: S608
            " OR (?2 = 'channels' AND partition = ?3) OR (?2 = 'due' AND instr(key, ?1))",
            (state["id"], table.value, place_key(tenant, channel)),
        ).fetchall()
        for row in found:
            copied = [_renamed(text, names) for text in row]
            connection.execute(
                f"INSERT OR REPLACE INTO {table.value} VALUES (?, ?, 'e', ?)",  # noqa: S608
                copied,
            )


def _renamed(text: str, names: dict[str, str]) -> str:
    for old, new in names.items():
        text = text.replace(old, new)
    return text

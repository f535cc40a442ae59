"""A store of SQLite that is only read: beside other processes, and where nothing at all can be written."""

from __future__ import annotations

import os
import sqlite3
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.core.ports import Insert, StoreUnavailable, Table
from bot.store.backup import making
from bot.store.sqlite.read_only import open_read_only
from bot.store.sqlite.store import SqliteStore

CHOSEN = "SELECT partition FROM engagements"


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    """The file of a store with one row."""
    store = SqliteStore(str(tmp_path / "x #1.db"))
    await store.commit(Table.ENGAGEMENTS, "one", [Insert("state", {"a": 1})])
    await store.close()
    return tmp_path / "x #1.db"


def read_only_disk(database: str, **given: Any) -> sqlite3.Connection:
    """As SQLite does where it may make no file: only what never changes can be opened."""
    if "immutable=1" not in database:
        return sqlite3.connect(":memory:", factory=Refusing)
    found: sqlite3.Connection = sqlite3.connect(database, **given)
    return found


class Refusing(sqlite3.Connection):
    """A connection that finds no room for its files."""

    def execute(self, *_: Any) -> sqlite3.Cursor:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error


async def test_it_reads_beside_another_process_and_writes_nothing(path: Path) -> None:
    writing = SqliteStore(str(path))
    reading = SqliteStore(str(path), read_only=True)
    await writing.commit(Table.ENGAGEMENTS, "two", [Insert("state", {"a": 2})])
    assert [row.partition async for row in reading.scan(Table.ENGAGEMENTS, "state")] == ["one", "two"]
    with pytest.raises(StoreUnavailable):
        await reading.commit(Table.ENGAGEMENTS, "three", [Insert("state", {})])
    await reading.close()
    await writing.close()


async def test_a_file_that_is_missing_is_an_empty_store_and_stays_missing(tmp_path: Path) -> None:
    store = SqliteStore(str(tmp_path / "no.db"), read_only=True)
    assert [row async for row in store.scan(Table.ENGAGEMENTS, "state")] == []
    await store.close()
    assert os.listdir(tmp_path) == []


def test_where_nothing_can_be_written_the_file_is_read_by_itself(path: Path) -> None:
    connection = open_read_only(path, 0.1, read_only_disk)
    assert connection.execute(CHOSEN).fetchall() == [("one",)]
    connection.close()


async def test_where_nothing_can_be_written_a_backup_is_made_elsewhere(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "open_read_only", partial(open_read_only, connect=read_only_disk))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    async with making.snapshot_of(path, elsewhere) as store:
        assert [row.partition async for row in store.scan(Table.ENGAGEMENTS, "state")] == ["one"]


def test_a_file_whose_last_writes_cannot_be_read_is_not_read_without_them(path: Path) -> None:
    path.with_name(f"{path.name}-wal").write_bytes(b"something")
    with pytest.raises(sqlite3.OperationalError, match="unable to open database file"):
        open_read_only(path, 0.1, read_only_disk)


async def test_what_is_no_store_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("no database, but a text that is longer than the head of one " * 10)
    with pytest.raises(StoreUnavailable, match=r"^x\.db cannot be opened: file is not a database$"):
        SqliteStore(str(tmp_path / "x.db"), read_only=True)

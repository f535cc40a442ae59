"""An SQLite store that cannot keep what it is given says so, and acknowledges nothing."""

from __future__ import annotations

import resource
import signal
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.ports import Insert, StoreUnavailable, Table
from bot.store.sqlite.store import SqliteStore

T = Table.ENGAGEMENTS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ssat.db"


@pytest.fixture
async def store(path: Path) -> AsyncIterator[SqliteStore]:
    opened = SqliteStore(str(path), patience=0.3)
    await opened.commit(T, "p", [Insert("before")])
    yield opened
    await opened.close()


async def test_a_store_in_order_answers_a_probe_and_keeps_no_row_of_it(store: SqliteStore) -> None:
    for _ in range(3):
        await store.probe()
    for table in Table:
        assert len([row async for row in store.rows(table, lambda *_: None)]) == (1 if table is T else 0)


@pytest.mark.parametrize("ending", ["", "-wal"])
async def test_nothing_is_acknowledged_into_a_file_that_was_deleted(
    store: SqliteStore, path: Path, ending: str
) -> None:
    path.with_name(path.name + ending).unlink()
    with pytest.raises(StoreUnavailable, match="was deleted or replaced"):
        await store.commit(T, "p", [Insert("after")])
    with pytest.raises(StoreUnavailable, match="was deleted or replaced"):
        await store.probe()


async def test_nor_into_one_in_whose_place_another_lies(store: SqliteStore, path: Path) -> None:
    _moves(path)
    other = SqliteStore(str(path))
    with pytest.raises(StoreUnavailable, match="was deleted or replaced"):
        await store.commit(T, "p", [Insert("after")])
    await other.probe()
    await other.close()


@pytest.mark.parametrize("table", list(Table))
async def test_a_missing_table_is_found_out(store: SqliteStore, path: Path, table: Table) -> None:
    other = sqlite3.connect(path)
    other.execute(f"DROP TABLE {table.value}")
    other.close()
    with pytest.raises(StoreUnavailable, match="no such table"):
        await store.probe()


async def test_a_file_that_another_process_holds_is_found_out_and_free_again(
    store: SqliteStore, path: Path
) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreUnavailable):
        await store.probe()
    other.execute("ROLLBACK")
    other.close()
    await store.probe()


async def test_a_full_disk_is_found_out_and_room_again(store: SqliteStore, path: Path) -> None:
    log = path.with_name("ssat.db-wal")
    before, usual = resource.getrlimit(resource.RLIMIT_FSIZE), signal.getsignal(signal.SIGXFSZ)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size, before[1]))
    try:
        with pytest.raises(StoreUnavailable):
            await store.probe()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, usual)
    await store.probe()


def _moves(path: Path) -> None:
    path.rename(path.with_name("moved.db"))

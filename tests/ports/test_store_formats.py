"""The format that a store carries: a newer one is refused by name, an earlier one is taken over."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sqlite3
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from azure.data.tables.aio import TableServiceClient
from msgspec.structs import replace

from bot.core.ports import Insert, Replace, Row, Store, StoreUnavailable, Table
from bot.kept.engagements import Engagements
from bot.kept.loaded import always
from bot.kept.state.migrating import migrate
from bot.kept.state.row import STATE_ROW
from bot.store.azure.format import FORMAT_TABLE
from bot.store.formats import FORMAT
from bot.store.open import found_format, open_store
from bot.store.sqlite.store import SqliteStore
from tests.kept.killed_migration import LOUDER, louder
from tests.ports.azurite import Azurite
from tests.stored.added import COLUMN, document_of, with_added
from tests.stored.book import stored_book
from tests.stored.files import SQL, Folder
from tests.stored.later import THEN
from tests.stored.rows import restored

T = Table.ENGAGEMENTS
ROOT = Path(__file__).parents[2]
OF_FORMAT_1 = Folder(ROOT / "tests/stored/format-1")
REFUSAL = f"it has format 99, this program knows {FORMAT}: a newer version wrote it, use that one"

DIE_WHILE_TAKING_OVER = """
import os, signal, sqlite3, sys
from bot.store.sqlite import store
from bot.store.sqlite.store import SqliteStore

class Dying(sqlite3.Connection):
    def execute(self, statement, *values):
        if statement == "DROP TABLE portfolio_before":
            os.kill(os.getpid(), signal.SIGKILL)
        return super().execute(statement, *values)

store._open = lambda path, patience: sqlite3.connect(path, isolation_level=None, factory=Dying)
SqliteStore(sys.argv[1])
"""


def of_format_1(folder: Path) -> Path:
    """A file as format 1 left it."""
    file = folder / "ssat.db"
    restored(OF_FORMAT_1.text(SQL), file)
    return file


def inside(file: Path) -> tuple[int, str, list[tuple[str, ...]]]:
    """The number that a file carries, the tables' order of columns, and all rows."""
    connection = sqlite3.connect(file)
    try:
        number = connection.execute("PRAGMA user_version").fetchone()[0]
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        assert sorted(names) == sorted(Table)
        orders = {
            ",".join(column[1] for column in connection.execute(f"PRAGMA table_info({name})"))
            for name in names
        }
        rows: list[tuple[str, ...]] = []
        for table in Table:
            rows += connection.execute(f"SELECT partition, key, etag, columns FROM {table} ORDER BY 1, 2")  # noqa: S608
        return number, "; ".join(orders), rows
    finally:
        connection.close()


async def renumbered(place: TableServiceClient, prefix: str, number: int) -> None:
    table = place.get_table_client(prefix + FORMAT_TABLE)
    await table.upsert_entity({"PartitionKey": "store", "RowKey": "format", "number": number})


async def test_a_file_of_a_newer_format_is_refused_in_one_line_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "ssat.db"
    await SqliteStore(str(file)).close()
    other = sqlite3.connect(file)
    other.execute("PRAGMA user_version = 99")
    other.close()
    before = file.read_bytes()
    for reading in (False, True):
        with pytest.raises(StoreUnavailable) as refused:
            SqliteStore(str(file), read_only=reading)
        assert str(refused.value) == f"ssat.db cannot be opened: {REFUSAL}"
    assert file.read_bytes() == before


async def test_tables_of_a_newer_format_are_refused_in_one_line(azurite: Azurite) -> None:
    prefix, place = azurite.new_prefix(), azurite.connection_string()
    async with TableServiceClient.from_connection_string(place) as tables:
        for number in (1, FORMAT, 99):
            store = await open_store("azure-tables", connection_string=place, prefix=prefix)
            assert await store.commit(T, f"p{number}", [Insert("k")])
            await store.close()
            await renumbered(tables, prefix, number)
        for reading in (False, True):
            with pytest.raises(StoreUnavailable) as refused:
                await open_store("azure-tables", connection_string=place, prefix=prefix, read_only=reading)
            assert str(refused.value) == REFUSAL


async def test_tables_carry_their_number_from_the_first_time_that_they_are_opened_to_be_written(
    azurite: Azurite,
) -> None:
    prefix, place = azurite.new_prefix(), azurite.connection_string()
    async with TableServiceClient.from_connection_string(place) as tables:
        number = tables.get_table_client(prefix + FORMAT_TABLE)
        store = await open_store("azure-tables", connection_string=place, prefix=prefix, read_only=True)
        await store.close()
        assert [
            table.name async for table in tables.query_tables(f"TableName eq '{prefix}{FORMAT_TABLE}'")
        ] == []
        for _ in range(2):
            store = await open_store("azure-tables", connection_string=place, prefix=prefix)
            assert found_format(store) == FORMAT
            await store.close()
            assert (await number.get_entity("store", "format"))["number"] == FORMAT
        await renumbered(tables, prefix, 1)
        store = await open_store("azure-tables", connection_string=place, prefix=prefix)
        assert found_format(store) == 1
        await store.close()
        assert (await number.get_entity("store", "format"))["number"] == FORMAT


async def test_on_every_store_the_version_before_goes_on_beside_the_next_one(
    opening: Callable[[], Awaitable[Store]],
) -> None:
    rows = await Folder(ROOT / "tests/stored/2026-11-28").rows()
    state = max((row for row in rows[T] if row.key == STATE_ROW), key=lambda row: len(str(row.columns)))
    store = await opening()
    engagements = Engagements(store, always(stored_book()))
    await store.commit(T, state.partition, [Insert(STATE_ROW, state.columns)])
    loaded = await engagements.load(state.partition)
    assert loaded is not None
    await engagements.brought_forward(loaded, THEN)
    row = await store.get(T, state.partition, STATE_ROW)
    assert row is not None
    added = with_added(row)
    await store.commit(T, state.partition, [Replace(STATE_ROW, added, row.etag)])
    loaded = await engagements.load(state.partition)
    assert loaded is not None
    after = replace(loaded.engagement, reviewed="2026-12-01")
    await engagements.commit(loaded, after, (), THEN)
    row = await store.get(T, state.partition, STATE_ROW)
    assert row is not None
    before = document_of(Row("", "", added, ""))
    assert document_of(row) == {**before, "reviewed": "2026-12-01"}
    assert row.columns[COLUMN] == added[COLUMN]
    for forward in (1, 0):
        assert (await migrate(store, always(stored_book()), THEN, migrations=LOUDER)).forward == forward
    row = await store.get(T, state.partition, STATE_ROW)
    assert row is not None
    assert document_of(row) == louder({**before, "reviewed": "2026-12-01", "version": 3})
    await store.close()


async def test_who_opens_a_store_finds_no_row_that_is_none_of_a_workshop(
    opening: Callable[[], Awaitable[Store]],
) -> None:
    store = await opening()
    for table in Table:
        assert list(await store.query(table, "store")) == []
    await store.close()


async def test_format_1_is_taken_over_with_every_row_and_tag(tmp_path: Path) -> None:
    file = of_format_1(tmp_path)
    number, order, rows = inside(file)
    assert (number, order, len(rows)) == (1, "partition,key,columns,etag", 39)
    store = SqliteStore(str(file))
    assert store.found_format == 1
    await store.close()
    assert inside(file) == (FORMAT, "partition,key,etag,columns", rows)
    again = SqliteStore(str(file))
    assert again.found_format == FORMAT
    await again.close()


async def test_killed_while_taking_it_over_the_file_is_as_before_and_the_next_start_completes(
    tmp_path: Path,
) -> None:
    file = of_format_1(tmp_path)
    before = inside(file)
    killed = await asyncio.create_subprocess_exec(
        sys.executable, "-c", DIE_WHILE_TAKING_OVER, str(file), cwd=ROOT
    )
    assert await killed.wait() == -signal.SIGKILL
    assert inside(file) == before
    await SqliteStore(str(file)).close()
    assert inside(file) == (FORMAT, "partition,key,etag,columns", before[2])


async def test_a_file_is_read_as_it_is_where_it_is_only_read(tmp_path: Path) -> None:
    file = of_format_1(tmp_path)
    before = inside(file)
    store = SqliteStore(str(file), read_only=True)
    assert store.found_format == 1
    assert len([row async for row in store.scan(T, "state")]) == 2
    with pytest.raises(StoreUnavailable, match="readonly"):
        await store.commit(T, "p", [Insert("k")])
    await store.close()
    assert inside(file) == before


async def test_a_file_is_read_where_nothing_can_stand_beside_it(tmp_path: Path) -> None:
    store = SqliteStore(str(tmp_path / "ssat.db"))
    await store.commit(T, "p", [Insert("k", {"n": 1})])
    taken, left = tmp_path / "taken", tmp_path / "left"
    for folder in (taken, left):
        folder.mkdir()
        # In the place of the file that SQLite would make there, as on a file system that takes none.
        (folder / "ssat.db-shm").mkdir()
    for name in ("ssat.db", "ssat.db-wal"):
        shutil.copy(tmp_path / name, taken / name)
    await store.close()
    shutil.copy(tmp_path / "ssat.db", left / "ssat.db")
    for folder in (taken, left):
        store = SqliteStore(str(folder / "ssat.db"), read_only=True)
        assert [row.columns for row in await store.query(T, "p")] == [{"n": 1}]
        await store.close()


async def test_a_file_whose_last_writes_cannot_be_read_is_not_read_without_them(tmp_path: Path) -> None:
    file = tmp_path / "ssat.db"
    await SqliteStore(str(file)).close()
    (tmp_path / "ssat.db-wal").mkdir()
    with pytest.raises(StoreUnavailable, match=r"ssat\.db cannot be opened: unable to open database file"):
        SqliteStore(str(file), read_only=True)


async def test_who_only_reads_sees_what_is_written_meanwhile(tmp_path: Path) -> None:
    file = str(tmp_path / "ssat.db")
    store = SqliteStore(file)
    await store.commit(T, "p", [Insert("a")])
    reader = SqliteStore(file, read_only=True)
    await store.commit(T, "p", [Insert("b")])
    assert [row.key for row in await reader.query(T, "p")] == ["a", "b"]
    await reader.close()
    await store.close()

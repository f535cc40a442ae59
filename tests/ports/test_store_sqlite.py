"""What the SQLite store promises beyond the suite: other processes, crashes, and files that do not open."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot.core.ports import Conflict, Insert, Replace, StoreUnavailable, Table
from bot.store.open import open_store
from bot.store.sqlite.store import SqliteStore

T = Table.ENGAGEMENTS

COUNT_UP = """
import asyncio, sys
from bot.core.ports import Conflict, Replace, Table
from bot.store.sqlite.store import SqliteStore

async def main():
    store = SqliteStore(sys.argv[1])
    for _ in range(int(sys.argv[2])):
        while True:
            row = await store.get(Table.ENGAGEMENTS, "p", "count")
            try:
                change = Replace("count", {"n": row.columns["n"] + 1}, row.etag)
                await store.commit(Table.ENGAGEMENTS, "p", [change])
                break
            except Conflict:
                pass

asyncio.run(main())
"""

WRITE_AND_DIE = """
import asyncio, os, signal, sys
from bot.core.ports import Insert, Table
from bot.store.sqlite.store import SqliteStore

async def main():
    store = SqliteStore(sys.argv[1])
    await store.commit(Table.ENGAGEMENTS, "p", [Insert("a", {"n": 1}), Insert("b", {"n": 2})])
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


def other_process(program: str, *arguments: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)], cwd=Path(__file__).parents[2]
    )


async def test_two_processes_on_one_file_lose_no_write_and_see_each_other(tmp_path: Path) -> None:
    path = str(tmp_path / "rows.db")
    store = SqliteStore(path)
    etag = (await store.commit(T, "p", [Insert("count", {"n": 0})]))["count"]
    others = [other_process(COUNT_UP, path, 100) for _ in range(2)]
    for other in others:
        assert await asyncio.to_thread(other.wait, 30) == 0
    row = await store.get(T, "p", "count")
    assert row is not None
    assert row.columns == {"n": 200}
    with pytest.raises(Conflict):
        await store.commit(T, "p", [Replace("count", {"n": 1}, etag)])
    await store.close()


async def test_what_was_committed_outlives_kill_9(tmp_path: Path) -> None:
    path = str(tmp_path / "rows.db")
    other = other_process(WRITE_AND_DIE, path)
    assert await asyncio.to_thread(other.wait, 30) == -signal.SIGKILL
    store = SqliteStore(path)
    assert [row.columns["n"] for row in await store.query(T, "p")] == [1, 2]
    await store.close()


async def test_every_commit_is_on_the_disk_before_it_returns(tmp_path: Path) -> None:
    store = SqliteStore(str(tmp_path / "rows.db"))
    modes = [
        store._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")
    ]
    assert modes == ["wal", 2]
    await store.close()


async def test_commits_that_come_together_wait_for_the_disk_once_and_a_conflict_undoes_itself_alone(
    tmp_path: Path,
) -> None:
    store, said = SqliteStore(str(tmp_path / "rows.db")), list[str]()
    await store.commit(T, "3", [Insert("k", {"n": 0})])
    store._connection.set_trace_callback(said.append)
    both = [Insert("first", {"n": 1}), Insert("k", {"n": 2})]
    came = await asyncio.gather(
        *(store.commit(T, str(number), both) for number in range(8)), return_exceptions=True
    )
    assert said.count("COMMIT") == 1
    assert [number for number, result in enumerate(came) if isinstance(result, Conflict)] == [3]
    rows = {number: await store.query(T, str(number)) for number in range(8)}
    assert [row.columns["n"] for row in rows.pop(3)] == [0], "nothing of it is left"
    assert all([row.columns["n"] for row in found] == [1, 2] for found in rows.values())
    await store.close()


async def test_who_gives_up_before_the_transaction_has_written_nothing(tmp_path: Path) -> None:
    store = SqliteStore(str(tmp_path / "rows.db"))
    stays, gives_up = (asyncio.ensure_future(store.commit(T, "p", [Insert(key)])) for key in "ab")
    await asyncio.sleep(0)
    gives_up.cancel()
    assert list(await stays) == ["a"]
    assert [row.key for row in await store.query(T, "p")] == ["a"]
    await store.close()


async def test_what_was_on_its_way_is_written_before_the_store_is_closed(tmp_path: Path) -> None:
    path = str(tmp_path / "rows.db")
    store = SqliteStore(path)
    commit = asyncio.ensure_future(store.commit(T, "p", [Insert("a")]))
    await asyncio.sleep(0)
    await store.close()
    assert list(await commit) == ["a"]
    again = SqliteStore(path)
    assert [row.key for row in await again.query(T, "p")] == ["a"]
    await again.close()


async def test_a_file_that_another_process_holds_is_unavailable_in_time_and_the_loop_goes_on(
    tmp_path: Path,
) -> None:
    path = str(tmp_path / "rows.db")
    store = SqliteStore(path, patience=0.15)
    await store.commit(T, "p", [Insert("k", {"n": 1})])
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    commit = asyncio.ensure_future(store.commit(T, "p", [Insert("new")]))
    await asyncio.sleep(0)
    row = await store.get(T, "p", "k")
    assert row is not None, "reading goes on while somebody writes"
    assert not commit.done()
    with pytest.raises(StoreUnavailable):
        await commit
    holder.execute("ROLLBACK")
    holder.close()
    assert "new" in await store.commit(T, "p", [Insert("new")])
    await store.close()


async def test_only_its_owner_can_read_the_file(tmp_path: Path) -> None:
    store = SqliteStore(str(tmp_path / "rows.db"))
    await store.commit(T, "p", [Insert("k")])
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in os.scandir(tmp_path)}
    assert modes == {"rows.db": 0o600, "rows.db-wal": 0o600, "rows.db-shm": 0o600}
    await store.close()


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match=r"rows\.db cannot be opened"):
        SqliteStore(str(tmp_path / "missing" / "rows.db"))
    (tmp_path / "rows.db").write_text("this is no database, and long enough to be seen as none " * 9)
    with pytest.raises(StoreUnavailable, match=r"rows\.db cannot be opened: file is not a database"):
        SqliteStore(str(tmp_path / "rows.db"))


async def test_a_closed_store_is_not_ready() -> None:
    store = SqliteStore(":memory:")
    await store.close()
    with pytest.raises(StoreUnavailable):
        await store.probe()


async def test_the_path_after_three_slashes_is_relative_and_after_four_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, url in {"a.db": "sqlite:///a.db", "b.db": f"sqlite:///{tmp_path}/b.db"}.items():
        store = await open_store(url)
        assert (tmp_path / name).exists()
        await store.close()


@pytest.mark.parametrize("url", ["", "sqlite://", "sqlite:///", "postgres://host", "azure-tables"])
async def test_a_store_that_the_settings_do_not_name_well_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"^(a store is|azure-tables needs) "):
        await open_store(url)

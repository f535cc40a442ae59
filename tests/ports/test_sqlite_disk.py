"""SQLite's limits: what stands in its file and what beside it, and the disks on which it breaks."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.core.ports import Insert, Table
from bot.store.open import disk_fault
from bot.store.sqlite import disk
from bot.store.sqlite.disk import network_disk
from bot.store.sqlite.store import SqliteStore

T = Table.ENGAGEMENTS
MOUNTS = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
31 27 0:40 / /share rw,relatime - cifs //files.example/one rw,vers=3.1.1
32 31 0:41 / /share/local\040disk rw - ext4 /dev/vdb rw
33 27 0:42 / /data rw - ext4 /dev/vdc rw
34 27 0:43 / /data rw - nfs4 server:/data rw
35 27 0:44 / /blobs rw - fuse.blobfuse2 blobfuse2 rw
36 27 0:45 / /mine rw - fuse.encfs encfs rw
no line of a mount at all
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    file = tmp_path / "mountinfo"
    file.write_text(MOUNTS, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/share/site/ssat.db", "cifs"),
        ("/share/local disk/ssat.db", ""),
        ("/data/ssat.db", "nfs4"),
        ("/blobs/a/b/ssat.db", "fuse.blobfuse2"),
        ("/mine/ssat.db", ""),
        ("/srv/ssat.db", ""),
        ("/database/ssat.db", ""),
    ],
)
def test_a_network_disk_is_known_by_what_is_mounted_there(path: str, kind: str, mounts: Path) -> None:
    assert network_disk(Path(path), mounts) == kind


def test_where_the_system_does_not_tell_nothing_is_said(tmp_path: Path) -> None:
    assert network_disk(tmp_path / "ssat.db", tmp_path / "missing") == ""


def test_a_link_to_a_share_is_a_share(tmp_path: Path, mounts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "MOUNTS", mounts)
    (tmp_path / "link").symlink_to("/share")
    assert disk_fault(f"sqlite:///{tmp_path}/link/ssat.db").startswith("cifs is a network disk")


def test_only_an_sqlite_file_minds_its_disk(tmp_path: Path) -> None:
    for url in ("azure-tables", "sqlite:///:memory:", f"sqlite:///{tmp_path / 'ssat.db'}"):
        assert disk_fault(url) == ""


@pytest.fixture
async def written(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    """Twenty-five answers, each acknowledged."""
    store = SqliteStore(str(tmp_path / "ssat.db"))
    for number in range(25):
        await store.commit(T, f"p{number}", [Insert("k", {"n": number})])
    yield store
    await store.close()


async def test_a_plain_copy_holds_what_was_moved_into_the_file(written: SqliteStore, tmp_path: Path) -> None:
    assert _in_a_copy(tmp_path) == 0, "all of it is in the log beside the file"
    await written.checkpoint()
    assert _in_a_copy(tmp_path) == 25
    assert (tmp_path / "ssat.db-wal").stat().st_size == 0


async def test_it_is_moved_a_while_after_it_was_written(tmp_path: Path) -> None:
    store = SqliteStore(str(tmp_path / "ssat.db"), checkpoint_after=0.05)
    for key in "ab":
        await store.commit(T, key, [Insert("k")])
        async with asyncio.timeout(5):
            while (await asyncio.to_thread((tmp_path / "ssat.db-wal").stat)).st_size:
                continue
    assert _in_a_copy(tmp_path) == 2
    await store.close()


async def test_who_reads_meanwhile_is_not_disturbed_and_nothing_is_lost(
    written: SqliteStore, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "ssat.db", isolation_level=None)) as reading:
        reading.execute("BEGIN")
        assert reading.execute("SELECT count(*) FROM engagements").fetchone() == (25,)
        await written.commit(T, "p25", [Insert("k", {"n": 25})])
        await written.checkpoint()
        assert reading.execute("SELECT count(*) FROM engagements").fetchone() == (25,)
        reading.execute("COMMIT")
    await written.checkpoint()
    assert _in_a_copy(tmp_path) == 26


async def test_commits_go_on_beside_it(written: SqliteStore, tmp_path: Path) -> None:
    more = [written.commit(T, f"q{number}", [Insert("k")]) for number in range(40)]
    await asyncio.gather(*more, *(written.checkpoint() for _ in range(5)))
    await written.checkpoint()
    assert _in_a_copy(tmp_path) == 65


async def test_after_the_end_nothing_is_beside_the_file(tmp_path: Path) -> None:
    store = SqliteStore(str(tmp_path / "ssat.db"))
    await store.commit(T, "p", [Insert("k")])
    await store.close()
    assert _in_a_copy(tmp_path) == 1
    assert not (tmp_path / "ssat.db-wal").exists()


def _in_a_copy(folder: Path) -> int:
    """The rows of a plain copy of the file alone."""
    copy = folder / "copy" / "ssat.db"
    copy.parent.mkdir(exist_ok=True)
    shutil.copyfile(folder / "ssat.db", copy)
    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        if not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return 0
        found: int = database.execute("SELECT count(*) FROM engagements").fetchone()[0]
    return found

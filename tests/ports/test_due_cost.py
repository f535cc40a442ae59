"""What a sweep costs follows what is due, not what is stored; two processes or machines share it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.core.ports import Insert, Store, Table
from bot.kept.due_index import SHARDS, Due, due_of, schedule
from bot.store.azure.calls import Limits
from bot.store.azure.store import AzureTablesStore
from bot.store.sqlite.store import SqliteStore
from tests.ports.azurite import Azurite
from tests.ports.proxy import Fault, Proxy, drop, lose_answer, proxy_before

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
LATER = NOW + timedelta(days=30)
LEASE = timedelta(seconds=90)

CLAIM_ALL = """
import asyncio, sys
from datetime import datetime, timedelta
from bot.store.sqlite.store import SqliteStore

async def main():
    store, now = SqliteStore(sys.argv[1]), datetime.fromisoformat(sys.argv[2])
    print("ready", flush=True)
    sys.stdin.readline()
    while rows := await store.due(now, 10):
        for row in rows:
            if await store.claim(row, now + timedelta(seconds=90)):
                print(row.key)

asyncio.run(main())
"""


async def fill(store: Store, start: int, count: int, at: datetime) -> None:
    """Rows of one shard are one commit; the engagements differ."""
    many = [Due(f"engagement{number}", "checkin~1", at) for number in range(start, start + count)]
    for shard in SHARDS:
        rows = [Insert(due.key, due.columns(NOW)) for due in many if due.shard == shard]
        for begin in range(0, len(rows), 100):
            await store.commit(Table.DUE, shard, rows[begin : begin + 100])


class Steps:
    """How many steps SQLite's machine takes: the same at every run."""

    def __init__(self, store: SqliteStore) -> None:
        self.taken = 0
        store._connection.set_progress_handler(self._count, 1)

    def _count(self) -> int:
        self.taken += 1
        return 0

    async def of_a_sweep(self, store: Store, limit: int) -> tuple[int, int]:
        """(to find, to claim)"""
        self.taken = 0
        rows = await store.due(NOW, limit)
        found, self.taken = self.taken, 0
        for row in rows:
            assert await store.claim(row, NOW + LEASE)
        return found, self.taken


async def sqlite_steps(due: int, stored: int, limit: int = 100) -> tuple[int, int]:
    store = SqliteStore(":memory:")
    await fill(store, 0, due, NOW)
    await fill(store, due, stored, LATER)
    steps = await Steps(store).of_a_sweep(store, limit)
    await store.close()
    return steps


async def test_sqlite_takes_as_many_steps_whatever_is_stored() -> None:
    few, many = await sqlite_steps(10, 100), await sqlite_steps(10, 20_000)
    assert few == many
    assert await sqlite_steps(40, 100) > few


async def test_sqlite_reads_no_further_than_the_limit() -> None:
    assert (await sqlite_steps(2000, 0, limit=20))[0] < 2 * (await sqlite_steps(20, 0, limit=20))[0]


def sweeper_of(path: str) -> subprocess.Popen[str]:
    """A process that waits for a line, then claims whatever is due and prints it."""
    process = subprocess.Popen(
        [sys.executable, "-c", CLAIM_ALL, path, NOW.isoformat()],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


async def test_two_processes_on_one_file_claim_every_row_once(tmp_path: Path) -> None:
    path = str(tmp_path / "rows.db")
    store = SqliteStore(path)
    await fill(store, 0, 200, NOW)
    sweepers = [sweeper_of(path) for _ in range(2)]
    outputs = await asyncio.gather(*(asyncio.to_thread(one.communicate, "\n", 30) for one in sweepers))
    keys = [key for output, _ in outputs for key in output.split()]
    assert len(keys) == len(set(keys)) == 200
    assert await store.due(NOW, 1) == []
    await store.close()


async def test_a_claim_leaves_later_commits_waiting_for_the_disk() -> None:
    store = SqliteStore(":memory:")
    await schedule(store, Due("engagement", "checkin~1", NOW), NOW)
    (row,) = await store.due(NOW, 1)
    for expected in (True, False):
        assert (await store.claim(row, NOW + LEASE) is not None) is expected
        assert store._connection.execute("PRAGMA synchronous").fetchone() == (2,)
    await store.close()


Behind = tuple[AzureTablesStore, AzureTablesStore, Proxy]


@pytest.fixture
async def behind(azurite: Azurite) -> AsyncIterator[Behind]:
    """A store behind the proxy, another one that reaches Azurite directly, and the proxy."""
    prefix = azurite.new_prefix()
    other = await azurite.opened(prefix)
    async with proxy_before(azurite.port) as proxy:
        place = azurite.connection_string(proxy.port)
        store = AzureTablesStore.from_connection_string(place, prefix=prefix, limits=Limits(pause=0.01))
        yield store, other, proxy
        await store.close()
    await other.close()


@pytest.mark.parametrize("stored", [0, 1500])
async def test_azure_is_asked_once_a_shard_and_once_a_claim_whatever_is_stored(
    behind: Behind, stored: int
) -> None:
    store, other, proxy = behind
    await fill(other, 0, 12, NOW)
    await fill(other, 12, stored, LATER)
    rows = await store.due(NOW, 100)
    assert len(rows) == 12
    for row in rows:
        assert await store.claim(row, NOW + LEASE)
    assert proxy.seen == ["read"] * len(SHARDS) + ["commit"] * 12
    assert await store.due(NOW, 100) == []
    assert proxy.seen[len(SHARDS) + 12 :] == ["read"] * len(SHARDS)


async def test_azure_gives_more_than_a_page_and_no_more_than_the_limit(behind: Behind) -> None:
    store, other, _ = behind
    await fill(other, 0, 300, NOW)
    assert len(await store.due(NOW, 1001)) == 300
    assert len(await store.due(NOW, 7)) == 7


async def test_two_machines_claim_every_row_once(behind: Behind) -> None:
    store, other, _ = behind
    await fill(other, 0, 60, NOW)
    got: list[str] = []
    both = asyncio.Barrier(2)

    async def sweep(sweeper: Store, way: int) -> int:
        # The one behind the proxy is slower: of what both find at first, each begins at another end.
        mine, rows = 0, (await sweeper.due(NOW, 8))[::way]
        await both.wait()
        while rows:
            for row in rows:
                held = await sweeper.claim(row, NOW + LEASE)
                if held is not None:
                    got.append(due_of(held).engagement)
                    mine += 1
            rows = await sweeper.due(NOW, 8)
        return mine

    counts = await asyncio.gather(sweep(store, 1), sweep(other, -1))
    assert len(got) == len(set(got)) == 60
    assert all(counts)


@pytest.mark.parametrize("fault", [drop, lose_answer])
async def test_a_claim_whose_answer_is_lost_is_still_ones_own(behind: Behind, fault: Fault) -> None:
    store, other, proxy = behind
    await fill(other, 0, 1, NOW)
    (row,) = await store.due(NOW, 1)
    proxy.commits.append(fault)
    held = await store.claim(row, NOW + LEASE)
    assert held is not None
    assert await other.claim(row, NOW + LEASE) is None
    assert await other.get(Table.DUE, held.partition, held.key) == held

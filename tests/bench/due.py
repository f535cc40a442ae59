"""How long a sweep takes to find and claim what is due among very many scheduled check-ins."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from bot.core.ports import Delete, Table
from bot.kept.due_index import SHARDS, Due
from bot.store.sqlite.rows import Statements, packed
from bot.store.sqlite.store import SqliteStore

SCHEDULED = 1_000_000
DUE = 100
TARGET_MS = 5.0
_SWEEPS = 21
LEAST = 2 * DUE * _SWEEPS
_LEASE = timedelta(seconds=90)
_START = datetime(2031, 2, 3, 8, tzinfo=UTC)
_AFTER = _START + timedelta(days=30)
_YEAR = 365 * 24 * 3600
_ENGAGEMENT = 2 * f"{0x5A7:020x}~" + "0001"

# What lies in the year to come is never read, only passed over: keys of their own are enough.
_LATER = f"""
INSERT INTO {Table.DUE.value} (partition, key, columns, etag)
WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :count)
SELECT 'due' || (n % :shards),
       strftime('%Y-%m-%dT%H:%M:%S', :first + n * :year / :count, 'unixepoch') || substr(:key, 20) || n,
       :columns, :etag
FROM numbers
"""  # noqa: S608


@dataclass(frozen=True)
class Sweep:
    """Milliseconds."""

    found: float
    claimed: float

    @property
    def whole(self) -> float:
        return self.found + self.claimed


def measure(folder: Path, scheduled: int) -> str:
    """The row of the table, for LEAST or more, which go into the folder. RuntimeError where one is missed."""
    path = str(folder / "due.db")
    _fill(path, scheduled)
    sweeps = sorted(asyncio.run(_sweeps(path)), key=lambda sweep: sweep.whole)
    usual = median(sweep.whole for sweep in sweeps)
    return (
        f"{DUE} due of {scheduled:,} scheduled on SQLite: {usual:.1f} ms "
        f"(found {median(sweep.found for sweep in sweeps):.1f}, fastest {sweeps[0].whole:.1f}; "
        f"target {TARGET_MS:.0f} ms: {'met' if usual <= TARGET_MS else 'missed'})"
    )


def _fill(path: str, scheduled: int) -> None:
    """In one transaction, for each sweep what it is to find, and the rest in a year to come."""
    asyncio.run(SqliteStore(path).close())
    moments = [_START + timedelta(hours=sweep) for sweep in range(_SWEEPS) for _ in range(DUE)]
    due = [_row(Due(f"{_ENGAGEMENT}{number}", "checkin~1", at)) for number, at in enumerate(moments)]
    _, key, columns, etag = _row(Due(_ENGAGEMENT, "checkin~1", _AFTER))
    rest = {
        "count": scheduled - len(due),
        "shards": len(SHARDS),
        "first": int(_AFTER.timestamp()),
        "year": _YEAR,
        "key": key,
        "columns": columns,
        "etag": etag,
    }
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN")
    connection.executemany(Statements.of(Table.DUE).insert, due)
    connection.execute(_LATER, rest)
    connection.execute("COMMIT")
    connection.close()


def _row(due: Due) -> tuple[str, str, str, str]:
    return due.shard, due.key, packed(due.columns(_START)), "0123456789abcdef"


async def _sweeps(path: str) -> list[Sweep]:
    store = SqliteStore(path)
    sweeps: list[Sweep] = []
    for number in range(_SWEEPS):
        now = _START + timedelta(hours=number)
        began = time.perf_counter()
        rows = await store.due(now, DUE)
        found = time.perf_counter()
        held = [await store.claim(row, now + _LEASE) for row in rows]
        claimed = time.perf_counter()
        if len(rows) != DUE or None in held:
            raise RuntimeError(f"{len(rows)} due rows were found, {len(rows) - held.count(None)} claimed")
        for shard in SHARDS:
            done = [Delete(row.key) for row in rows if row.partition == shard]
            await store.commit(Table.DUE, shard, done)
        sweeps.append(Sweep((found - began) * 1000, (claimed - found) * 1000))
    await store.close()
    return sweeps

"""Rows that nobody can read, beside those of the workshops: they keep nobody back and stay as they are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.core.keys import engagement_id
from bot.core.ports import Column, Insert, Store, Table
from bot.core.questions.effects import PostResult
from bot.kept.due_index import Due
from bot.kept.state.row import STATE_ROW
from tests.service.client import TENANT
from tests.service.process import run_command

WORKSHOP = engagement_id(TENANT, "19:damaged@thread.tacv2", 1)
SECRET = "what-the-customer-said"
_AN_HOUR_AGO = datetime.now(UTC) - timedelta(hours=1)
_PENDING = "pending"
_MOVES = ("noted", "held")
"""Columns by which processes claim rows; that they try is right."""

Rows = Mapping[tuple[Table, str, str], Mapping[str, Column]]


def _rows() -> Rows:
    due = Due(WORKSHOP, "silence", _AN_HOUR_AGO)
    noted: dict[str, Column] = {"engagement": WORKSHOP, "kind": PostResult.kind, "noted": _AN_HOUR_AGO}
    return {
        (Table.ENGAGEMENTS, WORKSHOP, STATE_ROW): {"doc0": f'{{"customer": "{SECRET}', "status": "open"},
        (Table.PENDING, _PENDING, f"{WORKSHOP}~result~awareness"): {
            **noted,
            "effect": json.dumps({"factor": "awareness"}),
        },
        (Table.PENDING, _PENDING, f"{WORKSHOP}~result~training"): {**noted, "effect": SECRET},
        (Table.DUE, due.shard, due.key): due.columns(_AN_HOUR_AGO),
        (Table.DUE, due.shard, f"{due.key}~half"): {"engagement": WORKSHOP, "item": SECRET},
    }


async def plant(store: Store) -> None:
    """Write the rows."""
    for (table, partition, key), columns in _rows().items():
        await store.commit(table, partition, [Insert(key, columns)])


async def altered(store: Store, log: list[str]) -> list[str]:
    """A line for each of the rows that is not as it was, and for each line of a log that quotes one."""
    found = [f"a damaged row is in the log: {line}" for line in log if SECRET in line]
    for (table, partition, key), columns in _rows().items():
        row = await store.get(table, partition, key)
        if row is None or _stays(row.columns) != _stays(columns):
            found.append(f"the damaged row {key} of {table.value} is altered or gone")
    return found


def _stays(columns: Mapping[str, Column]) -> Mapping[str, Column]:
    return {name: value for name, value in columns.items() if name not in _MOVES}


async def exported_beside(folder: Path, settings: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Channel -> its engagement as json; the damaged workshop, and no other, is left out and named."""
    ran = await run_command(folder, settings, "export", "--format", "json")
    assert ran.err.startswith(f"export: engagement {WORKSHOP} is left out: ")
    assert (ran.code, ran.err.count("\n")) == (1, 1), ran.err
    return {one["channel"]: one for one in json.loads(ran.out)["engagements"]}

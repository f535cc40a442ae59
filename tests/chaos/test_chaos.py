"""Random workshops under kills, redeliveries and faults end with every acknowledged answer stored once."""

from __future__ import annotations

from pathlib import Path

from tests.chaos.run import Plan, run
from tests.ports.azurite import Azurite, azurite

__all__ = ["azurite"]


async def test_a_thousand_turns_on_two_instances_lose_nothing_and_double_nothing(
    azurite: Azurite, tmp_path: Path
) -> None:
    plan = Plan(turns=1000)
    counts = await run(plan, tmp_path, azurite)
    assert counts.good, counts.table()
    assert counts.turns >= plan.turns
    assert counts.kills >= plan.turns / plan.kill_every
    assert counts.acknowledged > plan.turns / 4
    for many in (counts.redelivered, counts.connector, counts.store):
        assert many.total() > 0, counts.table()


async def test_a_short_run_on_sqlite_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    counts = await run(Plan(turns=150, seed=3), tmp_path, None)
    assert counts.good, counts.table()
    assert counts.acknowledged > 0
    assert counts.kills > 0

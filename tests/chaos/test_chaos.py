"""Random workshops under kills, redeliveries and faults end with every acknowledged answer stored once."""

from __future__ import annotations

from pathlib import Path

from tests.chaos.run import Plan, run
from tests.ports.azurite import Azurite, azurite

__all__ = ["azurite"]


async def test_hundreds_of_turns_on_two_instances_lose_nothing_and_double_nothing(
    azurite: Azurite, tmp_path: Path
) -> None:
    plan = Plan(turns=330, kill_every=55, connector=0.15, store=0.04)
    counts = await run(plan, tmp_path, azurite)
    assert counts.good, counts.table()
    assert counts.turns >= plan.turns
    assert counts.kills >= plan.turns / plan.kill_every
    assert counts.acknowledged > plan.turns / 4
    for kind in (counts.connector["delivered, then 500"], counts.store["slow"], counts.store["late"]):
        assert kind > 0, counts.table()
    assert counts.redelivered.total() > 0, counts.table()


async def test_a_short_run_on_sqlite_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    counts = await run(Plan(turns=120, seed=3), tmp_path, None)
    assert counts.good, counts.table()
    assert counts.acknowledged > 0
    assert counts.kills > 0
    assert counts.store["held"] > 0

"""Very many check-ins at the same moment reach everybody once, however much Teams refuses meanwhile."""

from __future__ import annotations

import asyncio

import pytest

from bot.core.playbook.book import Book
from bot.sweep.tally import Tally
from tests.checkins.scene import Scene
from tests.fakes.store import FakeStore

TENANTS, CHECK_INS, LARGEST = 40, 2_000, 1_025
LIMIT = 50


@pytest.mark.parametrize("instances", [1, 2])
async def test_2000_check_ins_in_40_tenants_arrive_once_each_at_50_a_second_and_tenant(
    book: Book, instances: int
) -> None:
    scene = Scene(book, FakeStore(), limit=LIMIT)
    scene.teams.call = 0.001
    engagement = scene.held().engagement
    for number in range(CHECK_INS):
        tenant = 0 if number < LARGEST else 1 + number % (TENANTS - 1)
        await scene.add(engagement, number, tenant=f"tenant{tenant}")

    async def all_at_once() -> list[Tally]:
        return await asyncio.gather(*(scene.sweep(seed).run() for seed in range(instances)))

    tallies = await scene.time.run(all_at_once())
    assert sum(one.sent for one in tallies) == CHECK_INS
    assert sum(one.failed + one.unknown for one in tallies) == 0
    assert [len(posts) for posts in scene.teams.arrived.values()] == [1] * CHECK_INS
    assert len(set(scene.teams.tenants.values())) == TENANTS
    # One instance keeps to the limit by itself; two are told that it is too much, and wait.
    assert (scene.teams.refusals > 0) is (instances > 1)
    # The largest tenant alone takes so long.
    assert scene.time.seconds() < 3 * LARGEST / LIMIT

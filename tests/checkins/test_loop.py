"""The sweep of a service goes on whatever happens, and ends when it is told to."""

from __future__ import annotations

import asyncio

import pytest

from bot.sweep.loop import EVERY, sweep_for_ever
from tests.checkins.scene import Scene


async def test_a_store_that_is_down_is_asked_again_by_the_next_sweep(scene: Scene) -> None:
    engagement = await scene.add(scene.held().engagement)
    scene.store.unavailable = True  # type: ignore[attr-defined]
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        scene.store.unavailable = False  # type: ignore[attr-defined]
        if len(pauses) == 3:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await scene.time.run(sweep_for_ever(scene.sweep(), pause, lambda: 0.5))
    assert pauses == [EVERY] * 3
    assert len(scene.teams.arrived[engagement.channel]) == 1

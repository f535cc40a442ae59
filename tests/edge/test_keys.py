"""The signing keys: fetched rarely, renewed in time, kept through an outage, and never a blocked service."""

from __future__ import annotations

import asyncio
import time

from bot.teams.identity.door import Door
from bot.teams.identity.keys import KEYS_FRESH, KEYS_PAUSE
from tests.fakes.door import Hours, status_of
from tests.fakes.identity import Identity


async def test_warm_requests_fetch_no_keys(door: Door, identity: Identity) -> None:
    await door.warm()
    for _ in range(5):
        await door.check(f"Bearer {identity.token()}")
    assert identity.calls == {"/metadata": 1, "/keys": 1}


async def test_many_at_the_start_share_one_fetch(door: Door, identity: Identity) -> None:
    await asyncio.gather(*(door.check(f"Bearer {identity.token()}") for _ in range(10)))
    assert identity.calls["/keys"] == 1


async def test_a_rotated_key_is_accepted_within_a_minute(
    door: Door, identity: Identity, hours: Hours
) -> None:
    await door.check(f"Bearer {identity.token()}")
    identity.rotate("second")
    hours.now += KEYS_PAUSE + 1
    assert await status_of(door, f"Bearer {identity.token()}") == 200


async def test_made_up_ids_fetch_once_a_minute(door: Door, identity: Identity, hours: Hours) -> None:
    for _ in range(20):
        assert await status_of(door, f"Bearer {identity.token(header={'kid': 'made-up'})}") == 401
    assert identity.calls["/keys"] == 1
    hours.now += KEYS_PAUSE + 1
    assert await status_of(door, f"Bearer {identity.token(header={'kid': 'made-up'})}") == 401
    assert identity.calls["/keys"] == 2


async def test_keys_are_renewed_after_a_day(door: Door, identity: Identity, hours: Hours) -> None:
    old = identity.token()
    await door.check(f"Bearer {old}")
    identity.rotate("second")
    hours.now += KEYS_FRESH + 1
    assert await status_of(door, f"Bearer {old}") == 401
    assert await status_of(door, f"Bearer {identity.token()}") == 200


async def test_keys_outlive_an_outage(door: Door, identity: Identity, hours: Hours) -> None:
    token = identity.token()
    await door.check(f"Bearer {token}")
    identity.down = True
    for _ in range(3):
        hours.now += KEYS_FRESH + 1
        assert await status_of(door, f"Bearer {token}") == 200
    identity.down = False
    identity.rotate("second")
    hours.now += KEYS_PAUSE + 1
    assert await status_of(door, f"Bearer {identity.token()}") == 200


async def test_a_provider_that_is_down_from_the_start_lets_nobody_in(door: Door, identity: Identity) -> None:
    identity.down = True
    assert await status_of(door, f"Bearer {identity.token()}") == 401


async def test_a_hanging_provider_does_not_stop_the_service(door: Door, identity: Identity) -> None:
    identity.hanging = True
    waiting = asyncio.create_task(status_of(door, f"Bearer {identity.token()}"))
    longest, start = 0.0, time.perf_counter()
    last = start
    while last - start < 0.3:
        await asyncio.sleep(0)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    assert identity.calls["/metadata"] == 1
    assert longest < 0.1
    assert not waiting.done()
    identity.hanging = False
    identity.release()
    assert await waiting == 200

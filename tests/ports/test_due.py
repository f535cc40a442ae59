"""What every store promises of the due index: found in order, held by one, never missing."""

from __future__ import annotations

import asyncio
import random
from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.core.ports import Conflict, Delete, Insert, Replace, Row, Store, Table
from bot.kept.due_index import GRACE, SHARDS, Due, discard, due_of, finish, release, schedule

NOW = datetime(2026, 11, 23, 8, 0, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
LEASE = timedelta(seconds=90)


def one(number: int, at: datetime = NOW) -> Due:
    return Due(f"engagement{number}", "checkin~1", at)


async def first(store: Store, now: datetime = NOW) -> Row:
    return (await store.due(now, 1))[0]


async def claimed(store: Store, now: datetime = NOW) -> Row:
    row = await store.claim(await first(store, now), now + LEASE)
    assert row is not None
    return row


async def found(store: Store, now: datetime, limit: int = 1000) -> list[Due]:
    return [due_of(row) for row in await store.due(now, limit)]


def test_the_shards_share_the_engagements_evenly() -> None:
    sizes = [sum(one(number).shard == shard for number in range(8000)) for shard in SHARDS]
    assert min(sizes) > 800


async def test_what_is_due_is_found_earliest_first_and_what_is_not_is_not(store: Store) -> None:
    every = [one(number, NOW + (number - 20) * MINUTE) for number in range(40)]
    for due in random.Random(1).sample(every, len(every)):
        await schedule(store, due, NOW)
    assert await found(store, NOW) == every[:21]
    assert await found(store, NOW, limit=5) == every[:5]
    assert await found(store, NOW - timedelta(hours=1)) == []
    assert await found(store, NOW + timedelta(hours=1)) == every


async def test_a_row_is_due_at_its_very_moment_and_not_a_microsecond_before(store: Store) -> None:
    due = one(1, NOW + timedelta(microseconds=1))
    await schedule(store, due, NOW)
    assert await found(store, NOW) == []
    assert await found(store, due.at) == [due]


async def test_a_time_of_another_zone_is_the_same_moment(store: Store) -> None:
    auckland = timezone(timedelta(hours=13))
    await schedule(store, one(1, NOW.astimezone(auckland)), NOW)
    assert await found(store, NOW - MINUTE) == []
    assert await found(store, NOW.astimezone(auckland)) == [one(1)]


async def test_a_claimed_row_is_nobody_elses_until_its_lease_ends(store: Store) -> None:
    for number in range(3):
        await schedule(store, one(number, NOW - number * MINUTE), NOW)
    row = await claimed(store)
    assert due_of(row) == one(2, NOW - 2 * MINUTE)
    assert await found(store, NOW) == [one(1, NOW - MINUTE), one(0)]
    assert await found(store, NOW, limit=1) == [one(1, NOW - MINUTE)], "a held row takes no place"
    assert len(await found(store, NOW + LEASE - timedelta(microseconds=1))) == 2
    assert len(await found(store, NOW + LEASE)) == 3


async def test_a_claim_gives_the_row_as_it_stands_now(store: Store) -> None:
    await schedule(store, one(1), NOW)
    row = await claimed(store)
    assert await store.get(Table.DUE, row.partition, row.key) == row


async def test_an_expired_lease_can_be_claimed_again_and_its_old_holder_is_told(store: Store) -> None:
    await schedule(store, one(1), NOW)
    old = await claimed(store)
    new = await claimed(store, NOW + LEASE)
    assert await store.claim(old, NOW + 3 * LEASE) is None
    assert not await release(store, old, NOW)
    assert not await finish(store, old)
    assert await finish(store, new)
    assert await found(store, NOW + timedelta(days=1)) == []


async def test_a_holder_can_hold_longer(store: Store) -> None:
    await schedule(store, one(1), NOW)
    row = await store.claim(await claimed(store), NOW + 3 * LEASE)
    assert row is not None
    assert await found(store, NOW + 2 * LEASE) == []
    assert await found(store, NOW + 3 * LEASE) == [one(1)]


async def test_a_released_row_is_due_at_once_or_when_its_holder_said(store: Store) -> None:
    await schedule(store, one(1), NOW)
    assert await release(store, await claimed(store), NOW)
    assert await found(store, NOW) == [one(1)]
    assert await release(store, await claimed(store), NOW, NOW + MINUTE)
    assert await found(store, NOW + MINUTE - timedelta(seconds=1)) == []
    assert await found(store, NOW + MINUTE) == [one(1)]


async def test_a_row_that_is_gone_cannot_be_claimed(store: Store) -> None:
    await schedule(store, one(1), NOW)
    row = await first(store)
    assert await finish(store, row)
    assert await store.claim(row, NOW + LEASE) is None
    assert await finish(store, row), "what is gone is settled"


async def test_many_sweepers_claim_every_row_exactly_once(store: Store) -> None:
    for number in range(24):
        await schedule(store, one(number), NOW)
    got: list[list[Due]] = [[], [], []]

    async def sweep(number: int) -> None:
        while rows := list(await store.due(NOW, 5)):
            random.Random(number).shuffle(rows)
            for row in rows:
                await asyncio.sleep(0)
                held = await store.claim(row, NOW + LEASE)
                if held is not None:
                    got[number].append(due_of(held))

    await asyncio.gather(*map(sweep, range(len(got))))
    # A slow one may come too late for any; together they have every row, each once.
    everything = sorted((due for mine in got for due in mine), key=lambda due: due.engagement)
    assert everything == sorted((one(number) for number in range(24)), key=lambda due: due.engagement)


async def test_scheduling_again_leaves_the_holder_its_lease_but_not_the_right_to_delete(store: Store) -> None:
    await schedule(store, one(1), NOW)
    held = await claimed(store)
    await schedule(store, one(1), NOW + MINUTE)
    assert await found(store, NOW + MINUTE) == [], "it is still held"
    assert not await finish(store, held)
    assert await found(store, NOW + LEASE) == [one(1)]


async def test_a_hint_whose_commit_may_be_on_its_way_is_not_discarded(store: Store) -> None:
    await schedule(store, one(1), NOW)
    assert not await discard(store, await claimed(store), NOW)
    assert await found(store, NOW + GRACE - timedelta(seconds=1)) == []
    old = NOW + GRACE
    assert await discard(store, await claimed(store, old), old)
    assert await found(store, NOW + timedelta(days=1)) == []


async def test_several_items_of_an_engagement_and_several_moments_stand_side_by_side(store: Store) -> None:
    every = [Due("engagement", item, NOW + step * MINUTE) for step in (0, 1) for item in ("a", "b")]
    for due in every:
        await schedule(store, due, NOW)
        await schedule(store, due, NOW)
    assert await found(store, NOW + MINUTE) == every


async def test_a_delete_of_another_version_is_a_conflict_and_stores_nothing(store: Store) -> None:
    old = (await store.commit(Table.DUE, "p", [Insert("k", {"n": 1})]))["k"]
    new = (await store.commit(Table.DUE, "p", [Replace("k", {"n": 2})]))["k"]
    with pytest.raises(Conflict):
        await store.commit(Table.DUE, "p", [Insert("other"), Delete("k", old)])
    assert [row.columns for row in await store.query(Table.DUE, "p")] == [{"n": 2}]
    await store.commit(Table.DUE, "p", [Insert("other"), Delete("k", new), Delete("missing", old)])
    assert [row.key for row in await store.query(Table.DUE, "p")] == ["other"]

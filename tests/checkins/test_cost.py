"""What a whole sweep asks of its store follows what is due, not what is stored."""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.core.engagement import Engagement
from bot.core.keys import engagement_id
from bot.core.playbook.book import Book
from bot.core.ports import Insert, Store, Table
from bot.kept.due_index import SHARDS, Due
from bot.kept.engagements import Engagements
from bot.kept.loaded import always
from bot.kept.state.row import state_change
from bot.store.azure.store import AzureTablesStore
from bot.store.sqlite.store import SqliteStore
from bot.sweep.sweep import Sweep
from bot.sweep.tally import Tally
from bot.teams.outbound.roster import Rosters
from bot.teams.outbound.teams_courier import TeamsCourier
from tests.checkins.scene import NOW
from tests.core.held import Held
from tests.fakes.counting import CountingStore
from tests.fakes.teams import FakeTeams
from tests.playbook_of_tests import texts_of_tests
from tests.ports.azurite import Azurite
from tests.ports.proxy import proxy_before
from tests.world import TestClock

LATER = NOW + timedelta(days=3)
DUE = 6


async def fill(store: Store, book: Book, due: int, stored: int) -> None:
    """So many workshops with a check-in that is due, and so many hints of others for later."""
    held = Held.of(book, answer_by="2026-08-31")
    for number in range(due):
        channel = f"19:{number}"
        key = engagement_id("contoso", channel, 1)
        reference = replace(held.engagement.reference, conversation=channel)
        one: Engagement = replace(held.engagement, id=key, channel=channel, reference=reference)
        await store.commit(Table.ENGAGEMENTS, key, [state_change(one, None)])
        (hint,) = [Due(key, item, NOW) for item in one.due if item == "checkin"]
        await store.commit(Table.DUE, hint.shard, [Insert(hint.key, hint.columns(NOW))])
    many = [Due(f"later{number}", "checkin", LATER) for number in range(stored)]
    for shard in SHARDS:
        rows = [Insert(one.key, one.columns(NOW)) for one in many if one.shard == shard]
        for start in range(0, len(rows), 100):
            await store.commit(Table.DUE, shard, rows[start : start + 100])


def sweep_of(store: Store, book: Book, teams: FakeTeams | None = None, seed: int = 1) -> Sweep:
    """An instance."""
    clock, teams = TestClock(NOW), teams or FakeTeams()
    courier = TeamsCourier(teams, Rosters(teams, clock))
    return Sweep(
        store, Engagements(store, always(book)), texts_of_tests(), courier, clock, rng=random.Random(seed)
    )


@pytest.mark.parametrize("stored", [0, 20_000])
async def test_on_sqlite_a_sweep_asks_as_often_whatever_is_stored(book: Book, stored: int) -> None:
    inner = SqliteStore(":memory:")
    await fill(inner, book, DUE, stored)
    store = CountingStore(inner)
    assert await sweep_of(store, book).run() == Tally(sent=DUE)
    # What is due, twice, and each workshop; for each claim, hint, mark, record, end.
    assert (store.reads, store.commits) == (2 + DUE, 5 * DUE)
    assert await sweep_of(store, book).run() == Tally()
    assert (store.reads, store.commits) == (3 + DUE, 5 * DUE)
    await inner.close()


@pytest.mark.parametrize("stored", [0, 1_500])
async def test_on_azure_a_sweep_asks_as_often_whatever_is_stored(
    azurite: Azurite, book: Book, stored: int
) -> None:
    prefix = azurite.new_prefix()
    direct = await azurite.opened(prefix)
    await fill(direct, book, DUE, stored)
    async with proxy_before(azurite.port) as proxy:
        store = AzureTablesStore.from_connection_string(azurite.connection_string(proxy.port), prefix=prefix)
        assert await sweep_of(store, book).run() == Tally(sent=DUE)
        assert Counter(proxy.seen) == {"read": 2 * len(SHARDS) + DUE, "commit": 5 * DUE}
        proxy.seen.clear()
        assert await sweep_of(store, book).run() == Tally()
        assert Counter(proxy.seen) == {"read": len(SHARDS)}
        await store.close()
    await direct.close()

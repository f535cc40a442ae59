"""What the Azure store promises when answers are lost, late, or never come, behind a proxy that does that."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from aiohttp import web

from bot.core.ports import Change, Conflict, Delete, Insert, OutcomeUnknown, Replace, StoreUnavailable, Table
from bot.store.azure.calls import Limits
from bot.store.azure.store import AzureTablesStore
from bot.store.open import open_store
from tests.ports.azurite import Azurite
from tests.ports.proxy import Fault, Forward, Proxy, busy, drop, lose_answer, proxy_before, silence

T = Table.ENGAGEMENTS
SHORT = Limits(request=0.4, call=1.2, pause=0.002, start=5)
COMMIT: list[Change] = [Replace("state", {"n": 2}), Insert("log", {"n": 2})]


@dataclass
class World:
    """A store behind the proxy, and `other`, who reaches Azurite directly."""

    store: AzureTablesStore
    other: AzureTablesStore
    proxy: Proxy

    async def rows(self) -> dict[str, object]:
        return {row.key: row.columns["n"] for row in await self.other.query(T, "p")}


@pytest.fixture
async def world(azurite: Azurite) -> AsyncIterator[World]:
    prefix = azurite.new_prefix()
    other = AzureTablesStore.from_connection_string(azurite.connection_string(), prefix=prefix)
    await other.open()
    async with proxy_before(azurite.port) as proxy:
        place = azurite.connection_string(proxy.port)
        store = AzureTablesStore.from_connection_string(place, prefix=prefix, limits=SHORT)
        yield World(store, other, proxy)
        await store.close()
    await other.close()


async def test_a_read_is_one_request_and_a_commit_is_one(world: World) -> None:
    etags = await world.store.commit(T, "p", COMMIT)
    await world.store.get(T, "p", "state")
    await world.store.get(T, "p", "missing")
    await world.store.query(T, "p", "lo")
    changes: list[Change] = [
        Replace("state", {"n": 3}, etags["state"]),
        Insert("log3", {"n": 3}),
        Delete("log"),
    ]
    await world.store.commit(T, "p", changes)
    assert world.proxy.seen == ["commit", "read", "read", "read", "commit"]


@pytest.mark.parametrize("fault", [lose_answer, drop, busy, silence])
async def test_a_commit_that_went_wrong_once_is_stored_once(world: World, fault: Fault) -> None:
    world.proxy.commits.append(fault)
    etags = await world.store.commit(T, "p", COMMIT)
    assert await world.rows() == {"state": 2, "log": 2}
    assert {row.key: row.etag for row in await world.other.query(T, "p")} == etags
    sent = world.proxy.seen.count("commit")
    assert sent == (1 if fault is lose_answer else 2)


async def test_a_stored_commit_whose_answers_are_all_lost_is_found(world: World) -> None:
    world.proxy.commits += [drop, lose_answer]
    assert set(await world.store.commit(T, "p", COMMIT)) == {"state", "log"}
    assert world.proxy.seen == ["commit", "read", "commit", "read"]


async def test_a_first_try_that_arrives_late_is_recognised_as_ones_own(world: World) -> None:
    kept: list[Forward] = []

    async def delay(forward: Forward) -> None:
        kept.append(forward)

    async def after_the_first(forward: Forward) -> web.Response:
        await kept[0]()
        return await forward()

    world.proxy.commits += [delay, after_the_first]
    etags = await world.store.commit(T, "p", COMMIT)
    assert {row.key: row.etag for row in await world.other.query(T, "p")} == etags


async def test_an_own_row_that_somebody_overwrote_since_counts_as_stored_and_conflicts_later(
    world: World,
) -> None:
    async def overtaken(forward: Forward) -> None:
        await forward()
        await world.other.commit(T, "p", [Replace("state", {"n": 9})])

    world.proxy.commits.append(overtaken)
    etags = await world.store.commit(T, "p", COMMIT)
    assert await world.rows() == {"state": 9, "log": 2}
    with pytest.raises(Conflict):
        await world.store.commit(T, "p", [Replace("state", {"n": 3}, etags["state"])])


async def test_a_lost_commit_that_somebody_else_forestalled_is_a_conflict(world: World) -> None:
    etag = (await world.other.commit(T, "p", [Insert("state", {"n": 1})]))["state"]

    async def forestalled(forward: Forward) -> None:
        await world.other.commit(T, "p", [Replace("state", {"n": 9}, etag)])

    world.proxy.commits.append(forestalled)
    with pytest.raises(Conflict):
        await world.store.commit(T, "p", [Replace("state", {"n": 2}, etag), Insert("log", {"n": 2})])
    assert await world.rows() == {"state": 9}


@pytest.mark.parametrize("fault", [lose_answer, drop])
async def test_a_delete_whose_answer_was_lost_is_done(world: World, fault: Fault) -> None:
    await world.other.commit(T, "p", COMMIT)
    world.proxy.commits.append(fault)
    assert await world.store.commit(T, "p", [Delete("log")]) == {}
    assert await world.rows() == {"state": 2}


@pytest.mark.parametrize("fault", [drop, busy, silence])
async def test_a_read_is_repeated(world: World, fault: Fault) -> None:
    await world.other.commit(T, "p", COMMIT)
    world.proxy.reads.append(fault)
    row = await world.store.get(T, "p", "state")
    assert row is not None
    assert row.columns == {"n": 2}
    world.proxy.reads.append(fault)
    assert len(await world.store.query(T, "p")) == 2


@pytest.mark.parametrize("fault", [drop, busy, silence])
async def test_a_store_that_never_answers_well_is_unavailable_in_time(world: World, fault: Fault) -> None:
    world.proxy.always = fault
    loop = asyncio.get_running_loop()
    for call in (
        lambda: world.store.get(T, "p", "k"),
        lambda: world.store.query(T, "p"),
        lambda: world.store.commit(T, "p", COMMIT),
        lambda: anext(aiter(world.store.scan(T, "k"))),
        world.store.probe,
    ):
        began = loop.time()
        with pytest.raises(StoreUnavailable):
            await call()
        assert loop.time() - began < SHORT.call + 0.5
    assert await world.rows() == {}


@pytest.mark.parametrize(("fault", "perhaps"), [(silence, True), (drop, True), (busy, False)])
async def test_of_a_commit_that_is_given_up_it_is_known_whether_it_may_still_arrive(
    world: World, fault: Fault, perhaps: bool
) -> None:
    async def commits_alone(forward: Forward) -> web.Response | None:
        is_commit = world.proxy.seen[-1] == "commit"
        return await (fault(forward) if is_commit else forward())

    world.proxy.always = commits_alone
    with pytest.raises(StoreUnavailable) as raised:
        await world.store.commit(T, "p", COMMIT)
    assert isinstance(raised.value, OutcomeUnknown) is perhaps


async def test_a_commit_that_could_not_even_leave_is_certainly_not_stored(azurite: Azurite) -> None:
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))  # and does not listen
        place = azurite.connection_string(unheard.getsockname()[1])
        store = AzureTablesStore.from_connection_string(place, prefix=azurite.new_prefix(), limits=SHORT)
        with pytest.raises(StoreUnavailable) as raised:
            await store.commit(T, "p", COMMIT)
        assert not isinstance(raised.value, OutcomeUnknown)
        await store.close()


def test_a_turn_with_a_read_and_a_commit_ends_within_eight_seconds() -> None:
    assert 2 * Limits().call <= 8
    assert 2 * Limits().request + Limits().pause < Limits().call


async def test_a_store_without_its_tables_is_unavailable_not_empty(world: World, azurite: Azurite) -> None:
    store = AzureTablesStore.from_connection_string(azurite.connection_string(), prefix="never")
    for call in (store.get(T, "p", "k"), store.query(T, "p"), store.commit(T, "p", COMMIT)):
        with pytest.raises(StoreUnavailable, match="TableNotFound"):
            await call
    await store.close()


async def test_rows_outlive_the_store_and_opening_again_keeps_them(azurite: Azurite) -> None:
    place, prefix = azurite.connection_string(), azurite.new_prefix()
    for expected in (None, {"n": 2**40}):
        store = await open_store("azure-tables", connection_string=place, prefix=prefix)
        row = await store.get(T, "p", "k")
        assert (row and row.columns) == expected
        await store.commit(T, "p", [Replace("k", {"n": 2**40})])
        await store.close()


async def test_nobody_listening_at_the_start_is_said(unused_tcp_port: int, azurite: Azurite) -> None:
    with pytest.raises(StoreUnavailable):
        await open_store("azure-tables", connection_string=azurite.connection_string(unused_tcp_port))


@pytest.mark.parametrize("prefix", ["1a", "a-b", "x" * 60])
async def test_a_prefix_that_makes_no_table_name_is_refused(prefix: str, azurite: Azurite) -> None:
    with pytest.raises(ValueError, match="prefix"):
        await open_store("azure-tables", connection_string=azurite.connection_string(), prefix=prefix)

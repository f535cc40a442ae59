"""One run: workshops under faults, then the recovery, then the comparison."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from bot.core.playbook.load import load_playbook
from bot.core.playbook.shipped import shipped_playbook_path
from bot.store.open import open_store
from bot.teams.pending import LEASE
from tests.chaos.audit import compare, count_cards, due_cards, final_values, posted_cards, read
from tests.chaos.counts import Counts
from tests.chaos.faults import ConnectorFaults, StoreFaults
from tests.chaos.fleet import Fleet
from tests.chaos.room import ShakyRoom
from tests.chaos.workshops import FM, OTHERS, Table, hold
from tests.fakes.connector import running_connector
from tests.ports.azurite import Azurite
from tests.ports.proxy import proxy_before
from tests.service.client import browser, member
from tests.service.exported import everything
from tests.service.process import Bot

_PATIENCE = LEASE.total_seconds() + 30
"""Seconds after the last kill by which every card must be there."""
_LOOK = 1.0


@dataclass(frozen=True)
class Plan:
    """How much of everything. Shares are of turns, of the connector's calls, of the store's requests."""

    turns: int = 1000
    seed: int = 1
    kill_every: int = 50
    redelivered: float = 0.05
    connector: float = 0.05
    store: float = 0.02


async def run(plan: Plan, folder: Path, azurite: Azurite | None) -> Counts:
    """Two instances on Azurite, or on an SQLite file in the folder, and what came of it."""
    counts = Counts()
    rng = random.Random(plan.seed)
    async with AsyncExitStack() as stack:
        connector = await stack.enter_async_context(running_connector())
        connector.people = [member(name) for name in (FM, *OTHERS)]
        spoiled = ConnectorFaults(plan.connector, random.Random(rng.random()), counts.connector)
        connector.faults = spoiled
        sick: StoreFaults | None = None
        direct = {"SSAT_STORE": f"sqlite:///{folder / 'answers.db'}"}
        through = direct
        if azurite is not None:
            proxy = await stack.enter_async_context(proxy_before(azurite.port))
            direct, through = _tables(azurite, azurite.port), _tables(azurite, proxy.port)
            sick = StoreFaults(proxy, 0, random.Random(rng.random()), counts.store)
            proxy.always = sick
        fleet = Fleet(
            [Bot(through, folder) for _ in range(2)], plan.kill_every, random.Random(rng.random()), counts
        )
        stack.push_async_callback(fleet.end)
        session = await stack.enter_async_context(browser())
        await fleet.start()
        if sick is not None:
            sick.chance = plan.store

        def make_room(channel: str) -> ShakyRoom:
            return ShakyRoom(
                bot_url="",
                session=session,
                connector=connector,
                id=channel,
                fleet=fleet,
                rng=random.Random(rng.random()),
                counts=counts,
                redelivering=plan.redelivered,
            )

        started = time.monotonic()
        tables = await hold(make_room, plan.turns, rng, counts)
        await asyncio.gather(*(table.room.settle() for table in tables))
        counts.seconds = time.monotonic() - started
        spoiled.chance = 0
        connector.release()
        if sick is not None:
            await sick.end()
        await _check(tables, fleet, direct, folder, counts)
    return counts


def _tables(azurite: Azurite, port: int) -> dict[str, str]:
    return {
        "SSAT_STORE": "azure-tables",
        "AZURE_STORAGE_CONNECTION_STRING": azurite.connection_string(port),
    }


async def _check(
    tables: list[Table], fleet: Fleet, settings: Mapping[str, str], folder: Path, counts: Counts
) -> None:
    factors = {one.id: tuple(one.name.values()) for one in load_playbook(shipped_playbook_path()).factors}
    await fleet.restart()
    exported = await everything(folder, settings)
    store = await open_store(
        settings["SSAT_STORE"], connection_string=settings.get("AZURE_STORAGE_CONNECTION_STRING")
    )
    try:
        found = {table.room.id: await read(store, exported[table.room.id]) for table in tables}
    finally:
        await store.close()
    for table in tables:
        compare(table, exported[table.room.id], found[table.room.id], counts)
        final_values(table, exported[table.room.id], counts)
    started = time.monotonic()
    due = {table.room.id: due_cards(found[table.room.id]) for table in tables}
    await _recovered(tables, due, factors, fleet)
    counts.recovery = time.monotonic() - started
    for table in tables:
        count_cards(due[table.room.id], posted_cards(table, factors), counts)
    counts.wrong += [line for line in fleet.log if "turn failed" in line or "not finished" in line]
    if bad := [status for status in counts.statuses if 400 <= status < 500]:
        counts.wrong.append(f"refused with {bad}")


async def _recovered(
    tables: list[Table],
    due: Mapping[str, list[str]],
    factors: Mapping[str, tuple[str, ...]],
    fleet: Fleet,
) -> None:
    """Wait until every card is there. Meanwhile somebody looks in at each workshop that lacks one."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        lacking = [
            table for table in tables if not set(due[table.room.id]) <= set(posted_cards(table, factors))
        ]
        if not lacking:
            return
        for table in lacking:
            fm = table.people[0]
            for url in fleet.urls:
                await fm.room.send(fm.glance(), url)
        await asyncio.sleep(_LOOK)

"""One run: workshops under faults, and then what is left of them."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.chaos.aftermath import check, open_directly
from tests.chaos.counts import Counts
from tests.chaos.damage import plant
from tests.chaos.faults import ConnectorFaults, HeldFile, StoreFaults
from tests.chaos.fleet import Fleet
from tests.chaos.room import ShakyRoom
from tests.chaos.workshops import FM, OTHERS, hold
from tests.fakes.connector import running_connector
from tests.ports.azurite import Azurite
from tests.ports.proxy import proxy_before
from tests.service.client import browser, member
from tests.service.process import Bot


@dataclass(frozen=True)
class Plan:
    """How much of everything. Shares are of turns, of the connector's calls, of the store's requests.

    `patient`: what dead processes left to be sent is waited for as long as its lease takes.
    """

    turns: int = 1000
    seed: int = 1
    kill_every: int = 50
    redelivered: float = 0.05
    connector: float = 0.1
    store: float = 0.02
    patient: bool = False


async def run(plan: Plan, folder: Path, azurite: Azurite | None) -> Counts:
    """Two instances on Azurite, or on an SQLite file in the folder, and what came of it."""
    counts = Counts()
    rng = random.Random(plan.seed)
    async with AsyncExitStack() as stack:
        connector = await stack.enter_async_context(running_connector())
        connector.people = [member(name) for name in (FM, *OTHERS)]
        spoiled = ConnectorFaults(plan.connector, random.Random(rng.random()), counts.connector)
        connector.faults = spoiled
        direct = {"SSAT_STORE": f"sqlite:///{folder / 'answers.db'}"}
        through, store_rng = direct, random.Random(rng.random())
        sick: StoreFaults | HeldFile = HeldFile(folder / "answers.db", store_rng, counts.store)
        if azurite is not None:
            proxy = await stack.enter_async_context(proxy_before(azurite.port))
            direct, through = _tables(azurite, azurite.port), _tables(azurite, proxy.port)
            sick = proxy.always = StoreFaults(proxy, store_rng, counts.store)
        await _plant(direct)
        fleet = Fleet(
            [Bot(through, folder) for _ in range(2)], plan.kill_every, random.Random(rng.random()), counts
        )
        stack.push_async_callback(fleet.end)
        session = await stack.enter_async_context(browser())
        await fleet.start()
        sick.begin(plan.store)

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
        await sick.end()
        await check(tables, fleet, direct, folder, counts, patient=plan.patient)
    return counts


async def _plant(settings: Mapping[str, str]) -> None:
    store = await open_directly(settings)
    await plant(store)
    await store.close()


def _tables(azurite: Azurite, port: int) -> dict[str, str]:
    return {
        "SSAT_STORE": "azure-tables",
        "AZURE_STORAGE_CONNECTION_STRING": azurite.connection_string(port),
    }

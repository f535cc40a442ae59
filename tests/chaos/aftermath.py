"""After the faults: both instances start anew, what was left is sent, and everything is compared."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from bot.core.ports import Replace, Store, Table
from bot.kept.unsent import SEND_LEASE
from bot.store.open import open_store
from tests.chaos.audit import compare, count_cards, due_cards, final_values, posted_cards, read
from tests.chaos.counts import Counts
from tests.chaos.damage import altered, exported_beside
from tests.chaos.fleet import Fleet
from tests.chaos.workshops import Table as Workshop
from tests.playbook_of_tests import book_of_tests

_PATIENCE = SEND_LEASE.total_seconds() + 30
"""Seconds after the last start by which every card must be there."""
_LOOK = 0.5
_ASKS_AGAIN = 5.0
_PENDING = "pending"


async def check(
    workshops: Sequence[Workshop],
    fleet: Fleet,
    settings: Mapping[str, str],
    folder: Path,
    counts: Counts,
    *,
    patient: bool,
) -> None:
    """Kill and start everything, and count what is there. `settings` lead to the store without faults."""
    factors = {one.id: tuple(one.name.values()) for one in book_of_tests().playbook.factors}
    store = await open_directly(settings)
    try:
        await fleet.kill()
        counts.wrong += await altered(store, fleet.log)
        if not patient:
            await _outlive_the_lease(store)
        exported = await exported_beside(folder, settings)
        found = {one.room.id: await read(store, exported[one.room.id]) for one in workshops}
        await fleet.start()
    finally:
        await store.close()
    due = {one.room.id: due_cards(found[one.room.id]) for one in workshops}
    counts.recovery = await _recovered(workshops, due, factors, fleet)
    for one in workshops:
        compare(one, exported[one.room.id], found[one.room.id], counts)
        final_values(one, exported[one.room.id], counts)
        count_cards(due[one.room.id], posted_cards(one, factors), counts)
    counts.wrong += [line for line in fleet.log if "turn failed" in line or "not finished" in line]
    if bad := [status for status in counts.statuses if 400 <= status < 500]:
        counts.wrong.append(f"refused with {bad}")


async def open_directly(settings: Mapping[str, str]) -> Store:
    """The store of these settings, in this process."""
    return await open_store(
        settings["SSAT_STORE"], connection_string=settings.get("AZURE_STORAGE_CONNECTION_STRING")
    )


async def _outlive_the_lease(store: Store) -> None:
    """What is to be sent is noted as if its process had died so long ago that others may take it up."""
    for row in await store.query(Table.PENDING, _PENDING):
        noted = row.columns["noted"]
        assert isinstance(noted, datetime)
        older = Replace(row.key, {**row.columns, "noted": noted - SEND_LEASE}, row.etag)
        await store.commit(Table.PENDING, _PENDING, [older])


async def _recovered(
    workshops: Sequence[Workshop],
    due: Mapping[str, Sequence[str]],
    factors: Mapping[str, Sequence[str]],
    fleet: Fleet,
) -> float:
    """Wait until every card is there; the seconds that took. The FM of each workshop that lacks one asks for
    the cards, again if need be: one of which nobody knows whether it arrived comes when somebody asks."""
    started = time.monotonic()
    asked: Counter[str] = Counter()
    while (took := time.monotonic() - started) < _PATIENCE:
        lacking = [one for one in workshops if not set(due[one.room.id]) <= set(posted_cards(one, factors))]
        if not lacking:
            break
        for one in lacking:
            if took > asked[one.room.id] * _ASKS_AGAIN:
                asked[one.room.id] += 1
                await one.room.send(one.people[0].typed("/ssat"), fleet.urls[0])
        await asyncio.sleep(_LOOK)
    return time.monotonic() - started

"""The index of the engagements that each FM leads: hints, checked against the engagement when used."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterable

from bot.core.engagement import Engagement
from bot.core.keys import short_hash
from bot.core.plan.urgency import place_in_portfolio
from bot.core.ports import Column, Conflict, Delete, Replace, Row, Store, Table
from bot.kept.homes import only_one

_LEFT = ("redirected", "gone")
"""What an FM has no more to do with; a completed workshop still has its plan, tasks and record."""


class Portfolio:
    """The index rows in the store, a partition a key of an FM; `keys_of` names all that one may have."""

    def __init__(self, store: Store, keys_of: Callable[[str], Iterable[str]] = only_one) -> None:
        self._store = store
        self._keys_of = keys_of

    async def of_fm(self, person: str) -> list[tuple[str, str, str]]:
        """The engagements of an FM as (id, customer, status), newest first. Where none is open those that are
        completed, because their check-ins and actions go on."""
        rows = await self._rows(person)
        rows = sorted(rows, key=lambda row: str(row.columns.get("started", "")), reverse=True)
        still = [row for row in rows if row.columns.get("open")]
        still = still or [row for row in rows if row.columns.get("status") == "completed"]
        return [
            (row.key, str(row.columns.get("customer", "")), str(row.columns.get("status", "")))
            for row in still
        ]

    async def all_of_fm(self, person: str) -> list[str]:
        """The ids of all engagements of an FM but discarded ones, the most urgent first."""
        rows = await self._rows(person)
        known = [(row.key, {name: str(value) for name, value in row.columns.items()}) for row in rows]
        known.sort(
            key=lambda one: place_in_portfolio(
                one[1].get("status", "running"), one[1].get("urgent", ""), one[1].get("started", "")
            )
        )
        return [key for key, columns in known if columns.get("status") != "gone"]

    async def every_of_fm(self, person: str) -> list[str]:
        """The ids of all engagements of an FM, discarded ones, too."""
        return [row.key for row in await self._rows(person)]

    async def enter(self, engagement: Engagement, before: Engagement) -> None:
        """Write the row of an engagement that is about to be committed, and take it from whoever led it
        before."""
        columns: dict[str, Column] = {
            "customer": engagement.setup.customer,
            "started": engagement.started,
            "open": engagement.status not in _LEFT,
            "status": engagement.status,
            "urgent": engagement.urgent,
        }
        await self._store.commit(
            Table.PORTFOLIO, short_hash(engagement.fm), [Replace(engagement.id, columns)]
        )
        if before.fm != engagement.fm:
            await self._store.commit(Table.PORTFOLIO, short_hash(before.fm), [Delete(engagement.id)])

    async def note_urgency(self, engagement: Engagement) -> None:
        """Write beside the turn how urgent an engagement is. Where the row changed meanwhile nothing is
        written: the portfolio is then sorted as before."""
        partition = short_hash(engagement.fm)
        row = await self._store.get(Table.PORTFOLIO, partition, engagement.id)
        if row is None or row.columns.get("urgent") == engagement.urgent:
            return
        columns = {**row.columns, "urgent": engagement.urgent}
        with contextlib.suppress(Conflict):
            await self._store.commit(Table.PORTFOLIO, partition, [Replace(engagement.id, columns, row.etag)])

    async def _rows(self, person: str) -> list[Row]:
        places = map(short_hash, self._keys_of(person))
        found = await asyncio.gather(*(self._store.query(Table.PORTFOLIO, place) for place in places))
        return list({row.key: row for some in found for row in some}.values())


def is_entered_alike(one: Engagement, other: Engagement) -> bool:
    """True where both have the same row, as far as it must be right before a commit."""
    return (one.fm, one.setup.customer, one.status) == (other.fm, other.setup.customer, other.status)

"""A store that goes down right before an engagement is committed, when its hints are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.ports import Change, StoreUnavailable, Table
from tests.fakes.store import FakeStore


class Breaking(FakeStore):
    """While it `breaks`, everything is stored but engagements."""

    breaks = False

    async def commit(self, table: Table, partition: str, changes: Sequence[Change]) -> Mapping[str, str]:
        if self.breaks and table is Table.ENGAGEMENTS:
            raise StoreUnavailable("the test broke the store")
        return await super().commit(table, partition, changes)

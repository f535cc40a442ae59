"""The hints of workshops that did not come about here: written where they are missing, from the states."""

from __future__ import annotations

from datetime import datetime

from bot.core.engagement import Engagement
from bot.core.keys import short_hash
from bot.core.ports import Store, Table
from bot.kept.channels import Channels
from bot.kept.due_index import Due, schedule_all
from bot.kept.homes import Homes
from bot.kept.portfolio import Portfolio


class Hints:
    """What leads to a workshop: the pointer of its channel, the portfolio of its FM, the homes of all others,
    what falls due."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._channels = Channels(store)
        self._portfolio = Portfolio(store)
        self._homes = Homes(store)

    async def complete(self, engagement: Engagement, now: datetime) -> None:
        """Write what is missing; what is there stays as it is, held or not."""
        await self._channels.point_at_least_to(engagement)
        if await self._is_not_in_portfolio(engagement):
            await self._portfolio.enter(engagement, engagement)
        await self._homes.complete(engagement, engagement.listed)
        missing = {
            item: at for item, at in engagement.due.items() if await self._is_not_due(engagement.id, item, at)
        }
        if missing:
            await schedule_all(self._store, engagement.id, missing, now)

    async def _is_not_in_portfolio(self, engagement: Engagement) -> bool:
        row = await self._store.get(Table.PORTFOLIO, short_hash(engagement.fm), engagement.id)
        if row is None:
            return True
        entered = (row.columns.get("customer"), row.columns.get("status"))
        return entered != (engagement.setup.customer, engagement.status)

    async def _is_not_due(self, engagement: str, item: str, at: str) -> bool:
        due = Due(engagement, item, datetime.fromisoformat(at))
        return await self._store.get(Table.DUE, due.shard, due.key) is None

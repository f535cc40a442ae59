"""The index of the channels of each team in which a workshop was begun: for what happens to a whole team."""

from __future__ import annotations

from bot.core.engagement import Engagement
from bot.core.keys import place_key, short_hash
from bot.core.ports import Replace, Store, Table

_PREFIX = "channel~"


class Teams:
    """The rows in the store, a partition a team. Hints: what stands in a channel, its engagement says."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def enter(self, engagement: Engagement) -> None:
        """Write the row of an engagement's channel, where it is one of a team."""
        team = engagement.reference.team
        if team:
            row = Replace(_PREFIX + short_hash(engagement.channel), {"channel": engagement.channel})
            await self._store.commit(Table.CHANNELS, _place(engagement.tenant, team), [row])

    async def complete(self, engagement: Engagement) -> None:
        """Write the row where it is missing."""
        if engagement.reference.team and engagement.channel not in await self.channels(
            engagement.tenant, engagement.reference.team
        ):
            await self.enter(engagement)

    async def channels(self, tenant: str, team: str) -> list[str]:
        """The channels of a team."""
        rows = await self._store.query(Table.CHANNELS, _place(tenant, team), _PREFIX)
        return [str(row.columns["channel"]) for row in rows]


def _place(tenant: str, team: str) -> str:
    return f"team~{place_key(tenant, team)}"

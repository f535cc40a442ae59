"""A connector whose calls are counted and timed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.teams.outbound.sending import Address, Connector, MemberInfo
from bot.watched.meters import Meters


class WatchedConnector:
    """In front of another connector."""

    def __init__(self, inner: Connector, meters: Meters) -> None:
        self._inner = inner
        self._meters = meters

    async def post(self, to: Address, activity: Mapping[str, Any], *, targeted: bool = False) -> str:
        with self._meters.measured(self._meters.sends, "post"):
            return await self._inner.post(to, activity, targeted=targeted)

    async def update(
        self, to: Address, activity_id: str, activity: Mapping[str, Any], *, targeted: bool = False
    ) -> None:
        with self._meters.measured(self._meters.sends, "update"):
            await self._inner.update(to, activity_id, activity, targeted=targeted)

    async def new_post(self, to: Address, channel_id: str, activity: Mapping[str, Any]) -> tuple[str, str]:
        with self._meters.measured(self._meters.sends, "new_post"):
            return await self._inner.new_post(to, channel_id, activity)

    async def new_chat(self, to: Address, person_id: str, tenant: str) -> str:
        with self._meters.measured(self._meters.sends, "new_chat"):
            return await self._inner.new_chat(to, person_id, tenant)

    async def members(self, to: Address) -> list[MemberInfo]:
        with self._meters.measured(self._meters.sends, "members"):
            return await self._inner.members(to)

"""The people of a conversation, fetched outside the turn and kept for a while."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.engagement import person_key
from bot.core.ports import Clock
from bot.teams.send_faults import SendFailed
from bot.teams.sending import Address, Connector

_FRESH = timedelta(minutes=15)
_KEPT = 2_000
_SHOWN = 100
log = logging.getLogger(__name__)


@dataclass(slots=True)
class People:
    """Who is in a conversation: names by person key, and the ids by which Teams mentions them."""

    names: Mapping[str, str] = field(default_factory=dict)
    teams_ids: Mapping[str, str] = field(default_factory=dict)
    fetched: datetime | None = None


class Rosters:
    """The rosters of conversations. `people` answers at once with what is known, and has it refreshed
    in the background when it is old."""

    def __init__(self, connector: Connector, clock: Clock) -> None:
        self._connector = connector
        self._clock = clock
        self._known: OrderedDict[str, People] = OrderedDict()
        self._running: dict[str, asyncio.Task[None]] = {}

    def people(self, tenant: str, address: Address) -> People:
        """What is known now of the people of a conversation."""
        known = self._known.setdefault(address.conversation, People())
        old = known.fetched is None or self._clock.now() - known.fetched > _FRESH
        if old and address.conversation not in self._running:
            task = asyncio.create_task(self._fetch(tenant, address))
            self._running[address.conversation] = task
            task.add_done_callback(lambda _: self._running.pop(address.conversation, None))
        self._known.move_to_end(address.conversation)
        if len(self._known) > _KEPT:
            self._known.popitem(last=False)
        return known

    def known(self, address: Address) -> People:
        """What is known of the people of a conversation, or of the channel of a thread; asks nobody."""
        return self._known.get(address.conversation.partition(";")[0], People())

    async def settle(self) -> None:
        """Wait for the fetches that run."""
        await asyncio.gather(*self._running.values(), return_exceptions=True)

    async def _fetch(self, tenant: str, address: Address) -> None:
        try:
            members = await self._connector.members(address)
        except SendFailed as trouble:
            log.warning("members not fetched: %s", type(trouble).__name__)
            self._known[address.conversation].fetched = self._clock.now()
            return
        names: dict[str, str] = {}
        ids: dict[str, str] = {}
        for one in members[:_SHOWN]:
            key = person_key(one.tenant or tenant, one.object_id or one.id)
            names[key] = one.name
            ids[key] = one.id
        self._known[address.conversation] = People(names, ids, self._clock.now())

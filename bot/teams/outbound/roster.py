"""The people of a conversation, fetched outside the turn and kept for a while."""

from __future__ import annotations

import asyncio
import logging
import re
from collections import OrderedDict
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.ports import Clock
from bot.teams.inbound.incoming import Incoming
from bot.teams.outbound.people import People, read_people
from bot.teams.outbound.send_faults import Gone, SendFailed
from bot.teams.outbound.sending import Address, Connector
from dialogs.press import Press

_FRESH = timedelta(minutes=15)
_KEPT = 2_000
_MOST_KEPT = 100_000
"""People of all conversations together."""
_PATIENCE = 2.0
_OLDEST = timedelta(hours=12)
"""The age up to which a roster still says who is a member, while Teams gives no newer one."""
_PERSON = re.compile(r"[^/\s]+/[^/\s]+")
log = logging.getLogger(__name__)


class Rosters:
    """The rosters of conversations. `people` answers at once with what is known, and has it refreshed
    in the background when it is old."""

    def __init__(self, connector: Connector, clock: Clock) -> None:
        self._connector = connector
        self._clock = clock
        self._known: OrderedDict[str, People] = OrderedDict()
        self._running: dict[str, asyncio.Task[None]] = {}

    def people(self, tenant: str, address: Address) -> People:
        """The people of a conversation as known now, refreshed in the background where that is old."""
        known = self._known.setdefault(address.conversation, People())
        if self._is_old(known):
            self._refresh(tenant, address)
        self._known.move_to_end(address.conversation)
        if len(self._known) > _KEPT:
            self._known.popitem(last=False)
        return known

    def _refresh(self, tenant: str, address: Address) -> None:
        if address.conversation not in self._running:
            task = asyncio.create_task(self._fetch(tenant, address))
            self._running[address.conversation] = task
            task.add_done_callback(lambda _: self._running.pop(address.conversation, None))

    def _look_again(self, incoming: Incoming, known: People) -> None:
        """Whoever acts in a conversation is in it: where those known are without them, Teams is asked anew,
        once for each."""
        ids = frozenset(one.lower() for one in (incoming.person.id, incoming.teams_id) if one)
        if known.keys and incoming.scope != "personal" and not ids & (known.keys.keys() | known.strangers):
            known.strangers |= ids
            self._refresh(incoming.tenant, Address(incoming.service_url, incoming.conversation))

    def _keep(self, conversation: str, found: People) -> None:
        """Remember what was read, and let go of what was not asked for the longest where it gets too much."""
        found.strangers = self._known[conversation].strangers if conversation in self._known else frozenset()
        self._known[conversation] = found
        self._known.move_to_end(conversation)
        people = sum(len(one.whole_names) for one in self._known.values())
        while people > _MOST_KEPT and len(self._known) > 1:
            people -= len(self._known.popitem(last=False)[1].whole_names)

    async def people_for(self, incoming: Incoming, conversation: str, press: Press | None) -> People:
        """The same for a turn. Where this process knows nobody yet and a press names somebody, a moment is
        waited: a new process must not refuse what the card of the last one offered."""
        address = Address(incoming.service_url, conversation)
        known, sent = self.people(incoming.tenant, address), press.inputs if press else {}
        if conversation == incoming.conversation:
            self._look_again(incoming, known)
        running = self._running.get(address.conversation)
        if known.fetched is None and running is not None and any(map(_names_somebody, sent.items())):
            await asyncio.wait([running], timeout=_PATIENCE)
            return self._known.get(address.conversation, known)
        return known

    async def fetched(self, tenant: str, address: Address) -> People:
        """The people of a conversation, asked for where nobody did lately. Raises SendFailed."""
        known = self._known.get(address.conversation)
        if known is not None and known.names and not self._is_old(known):
            return known
        return await self._fetched(tenant, address)

    async def lists(self, tenant: str, address: Address, ids: Iterable[str]) -> bool:
        """True where one of these ids (of a person) is a member's: asked of Teams where nobody did within a
        quarter of an hour. Nobody is where the conversation is gone, or Teams has not answered for long."""
        known = await self._as_of_late(tenant, address)
        if known is None:
            return False
        # No real conversation has nobody in it: this one is not told.
        return not known.keys or any(one.lower() in known.keys for one in ids)

    async def _as_of_late(self, tenant: str, address: Address) -> People | None:
        known, now = self._known.get(address.conversation), self._clock.now()
        if known is not None and known.read is not None and now - known.read <= _FRESH:
            return known
        try:
            async with asyncio.timeout(_PATIENCE):
                return await self._fetched(tenant, address)
        except Gone:
            return None
        except (SendFailed, TimeoutError) as trouble:
            log.warning("members not asked: %s", type(trouble).__name__)
        return known if known is not None and known.read and now - known.read <= _OLDEST else None

    async def _fetched(self, tenant: str, address: Address) -> People:
        found = read_people(tenant, await self._connector.members(address), self._clock.now())
        self._keep(address.conversation, found)
        return found

    def _is_old(self, known: People) -> bool:
        return known.fetched is None or self._clock.now() - known.fetched > _FRESH

    def known(self, address: Address) -> People:
        """The known people of a conversation, or of the channel of a thread; asks nobody."""
        return self._known.get(address.conversation.partition(";")[0], People())

    def forget(self) -> None:
        """Somebody came or went somewhere: everybody is asked for anew where it matters."""
        for one in self._known.values():
            one.fetched = one.read = None

    async def settle(self) -> None:
        """Wait for the fetches that run."""
        await asyncio.gather(*self._running.values(), return_exceptions=True)

    async def _fetch(self, tenant: str, address: Address) -> None:
        try:
            members = await self._connector.members(address)
        except SendFailed as trouble:
            log.warning("members not fetched: %s", type(trouble).__name__)
            self._known.setdefault(address.conversation, People()).fetched = self._clock.now()
            return
        self._keep(address.conversation, read_people(tenant, members, self._clock.now()))


def _names_somebody(entered: tuple[str, Any]) -> bool:
    """True where an input has the form of a person's key, or is one for a person's name."""
    name, value = entered
    if not isinstance(value, str):
        return False
    return _PERSON.fullmatch(value) is not None or bool(name.endswith(OTHER_PERSON) and value.strip())

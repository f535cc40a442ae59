"""Carries the cards of the sweep: one try each, within the limits of tenants and conversations."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from typing import Final
from urllib.parse import urlsplit

from bot.core.courier import Card, Delivery, SendOutcome
from bot.core.engagement import Engagement
from bot.core.questions.roster import MOST_PEOPLE
from bot.settings.values import is_loopback
from bot.teams.outbound.messages import address, message
from bot.teams.outbound.pacing import LIMITS, Pace
from bot.teams.outbound.roster import People, Rosters
from bot.teams.outbound.send_faults import Gone, Refused, SendFailed, Unsure
from bot.teams.outbound.sending import Address, Connector

TENANT_LIMITS: Final = ((50, 1.1),)
"""(sends, seconds) of a bot in a tenant: the 50 a second that Teams documents, and a little longer because
some travel faster."""
_KEPT = 5_000
_TOO_MANY = 429
_USUAL_WAIT = 1.0
_PASSES = (0, 401, 412, 429)
"""Refusals that pass: not connected or no token, a token refused, precondition, too many."""


class TeamsCourier:
    """A Courier over the connector. `only_loopback` refuses workshops that live anywhere else."""

    def __init__(
        self,
        connector: Connector,
        rosters: Rosters,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
        *,
        only_loopback: bool = False,
    ) -> None:
        self._connector = connector
        self._rosters = rosters
        self._sleep = sleep
        self._clock = clock
        self._only_loopback = only_loopback
        self._held: dict[str, float] = {}
        self._paces: OrderedDict[tuple[str, str], Pace] = OrderedDict()

    def reaches(self, engagement: Engagement) -> bool:
        host = urlsplit(engagement.reference.service_url).hostname
        return not self._only_loopback or is_loopback(host)

    def teams_ids(self, engagement: Engagement) -> Mapping[str, str]:
        return self._rosters.known(address(engagement.reference)).teams_ids

    def held(self, tenant: str) -> float:
        return max(0.0, self._held.get(tenant, 0.0) - self._clock())

    async def wait_for_turn(self, tenant: str, conversation: str) -> None:
        await self._paced(("tenant", tenant, TENANT_LIMITS), ("conversation", conversation, LIMITS))

    async def post(self, engagement: Engagement, card: Card) -> Delivery:
        return await self._send(engagement.tenant, address(engagement.reference), card)

    async def update(self, engagement: Engagement, conversation: str, activity: str, card: Card) -> Delivery:
        to = Address(engagement.reference.service_url, conversation)
        await self._paced(("wire", engagement.tenant, TENANT_LIMITS))
        try:
            await self._connector.update(to, activity, message(card))
        except SendFailed as trouble:
            return self._delivery(engagement.tenant, trouble)
        return Delivery(SendOutcome.SENT)

    async def chat(self, engagement: Engagement, person: str) -> str | Delivery:
        place = address(engagement.reference)
        channel = Address(place.service_url, engagement.reference.conversation)
        if engagement.reference.scope == "personal":
            return channel.conversation
        try:
            await self.wait_for_turn(engagement.tenant, channel.conversation)
            people = await self._people(engagement, channel, person)
            tenant, object_id = people.tenant_of(person), person.partition("/")[2]
            # Of a large conversation only the beginning is read; Teams knows people by object id, too.
            everybody = people.fetched is not None and len(people.names) < MOST_PEOPLE
            if everybody and person not in people.teams_ids:
                return Delivery(SendOutcome.FAILED, "NotAMember")
            await self.wait_for_turn(engagement.tenant, person)
            return await self._connector.new_chat(channel, people.teams_ids.get(person, object_id), tenant)
        except SendFailed as trouble:
            found = self._delivery(engagement.tenant, trouble)
            # A chat that was made all the same is found again by the next try.
            again = found.outcome is SendOutcome.UNKNOWN
            return Delivery(SendOutcome.REFUSED, found.reason) if again else found

    async def _people(self, engagement: Engagement, channel: Address, person: str) -> People:
        """The people of the channel. The FM is reached by object id where it is gone: it is they who hear."""
        try:
            return await self._rosters.fetched(engagement.tenant, channel)
        except Gone:
            if person != engagement.fm:
                raise
            return People()

    async def tell(self, engagement: Engagement, chat: str, card: Card) -> Delivery:
        return await self._send(engagement.tenant, Address(engagement.reference.service_url, chat), card)

    async def _send(self, tenant: str, to: Address, card: Card) -> Delivery:
        # Since its turn the send may have waited for others: what counts is when it leaves.
        await self._paced(("wire", tenant, TENANT_LIMITS))
        try:
            created = await self._connector.post(to, message(card))
        except SendFailed as trouble:
            return self._delivery(tenant, trouble)
        return Delivery(SendOutcome.SENT, conversation=to.conversation, activity=created)

    def _delivery(self, tenant: str, trouble: SendFailed) -> Delivery:
        """The outcome that a fault means. After a 429 the tenant gets nothing more for as long as it asks."""
        match trouble:
            case Unsure():
                return Delivery(SendOutcome.UNKNOWN, str(trouble))
            case Gone():
                return Delivery(SendOutcome.GONE, str(trouble))
            case Refused() if trouble.status in _PASSES:
                if trouble.status == _TOO_MANY:
                    wait = _USUAL_WAIT if trouble.retry_after is None else trouble.retry_after
                    self._held[tenant] = max(self._held.get(tenant, 0.0), self._clock() + wait)
                return Delivery(SendOutcome.REFUSED, str(trouble), trouble.retry_after)
        return Delivery(SendOutcome.FAILED, str(trouble))

    async def _paced(self, *limited: tuple[str, str, tuple[tuple[int, float], ...]]) -> None:
        paces = [self._pace(*one) for one in limited]
        while pause := max(pace.wait(self._clock()) for pace in paces):
            await self._sleep(pause)
        for pace in paces:
            pace.note(self._clock())

    def _pace(self, kind: str, of: str, limits: tuple[tuple[int, float], ...]) -> Pace:
        pace = self._paces.setdefault((kind, of), Pace(limits))
        self._paces.move_to_end((kind, of))
        if len(self._paces) > _KEPT:
            self._paces.popitem(last=False)
        return pace

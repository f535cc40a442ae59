"""Carries the cards of the sweep: one try each, within the limits of tenants and conversations."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from bot.core.courier import Card, Delivery, SendOutcome
from bot.core.engagement import Engagement
from bot.core.keys import short_hash
from bot.core.questions.roster import MOST_PEOPLE
from bot.settings.values import is_loopback
from bot.teams.outbound.messages import address, message
from bot.teams.outbound.pacing import TENANT_LIMITS, Pace, Traffic
from bot.teams.outbound.people import People
from bot.teams.outbound.roster import Rosters
from bot.teams.outbound.send_faults import BUSY, NOT_ALLOWED, Gone, Refused, SendFailed, Unsure
from bot.teams.outbound.sending import Address, Connector

_TOO_MANY = 429
_NO_CHAT = (403, 404)
_PASSES = (0, 401, 412, 429, BUSY)
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
        traffic: Traffic | None = None,
    ) -> None:
        self._connector = connector
        self._rosters = rosters
        self._sleep = sleep
        self._clock = clock
        self._only_loopback = only_loopback
        self._traffic = traffic or Traffic()

    def reaches(self, engagement: Engagement) -> bool:
        host = urlsplit(engagement.reference.service_url).hostname
        return not self._only_loopback or is_loopback(host)

    def teams_ids(self, engagement: Engagement) -> Mapping[str, str]:
        return self._rosters.known(address(engagement.reference)).teams_ids

    def held(self, tenant: str) -> float:
        return self._traffic.held(short_hash(tenant), self._clock())

    async def wait_for_turn(self, tenant: str, conversation: str) -> None:
        in_tenant = self._traffic.pace("tenant", short_hash(tenant), TENANT_LIMITS)
        await self._paced(in_tenant, self._traffic.in_conversation(conversation))

    async def post(self, engagement: Engagement, card: Card) -> Delivery:
        return await self._send(engagement.tenant, address(engagement.reference), card)

    async def update(self, engagement: Engagement, conversation: str, activity: str, card: Card) -> Delivery:
        to = Address(engagement.reference.service_url, conversation)
        await self._paced(self._traffic.on_the_wire(short_hash(engagement.tenant)))
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
                return Delivery(SendOutcome.UNREACHABLE, "NotAMember")
            await self.wait_for_turn(engagement.tenant, person)
            return await self._connector.new_chat(channel, people.teams_ids.get(person, object_id), tenant)
        except SendFailed as trouble:
            found = self._in_person(engagement.tenant, trouble)
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
        to = Address(engagement.reference.service_url, chat)
        return await self._send(engagement.tenant, to, card, personal=True)

    async def aside(self, engagement: Engagement, person: str, card: Card) -> Delivery:
        known = self._rosters.known(Address("", engagement.reference.conversation))
        if person not in known.teams_ids and len(known.names) < MOST_PEOPLE:
            return Delivery(SendOutcome.UNREACHABLE, "NotAMember")
        teams_id = known.teams_ids.get(person, person.partition("/")[2])
        taking_part = engagement.people.get(person)
        name = known.names.get(person) or (taking_part.name if taking_part else "")
        recipient = {"id": teams_id, "name": name, "isTargeted": True}
        to = address(engagement.reference)
        return await self._send(engagement.tenant, to, card, recipient=recipient)

    async def _send(
        self,
        tenant: str,
        to: Address,
        card: Card,
        *,
        personal: bool = False,
        recipient: Mapping[str, Any] | None = None,
    ) -> Delivery:
        # Since its turn the send may have waited for others: what counts is when it leaves.
        await self._paced(self._traffic.on_the_wire(short_hash(tenant)))
        body, targeted = message(card), recipient is not None
        if targeted:
            body["recipient"] = recipient
        try:
            created = await self._connector.post(to, body, targeted=targeted)
        except SendFailed as trouble:
            return (self._in_person if personal else self._delivery)(tenant, trouble)
        return Delivery(SendOutcome.SENT, conversation=to.conversation, activity=created)

    def _in_person(self, tenant: str, trouble: SendFailed) -> Delivery:
        """The same of what goes to a person: a refusal says that they do not have the app, or blocked it."""
        found = self._delivery(tenant, trouble)
        away = isinstance(trouble, Refused) and trouble.status in _NO_CHAT and trouble.code != NOT_ALLOWED
        if away or found.outcome is SendOutcome.GONE:
            return Delivery(SendOutcome.UNREACHABLE, found.reason)
        return found

    def _delivery(self, tenant: str, trouble: SendFailed) -> Delivery:
        """The outcome that a fault means. After a 429 the tenant gets nothing more for as long as it asks."""
        match trouble:
            case Unsure():
                return Delivery(SendOutcome.UNKNOWN, str(trouble))
            case Gone():
                return Delivery(SendOutcome.GONE, str(trouble))
            case Refused() if trouble.status in _PASSES:
                if trouble.status == _TOO_MANY:
                    self._traffic.hold(short_hash(tenant), self._clock(), trouble.retry_after)
                return Delivery(SendOutcome.REFUSED, str(trouble), trouble.retry_after)
        return Delivery(SendOutcome.FAILED, str(trouble))

    async def _paced(self, *paces: Pace) -> None:
        while pause := max(pace.wait(self._clock()) for pace in paces):
            await self._sleep(pause)
        for pace in paces:
            pace.note(self._clock())

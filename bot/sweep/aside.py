"""The way out where a person cannot be reached in person: the workshop's thread, for their eyes alone."""

from __future__ import annotations

from bot.core.checkins.kinds import Reminder
from bot.core.courier import Card, Courier, Delivery, SendOutcome
from bot.core.questions.picture import Picture
from bot.core.reading.shared import Shared
from bot.sweep.drawing import neutral_card, reminder_card

_SETTLED = (SendOutcome.REFUSED, SendOutcome.UNKNOWN, SendOutcome.UNREACHABLE)
"""Outcomes of the private message after which the mention does not follow: it comes again, may be there, or
the person is not in the conversation."""


class Aside:
    """Used by the sender, when a message in person was refused for good."""

    def __init__(self, courier: Courier, shared: Shared) -> None:
        self._courier = courier
        self._shared = shared

    async def tell(self, picture: Picture, one: Reminder, refusal: Delivery) -> Delivery:
        """The same in a message of the thread that the person alone sees; where Teams takes none, a mention
        that says nothing of it. ASIDE where one of both was sent; UNREACHABLE where none was."""
        engagement, person = picture.engagement, one.to or ""
        if engagement.reference.scope == "personal":
            return refusal
        ids = self._courier.teams_ids(engagement)
        card, _ = reminder_card(picture, self._shared, one, ids, in_thread=True)
        await self._turn(picture)
        private = await self._courier.aside(engagement, person, card)
        if private.outcome in _SETTLED:
            return private
        if private.outcome is SendOutcome.SENT:
            return Delivery(SendOutcome.ASIDE, refusal.reason)
        return await self._mention(picture, neutral_card(picture, self._shared, one, ids), refusal)

    async def _mention(self, picture: Picture, card: Card, refusal: Delivery) -> Delivery:
        await self._turn(picture)
        said = await self._courier.post(picture.engagement, card)
        if said.outcome is SendOutcome.SENT:
            return Delivery(SendOutcome.ASIDE, refusal.reason)
        again = said.outcome in (SendOutcome.REFUSED, SendOutcome.UNKNOWN)
        return said if again else Delivery(SendOutcome.UNREACHABLE, said.reason)

    async def _turn(self, picture: Picture) -> None:
        engagement = picture.engagement
        await self._courier.wait_for_turn(engagement.tenant, engagement.reference.conversation)

"""Notes on a paper in the thread: the card goes on stating what it did when it was posted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from bot.kept.posted import Posted, PostedCards
from bot.teams.outbound.messages import message
from bot.teams.outbound.outbox import Sent
from cards.minutes import noted_on


class Paper:
    """One update of a card that is remembered with all that it says. One that was posted before cards were
    remembered is drawn as the update has it."""

    def __init__(self, posted: PostedCards, engagement: str, card: str) -> None:
        self._posted = posted
        self._engagement = engagement
        self._card = card
        self._shown: Mapping[str, Any] = {}

    async def completed(self, activity: Mapping[str, Any]) -> Mapping[str, Any]:
        """The activity with what the card states."""
        self._shown = activity["attachments"][0]["content"]
        place = await self._posted.read(self._engagement, self._card)
        if place is not None and place.card:
            self._shown = noted_on(msgspec.json.decode(place.card), self._shown)
        return message(self._shown)

    async def sent(self, where: Sent) -> None:
        """Remember the card as it stands now."""
        place = await self._posted.find(self._engagement, self._card)
        if place is not None and place.card:
            text = msgspec.json.encode(self._shown).decode()
            posted = Posted(place.conversation, place.activity, card=text)
            await self._posted.record(self._engagement, self._card, posted)

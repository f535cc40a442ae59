"""The place of one card of an engagement in Teams, where its updates go."""

from __future__ import annotations

import msgspec

from bot.core.engagement import Engagement
from bot.core.questions.effects import WORKSHOP_CARD
from bot.core.step import Post
from bot.kept.posted import Posted, PostedCards
from bot.kept.unsent import Unsent
from bot.teams.outbound.messages import Card
from bot.teams.outbound.outbox import Sent
from bot.teams.outbound.send_faults import PASSES, Refused
from bot.teams.outbound.sending import Address


class CardPlace:
    """Looked up when the turn of a send comes, after the posts before it. `anew` is the post that brings the
    card where there is none; another process may be at it. One that `comes_again` has its place read every
    time."""

    def __init__(
        self,
        posted: PostedCards,
        unsent: Unsent,
        engagement: Engagement,
        card: str = WORKSHOP_CARD,
        anew: Post | None = None,
        *,
        before_move: bool = False,
        comes_again: bool = False,
    ) -> None:
        self._posted = posted
        self._unsent = unsent
        self._engagement = engagement
        self._card = card
        self._anew = anew
        # No other card ever goes elsewhere.
        self._moves = engagement.moves - before_move if card == WORKSHOP_CARD else 0
        self._comes_again = comes_again
        self._tried: Posted | None = None

    async def find(self) -> tuple[Address, str] | None:
        """The address and the activity of the card; None where it was never posted, or nobody knows. Refused
        where another process posts it at this moment: it will be there at the next try."""
        if await self._is_being_posted():
            raise Refused(PASSES, "PostedByAnother", None)
        self._tried = await self._look()
        if self._tried is None:
            return None
        service_url = self._engagement.reference.service_url
        return Address(service_url, self._tried.conversation), self._tried.activity

    async def _look(self) -> Posted | None:
        look = self._posted.read if self._comes_again else self._posted.find
        return await look(self._engagement.id, self._card, self._moves)

    async def _is_being_posted(self) -> bool:
        one, may_be_earlier = self._engagement.id, self._comes_again or self._moves
        is_known = not self._comes_again and self._posted.knows(one, self._card, self._moves)
        if self._anew is None or is_known:
            return False
        # A card that never went elsewhere is where the store says; of any other that may be the place before.
        if not may_be_earlier and await self._look() is not None:
            return False
        # Whoever posts it notes its place, and only then crosses the post out.
        return await self._unsent.is_being_sent(one, self._anew)

    async def is_another(self) -> bool:
        """True where Teams knew nothing of the card at its place because another process posted it anew."""
        now = await self._posted.read(self._engagement.id, self._card, self._moves)
        return now is not None and now != self._tried

    async def remember(self, where: Sent, says: str = "", paper: Card | None = None) -> None:
        """The card stands there now. `says` marks what a lasting card says, `paper` is all that it says."""
        text = "" if paper is None else msgspec.json.encode(paper).decode()
        posted = Posted(where.conversation, where.activity_id, says, text)
        await self._posted.record(self._engagement.id, self._card, posted, self._moves)

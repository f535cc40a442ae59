"""Posts that were noted and not crossed out: taken up once, by a new process or by whoever asks for them."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Collection

from bot.core.engagement import Engagement
from bot.core.playbook.book import Book
from bot.core.ports import RowUnreadable, StoreUnavailable
from bot.core.questions.effects import PostShared
from bot.kept.engagements import Engagements
from bot.kept.posted import PostedCards
from bot.kept.unsent import Left, Unsent

log = logging.getLogger(__name__)

_PAGE = 90
"""Posts that are taken up at a time."""
_PAGE_SECONDS = 30.0

SendLeft = Callable[[Left, Engagement], None]
"""Queues a post that was left, as its engagement calls for it now."""
Waiting = Callable[[Collection[str], float], Awaitable[None]]
"""Waits until what is queued of these engagements has left, for so many seconds at most."""


class Leftover:
    """Posts that nobody crossed out. What was never sent is sent; what perhaps was is sent once more where
    somebody asks for it, and never by itself."""

    def __init__(
        self, book: Book, engagements: Engagements, posted: PostedCards, unsent: Unsent, send: SendLeft
    ) -> None:
        self._book = book
        self._engagements = engagements
        self._posted = posted
        self._unsent = unsent
        self._send = send

    async def resume(self, engagement: Engagement, *, asked: bool) -> None:
        """Send what of this engagement another process noted and did not send; where somebody `asked` for the
        cards, also once what perhaps was sent. The workshop card has come with the asking."""
        for left in await self._unsent.left_of(engagement.id):
            wanted = asked and not left.again and not isinstance(left.post, PostShared)
            if wanted or not left.unsure:
                await self._take_up(left, engagement)

    async def recover(self, waiting: Waiting) -> None:
        """Send what processes that are gone noted and did not send, the oldest first, a page after the other;
        forget what nobody expects any more. One that goes wrong keeps back no other. StoreUnavailable."""
        every = await self._unsent.left()
        for first in range(0, len(every), _PAGE):
            page = every[first : first + _PAGE]
            for left in page:
                await self._recover_one(left)
            if first + _PAGE < len(every):
                # A claim lasts as long as a few sends: no more are taken than leave meanwhile.
                await waiting({left.engagement for left in page}, _PAGE_SECONDS)

    async def _recover_one(self, left: Left) -> None:
        named = {"engagement": left.engagement, "card": left.post.name}
        if self._unsent.is_old(left):
            log.error("nobody knows whether the card arrived: forgotten", extra=named)
            await self._unsent.cross_out(left.engagement, left.post)
        elif not left.unsure:
            try:
                loaded = await self._engagements.load(left.engagement)
                await self._take_up(left, loaded.engagement if loaded else None)
            except RowUnreadable:
                log.error("pending send left: its workshop cannot be read", extra=named)
            except StoreUnavailable:
                raise
            except Exception as trouble:  # of one workshop: those of all others must still leave
                log.exception("pending send left", exc_info=trouble, extra=named)

    async def _take_up(self, left: Left, engagement: Engagement | None) -> None:
        """A row is a hint: what the engagement does not know of was never committed."""
        if left.again and not left.unsure:
            # A process died while it was sent for the second time: a third one could stand beside these.
            await self._unsent.doubt(left.engagement, left.post, again=True)
            return
        done = left.post.once and await self._posted.find(left.engagement, left.post.name)
        if not await self._unsent.take(left):
            return
        if done or engagement is None or not left.post.is_due(self._book, engagement):
            await self._unsent.cross_out(left.engagement, left.post)
            return
        self._send(left, engagement)

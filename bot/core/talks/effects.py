"""The message that announces talks in the thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.core.engagement import Engagement
from bot.core.playbook.book import Book
from bot.core.questions.lasting import OFFERS_CARD
from bot.core.step import Post

_NAMED = "offer~"


def offered_in(card: str) -> tuple[str, ...]:
    """The talks that a card of this name offers."""
    return tuple(card.removeprefix(_NAMED).split("+"))


@dataclass(frozen=True, slots=True)
class OfferTalks(Post):
    """An answer brought talks to offer (their ids): a small message in the thread says so once."""

    kind: ClassVar[str] = "Offer"

    talks: tuple[str, ...]

    @property
    def name(self) -> str:
        """The same talks are the same message."""
        return f"{_NAMED}{'+'.join(self.talks)}"

    @property
    def remembered_as(self) -> str:
        """Its name: it is drawn anew."""
        return self.name

    @property
    def lasting(self) -> str:
        """One kind, whatever is offered."""
        return OFFERS_CARD

    def is_due(self, book: Book, engagement: Engagement) -> bool:
        """True since these talks are offered."""
        return set(self.talks) <= set(engagement.offered)


POSTS = (OfferTalks,)

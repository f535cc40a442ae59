"""The message that announces talks in the thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.core.engagement import Engagement
from bot.core.playbook.book import Book
from bot.core.step import Post


@dataclass(frozen=True, slots=True)
class OfferTalks(Post):
    """An answer brought talks to offer (their ids): a small message in the thread says so once."""

    kind: ClassVar[str] = "Offer"

    talks: tuple[str, ...]

    @property
    def name(self) -> str:
        """The same talks are the same message."""
        return f"offer~{'+'.join(self.talks)}"

    def is_due(self, book: Book, engagement: Engagement) -> bool:
        """True since these talks are offered."""
        return set(self.talks) <= set(engagement.offered)


POSTS = (OfferTalks,)

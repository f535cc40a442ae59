"""The message to those whom the FM invited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.core.engagement import Engagement
from bot.core.playbook.book import Book
from bot.core.step import Post


@dataclass(frozen=True, slots=True)
class PostInvitation(Post):
    """The workshop begins, or people come to it: a new message that mentions them; without `people` it speaks
    to everybody."""

    kind: ClassVar[str] = "PostInvitation"
    once: ClassVar[bool] = True

    number: int
    people: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """One name for each invitation."""
        return f"invitation~{self.number}"

    def is_due(self, book: Book, engagement: Engagement) -> bool:
        """True since the FM sent it, while the workshop takes answers."""
        return engagement.status == "running" and engagement.invitations >= self.number


POSTS = (PostInvitation,)

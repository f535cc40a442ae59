"""The cards of the minutes in the thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.core.engagement import Engagement
from bot.core.playbook.book import Book
from bot.core.step import Post, Update


@dataclass(frozen=True, slots=True)
class PostMinutes(Post):
    """A version of the minutes goes to the thread, to be confirmed there."""

    kind: ClassVar[str] = "PostMinutes"
    once: ClassVar[bool] = True
    is_paper: ClassVar[bool] = True

    version: int

    @property
    def name(self) -> str:
        """One name for each version."""
        return _name(self.version)

    def is_due(self, book: Book, engagement: Engagement) -> bool:
        """True until there is a newer version."""
        return engagement.minutes is not None and engagement.minutes.version == self.version


@dataclass(frozen=True, slots=True)
class UpdateMinutes(Update):
    """It is noted on the card of a version how it stands: confirmed, no longer right, superseded."""

    is_paper: ClassVar[bool] = True

    version: int

    @property
    def replaces(self) -> str:
        """The card of that version."""
        return _name(self.version)


def _name(version: int) -> str:
    return f"minutes~{version}"


POSTS = (PostMinutes,)

"""The cards of a meeting's questions in the thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.core.engagement import Engagement
from bot.core.playbook.book import Book
from bot.core.questions.effects import count_name
from bot.core.step import Post, Update


@dataclass(frozen=True, slots=True)
class PostLive(Post):
    """A question is put to the thread for all to answer there."""

    kind: ClassVar[str] = "PostLive"

    key: str

    @property
    def name(self) -> str:
        """One name for each question."""
        return _name(self.key)

    @property
    def remembered_as(self) -> str:
        """The name of the question's card, needed until the question is closed."""
        return _name(self.key)

    def is_due(self, book: Book, engagement: Engagement) -> bool:
        """True while the question stands in the thread."""
        return engagement.live is not None and engagement.live.ask == self.key


@dataclass(frozen=True, slots=True)
class CloseLive(Update):
    """A question that was put to the thread is closed: its card shows what was said."""

    ranked: ClassVar[bool] = False
    comes_again: ClassVar[bool] = True

    key: str

    @property
    def replaces(self) -> str:
        """The question's card."""
        return _name(self.key)


@dataclass(frozen=True, slots=True)
class PostCount(Post):
    """Beside a question in the thread: how many have answered. It is a message of its own, because an update
    of the question's card would take from everybody what they are entering there."""

    kind: ClassVar[str] = "PostCount"

    key: str

    @property
    def name(self) -> str:
        """One name for each question."""
        return count_name(self.key)

    @property
    def remembered_as(self) -> str:
        """The name of the count, which follows the answers."""
        return count_name(self.key)

    def is_due(self, book: Book, engagement: Engagement) -> bool:
        """True while the question stands in the thread."""
        return engagement.live is not None and engagement.live.ask == self.key


def _name(key: str) -> str:
    return f"live~{key}"


POSTS = (PostLive, PostCount)

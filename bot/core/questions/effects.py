"""The cards that a workshop posts by itself: the workshop card, results, the summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.core.engagement import Engagement
from bot.core.playbook.book import Book
from bot.core.questions.lasting import RESULT_CARD, SUMMARY_CARD, card_name, lasting_cards
from bot.core.step import Post, Update

WORKSHOP_CARD = "workshop"
"""The name under which the workshop card is remembered."""
COUNT_HELD = 2.0
"""Seconds in which the answers in a meeting come into the same count."""


@dataclass(frozen=True, slots=True)
class PostShared(Post):
    """The workshop card is posted in the workshop's thread; when it moved, the old one becomes a pointer."""

    kind: ClassVar[str] = "PostShared"

    moved: bool = False

    @property
    def name(self) -> str:
        """The one name of the workshop card, moved or not."""
        return "shared"

    @property
    def remembered_as(self) -> str:
        """The name of the workshop card, which is updated where it was posted last."""
        return WORKSHOP_CARD

    def is_due(self, book: Book, engagement: Engagement) -> bool:
        """True except in a workshop that was discarded."""
        return engagement.status != "gone"


@dataclass(frozen=True, slots=True)
class UpdateShared(Update):
    """The workshop card is drawn anew for all."""

    @property
    def replaces(self) -> str:
        """The workshop card."""
        return WORKSHOP_CARD


def count_name(key: str) -> str:
    """The name of the count that stands beside a question in the thread."""
    return f"count~{key}"


@dataclass(frozen=True, slots=True)
class UpdateCount(Update):
    """The count of answers beside a question in the thread is drawn anew, a last time when it is closed."""

    comes_again: ClassVar[bool] = True

    key: str
    closed: bool = False

    @property
    def held(self) -> float:
        """Answers come close together; the last count waits for none."""
        return 0.0 if self.closed else COUNT_HELD

    @property
    def replaces(self) -> str:
        """The count of the same question."""
        return count_name(self.key)


@dataclass(frozen=True, slots=True)
class PostResult(Post):
    """A factor completed: its result card goes to the thread. `number` counts the times that it did."""

    kind: ClassVar[str] = "PostResult"
    once: ClassVar[bool] = True

    factor: str
    number: int = 1

    @property
    def name(self) -> str:
        """One name for each factor and time."""
        return card_name(self.lasting, self.number)

    @property
    def lasting(self) -> str:
        """A kind for each factor."""
        return f"{RESULT_CARD}{self.factor}"

    def is_due(self, book: Book, engagement: Engagement) -> bool:
        """True since the factor completed, until it is open again."""
        latest = lasting_cards(engagement).get(self.lasting)
        return self.factor in engagement.closed_factors and latest == self.name


@dataclass(frozen=True, slots=True)
class PostSummary(Post):
    """Everything is settled: the summary goes to the thread. `number` counts the times that it was."""

    kind: ClassVar[str] = "PostSummary"
    once: ClassVar[bool] = True

    number: int = 1

    @property
    def name(self) -> str:
        """One name for each time."""
        return card_name(SUMMARY_CARD, self.number)

    @property
    def lasting(self) -> str:
        """One kind for the whole engagement."""
        return SUMMARY_CARD

    def is_due(self, book: Book, engagement: Engagement) -> bool:
        """True since everything was settled, until something is open again."""
        return engagement.summary_posted and lasting_cards(engagement).get(SUMMARY_CARD) == self.name


POSTS = (PostShared, PostResult, PostSummary)

"""The cards that a workshop posts by itself: the workshop card, results, the summary."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PostShared:
    """The workshop card is posted in the workshop's thread; when it moved, the old one becomes a pointer."""

    moved: bool = False


@dataclass(frozen=True, slots=True)
class UpdateShared:
    """The workshop card is drawn anew for all."""


@dataclass(frozen=True, slots=True)
class PostResult:
    """A factor completed: its result card goes to the thread."""

    factor: str


@dataclass(frozen=True, slots=True)
class PostSummary:
    """Everything is settled: the summary goes to the thread."""

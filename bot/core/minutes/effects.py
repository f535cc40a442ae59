"""The cards of the minutes in the thread."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PostMinutes:
    """A version of the minutes goes to the thread, to be confirmed there."""

    version: int


@dataclass(frozen=True, slots=True)
class UpdateMinutes:
    """The card of a version of the minutes is drawn anew."""

    version: int

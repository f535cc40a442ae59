"""What an answer brings to the thread: material, and somebody who is asked."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.engagement import (
    Person,
)


@dataclass(frozen=True, slots=True)
class Share:
    """Resources that an answer brought (the OneDrive kit) go to the thread."""

    resources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hand:
    """A question was handed to somebody, who is mentioned once in a new small message."""

    to: str
    by: Person
    question: str
    service: str | None

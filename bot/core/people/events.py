"""The events about people themselves: take part, leave a private view, choose a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from bot.core.engagement import Status
from bot.core.step import OPEN, Event


@dataclass(frozen=True, slots=True)
class TakePart(Event):
    """Somebody says which roles they have."""

    held_in: ClassVar[frozenset[Status]] = OPEN

    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stop(Event):
    """Somebody leaves their private view: for later, or because no question is left."""


@dataclass(frozen=True, slots=True)
class Speak(Event):
    """The FM sets the workshop's language, anybody that of their own views."""

    language: str

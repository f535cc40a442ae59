"""What people do for themselves: take part, leave their view, choose a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.engagement import Person


@dataclass(frozen=True, slots=True)
class TakePart:
    """Somebody says which roles they have."""

    by: Person
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stop:
    """Somebody leaves their private view: later, or nothing is left."""

    by: Person


@dataclass(frozen=True, slots=True)
class Speak:
    """The FM sets the workshop's language, anybody that of their own views."""

    by: Person
    language: str

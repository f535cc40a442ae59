"""The events about people: take part, be invited, leave a private view, choose a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from bot.core.engagement import Status
from bot.core.step import OPEN, RUNNING, Event


@dataclass(frozen=True, slots=True)
class TakePart(Event):
    """Somebody says which roles they have."""

    held_in: ClassVar[frozenset[Status]] = OPEN

    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Invite(Event):
    """The FM says who has which roles; `raw` are the inputs of the form (`invited_field`)."""

    for_fm: ClassVar[bool] = True
    held_in: ClassVar[frozenset[Status]] = RUNNING

    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stop(Event):
    """Somebody leaves their private view: for later, or because no question is left."""


@dataclass(frozen=True, slots=True)
class Speak(Event):
    """The FM sets the workshop's language, anybody that of their own views."""

    language: str

"""The events about the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from bot.core.engagement import Status
from bot.core.step import GOING_ON, Event

Act = Literal["done", "dropped", "stuck", "reopen", "date", "owner"]
"""The acts on an item: done, dropped, stuck with a reason, open again, another day, another owner."""


@dataclass(frozen=True, slots=True)
class AddItem(Event):
    """Somebody of the team adds an item; `raw` are the inputs. `gone` are people who left the channel."""

    held_in: ClassVar[frozenset[Status]] = GOING_ON

    raw: Mapping[str, Any]
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ActOnItem(Event):
    """The owner or the FM changes an item's status, day or owner; `raw` are the inputs that this takes."""

    held_in: ClassVar[frozenset[Status]] = GOING_ON

    item: str
    act: Act
    raw: Mapping[str, Any]
    gone: frozenset[str] = frozenset()

"""What people do with the plan, and the row that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.core.engagement import Person

Act = Literal["done", "dropped", "stuck", "reopen", "date", "owner"]
"""What can be done with an item: two ends, what holds it up, back to open, another day, another person."""


@dataclass(frozen=True, slots=True)
class AddItem:
    """Somebody of the team adds an item; `raw` are the inputs. `gone` are people who left the channel."""

    by: Person
    raw: Mapping[str, Any]
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ActOnItem:
    """The owner or the FM says what became of an item; `raw` are the inputs that this takes."""

    by: Person
    item: str
    act: Act
    raw: Mapping[str, Any]
    gone: frozenset[str] = frozenset()

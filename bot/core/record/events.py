"""What the FM does with what is kept of a workshop: tasks, material, outcomes, notes, its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.core.engagement import Person

TaskAct = Literal["done", "reopen", "note", "drop"]
"""What can be done with a task: tick, untick, note something, and take one of one's own off the list."""


@dataclass(frozen=True, slots=True)
class Complete:
    """The FM completes the workshop."""

    by: Person


@dataclass(frozen=True, slots=True)
class AddTask:
    """The FM adds a task of their own; `raw` holds its number and its name."""

    by: Person
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ActOnTask:
    """The FM says what became of a task; `raw` holds the note."""

    by: Person
    task: str
    act: TaskAct
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ShowMaterial:
    """The FM presented material on the day in `raw`, or did not after all."""

    by: Person
    resource: str
    raw: Mapping[str, Any]
    undo: bool = False


@dataclass(frozen=True, slots=True)
class TickOutcome:
    """The FM says that an outcome is reached, or takes it back."""

    by: Person
    outcome: str
    undo: bool = False


@dataclass(frozen=True, slots=True)
class WriteNote:
    """The FM writes a service's note, its status, or both; what is left empty follows from the answers."""

    by: Person
    service: str
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class WriteOverall:
    """The FM writes what only they know of the whole."""

    by: Person
    raw: Mapping[str, Any]


Recording = Complete | AddTask | ActOnTask | ShowMaterial | TickOutcome | WriteNote | WriteOverall
"""What belongs to the record, for the FM alone."""

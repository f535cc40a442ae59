"""The events of the record: tasks, material, outcomes, notes, and the end of the workshop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from bot.core.engagement import Status
from bot.core.step import GOING_ON, Event

TaskAct = Literal["done", "reopen", "note", "drop"]
"""The acts on a task: tick, untick, write a note, and take one of the FM's own off the list."""


@dataclass(frozen=True, slots=True)
class RecordEvent(Event):
    """An event of the record, for the FM alone."""

    for_fm: ClassVar[bool] = True
    held_in: ClassVar[frozenset[Status]] = GOING_ON


@dataclass(frozen=True, slots=True)
class Complete(RecordEvent):
    """The FM completes the workshop."""


@dataclass(frozen=True, slots=True)
class Reopen(RecordEvent):
    """The FM opens a completed workshop again; the caller knows that its channel has no newer one."""


@dataclass(frozen=True, slots=True)
class AddTask(RecordEvent):
    """The FM adds a task of their own; `raw` holds its number and its name."""

    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ActOnTask(RecordEvent):
    """The FM ticks, unticks, notes or removes a task; `raw` holds the note."""

    task: str
    act: TaskAct
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ShowMaterial(RecordEvent):
    """The FM presented material on the day in `raw`, or did not after all."""

    resource: str
    raw: Mapping[str, Any]
    undo: bool = False


@dataclass(frozen=True, slots=True)
class TickOutcome(RecordEvent):
    """The FM says that an outcome is reached, or takes it back."""

    outcome: str
    undo: bool = False


@dataclass(frozen=True, slots=True)
class WriteNote(RecordEvent):
    """The FM writes a service's note, its status, or both; what is left empty follows from the answers."""

    service: str
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class WriteOverall(RecordEvent):
    """The FM writes their own notes on the whole workshop."""

    raw: Mapping[str, Any]

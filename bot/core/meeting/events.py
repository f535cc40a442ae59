"""The events of a live meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.core.engagement import Status
from bot.core.step import RUNNING, Event


@dataclass(frozen=True, slots=True)
class LiveStart(Event):
    """The FM begins to lead through the questions in the thread."""

    for_fm: ClassVar[bool] = True
    held_in: ClassVar[frozenset[Status]] = RUNNING


@dataclass(frozen=True, slots=True)
class LiveNext(Event):
    """The FM settles the question in the thread and puts the next one. `seen` is the ask key of the question
    that the FM saw there; empty, it is whatever stands there."""

    for_fm: ClassVar[bool] = True
    held_in: ClassVar[frozenset[Status]] = RUNNING

    seen: str = ""


@dataclass(frozen=True, slots=True)
class LiveStop(Event):
    """The FM ends the meeting."""

    for_fm: ClassVar[bool] = True

"""The events about check-ins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from bot.core.engagement import Status
from bot.core.step import GOING_ON, RUNNING, Event


@dataclass(frozen=True, slots=True)
class SeriesEvent(Event):
    """The FM does something with the series."""

    for_fm: ClassVar[bool] = True
    held_in: ClassVar[frozenset[Status]] = GOING_ON


@dataclass(frozen=True, slots=True)
class SetCheckIn(SeriesEvent):
    """The FM sets the rhythm of check-ins, for the first time or anew; `raw` are the inputs."""

    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SnoozeCheckIn(SeriesEvent):
    """The FM moves the next check-in to the day in `raw`; those after it stay."""

    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PauseCheckIn(SeriesEvent):
    """The FM lets check-ins rest until the day in `raw`, on which they go on by themselves."""

    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ResumeCheckIn(SeriesEvent):
    """The FM ends a pause."""


@dataclass(frozen=True, slots=True)
class StopCheckIn(SeriesEvent):
    """The FM ends the series."""


@dataclass(frozen=True, slots=True)
class RemindAll(Event):
    """The FM has everybody with open questions reminded, once a working day at most."""

    for_fm: ClassVar[bool] = True
    held_in: ClassVar[frozenset[Status]] = RUNNING


@dataclass(frozen=True, slots=True)
class Mute(Event):
    """Somebody does not want to be mentioned and reminded, or wants it again."""

    muted: bool

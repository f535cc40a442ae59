"""What people do with the series of check-ins, and the row that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.engagement import Person


@dataclass(frozen=True, slots=True)
class SetCheckIn:
    """The FM says when check-ins happen, for the first time or anew; `raw` are the inputs."""

    by: Person
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SnoozeCheckIn:
    """The FM moves the next check-in to the day in `raw`; those after it stay."""

    by: Person
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PauseCheckIn:
    """The FM lets check-ins rest until the day in `raw`, on which they go on by themselves."""

    by: Person
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ResumeCheckIn:
    """The FM ends a pause."""

    by: Person


@dataclass(frozen=True, slots=True)
class StopCheckIn:
    """The FM ends the series."""

    by: Person


SeriesEvent = SetCheckIn | SnoozeCheckIn | PauseCheckIn | ResumeCheckIn | StopCheckIn


@dataclass(frozen=True, slots=True)
class Mute:
    """Somebody does not want to be mentioned and reminded, or wants it again."""

    by: Person
    muted: bool

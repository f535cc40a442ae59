"""The events about the minutes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.core.engagement import Status
from bot.core.step import GOING_ON, Event


@dataclass(frozen=True, slots=True)
class IssueMinutes(Event):
    """The FM asks the team to confirm the minutes."""

    for_fm: ClassVar[bool] = True
    held_in: ClassVar[frozenset[Status]] = GOING_ON


@dataclass(frozen=True, slots=True)
class ConfirmMinutes(Event):
    """Somebody says that this version of the minutes is right."""

    held_in: ClassVar[frozenset[Status]] = GOING_ON

    version: int

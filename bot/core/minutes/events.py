"""What people do with the minutes."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.engagement import Person


@dataclass(frozen=True, slots=True)
class IssueMinutes:
    """The FM asks the team to confirm the minutes."""

    by: Person


@dataclass(frozen=True, slots=True)
class ConfirmMinutes:
    """Somebody says that this version of the minutes is right."""

    by: Person
    version: int

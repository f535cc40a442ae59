"""What the FM does in a meeting."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.engagement import Person


@dataclass(frozen=True, slots=True)
class LiveStart:
    """The FM begins to lead through the questions in the thread."""

    by: Person


@dataclass(frozen=True, slots=True)
class LiveNext:
    """The FM settles the question in the thread and puts the next one. `seen` is the ask key of the question
    that the FM saw there; empty, it is whatever stands there."""

    by: Person
    seen: str = ""


@dataclass(frozen=True, slots=True)
class LiveStop:
    """The FM ends the meeting."""

    by: Person

"""Where in a file things stand: a line for every place, and how values were written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.core.playbook.faults import Fault, Place


class Mark:
    """The line of a value, what stands inside it, and how a value that is no string was written."""

    __slots__ = ("inside", "line", "written")

    def __init__(self, line: int, written: str | None = None) -> None:
        self.line = line
        self.inside: dict[str | int, Mark] = {}
        self.written = written


@dataclass(frozen=True, slots=True)
class Source:
    """What a file holds. `faulty` are places with a fault of their own: what else is wrong there is noise."""

    data: Any
    top: Mark
    faults: list[Fault]
    faulty: set[Place]

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest thing around it."""
        return self._nearest(place)[0].line

    def written(self, place: Place) -> str | None:
        """The text of a value that YAML does not read as a string; None for anything else."""
        mark, whole = self._nearest(place)
        return mark.written if whole else None

    def _nearest(self, place: Place) -> tuple[Mark, bool]:
        mark = self.top
        for step in place:
            inner = mark.inside.get(step)
            if inner is None:
                return mark, False
            mark = inner
        return mark, True

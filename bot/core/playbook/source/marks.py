"""Where in a file things stand: a line for every place, and how values were written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.core.playbook.source.faults import FileFault, FilePlace


class LineMark:
    """The line of a value, what stands inside it, and how a value that is no string was written."""

    __slots__ = ("inside", "line", "written")

    def __init__(self, line: int, written: str | None = None) -> None:
        self.line = line
        self.inside: dict[str | int, LineMark] = {}
        self.written = written


@dataclass(frozen=True, slots=True)
class SourceFile:
    """What a file holds. `faulty` are places with a fault of their own: what else is wrong there is noise."""

    data: Any
    top: LineMark
    faults: list[FileFault]
    faulty: set[FilePlace]

    def line(self, place: FilePlace) -> int:
        """The line of a place, or of the nearest thing around it."""
        return self._nearest(place)[0].line

    def written(self, place: FilePlace) -> str | None:
        """The text of a value that YAML does not read as a string; None for anything else."""
        mark, whole = self._nearest(place)
        return mark.written if whole else None

    def _nearest(self, place: FilePlace) -> tuple[LineMark, bool]:
        mark = self.top
        for step in place:
            inner = mark.inside.get(step)
            if inner is None:
                return mark, False
            mark = inner
        return mark, True

"""The places of values in a file: a line for each, and the text as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.core.playbook.source.faults import FileFault, FilePlace


class LineMark:
    """The line of a value, the marks inside it, and the text of a value that is no string. `file` is known
    where the values come from several."""

    __slots__ = ("file", "inside", "line", "written")

    def __init__(self, line: int, written: str | None = None, file: str = "") -> None:
        self.line = line
        self.inside: dict[str | int, LineMark] = {}
        self.written = written
        self.file = file


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The data of a file. `faulty` are places with a fault of their own: further faults there are noise."""

    data: Any
    top: LineMark
    faults: list[FileFault]
    faulty: set[FilePlace]

    def line(self, place: FilePlace) -> int:
        """The line of a place, or of the nearest thing around it."""
        return self._nearest(place)[0].line

    def file(self, place: FilePlace) -> str:
        """The file of a place, empty where all comes from one."""
        return self._nearest(place)[0].file

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

"""The faults of a playbook, each with its place: a line of the file and a path to the field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

MOST_ALIKE: Final = 12
"""As many faults of one sentence are all shown; of more the first ones."""
FIRST_ALIKE: Final = 3
MOST_LINES: Final = 200

FilePlace = tuple[str | int, ...]
"""The place of a value: keys and list positions from the top of the file."""


class Found(NamedTuple):
    """A fault whose line is not looked up yet."""

    place: FilePlace
    message: str


@dataclass(frozen=True, slots=True)
class FileFault:
    """One thing to correct. `where` is empty where the file itself is broken."""

    file: str
    line: int
    where: str
    message: str

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        return f"{self.file}:{self.line}: {where}{self.message}"


class PlaybookFaults(Exception):
    """A file cannot be used; `faults` says everything that was found, in the order of the lines."""

    def __init__(self, faults: Sequence[FileFault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)

    def lines(self) -> list[str]:
        """The faults, one a line; of many that say the same the first ones, and how many more there are."""
        return summed(self.faults)


def summed(faults: Sequence[FileFault]) -> list[str]:
    """The faults to read, one a line: those that say the same are summed up where they are many, and so is
    all beyond a few hundred."""
    alike = Counter(fault.message for fault in faults)
    seen: Counter[str] = Counter()
    lines: list[str] = []
    for fault in faults:
        seen[fault.message] += 1
        number, of = seen[fault.message], alike[fault.message]
        if of <= MOST_ALIKE or number <= FIRST_ALIKE:
            lines.append(str(fault))
        elif number == of:
            lines.append(f"{fault.file}: ... and {of - FIRST_ALIKE:,} more: {fault.message}")
    if len(lines) > MOST_LINES:
        lines[MOST_LINES:] = [f"... and {len(lines) - MOST_LINES:,} more faults"]
    return lines


def written(place: FilePlace) -> str:
    """A place as authors read it: `questions[3].fields[0].kind`."""
    text = ""
    for step in place:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}" if text else step
    return text


def under(place: FilePlace, found: Sequence[Found]) -> list[Found]:
    """The same faults, their places read from `place` on."""
    return [Found((*place, *one.place), one.message) for one in found]

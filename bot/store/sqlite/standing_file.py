"""Knows whether an open SQLite file still is the one under its name."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from bot.core.ports import StoreUnavailable


@dataclass(frozen=True, slots=True)
class StandingFile:
    """A file as it was when it was opened. A process goes on writing into one that was deleted, and what it
    wrote there is gone when it ends."""

    path: Path
    number: tuple[int, int]

    @classmethod
    def of(cls, path: str) -> StandingFile:
        """The file that lies there now. OSError where none does."""
        return cls(Path(path).absolute(), _number(Path(path)))

    def check(self) -> None:
        """StoreUnavailable where the file, or the log beside it, is gone, or another lies in its place."""
        try:
            same = _number(self.path) == self.number
            self.path.with_name(f"{self.path.name}-wal").stat()
        except OSError:
            same = False
        if not same:
            gone = f"{self.path.name} was deleted or replaced while it was open"
            raise StoreUnavailable(f"SQLite: {gone}: put it back and start the service again")


def _number(path: Path) -> tuple[int, int]:
    found = os.stat(path)
    return found.st_dev, found.st_ino

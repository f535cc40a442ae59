"""Where a command writes: standard output or a file, which is made when there is something to write."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO, cast


class CannotWrite(Exception):
    """The file cannot be written; the message says which one and why."""


class Output:
    """Takes bytes as they come, and gives each to whoever waits for it at once."""

    def __init__(self, path: Path | None, beginning: bytes = b"") -> None:
        """Without a `path` it is standard output; `beginning` stands before all else in a file."""
        self._path = path
        self._beginning = beginning
        self._file: BinaryIO | None = None

    def write(self, content: bytes) -> int:
        """All of it is written when this returns. CannotWrite where the file does not take it."""
        if self._path is None:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
            return len(content)
        try:
            if self._file is None:
                self._file = self._path.open("wb", buffering=0)
                self._file.write(self._beginning)
            self._file.write(content)
        except OSError as trouble:
            raise CannotWrite(f"cannot write {self._path}: {trouble.strerror}") from trouble
        return len(content)

    def close(self) -> None:
        """Give the file back."""
        if self._file is not None:
            self._file.close()

    @property
    def stream(self) -> BinaryIO:
        """The same as a file for whoever only writes."""
        return cast(BinaryIO, self)

"""Where a command writes: standard output or a file, which is made when there is something to write."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast
from zipfile import ZipFile

from bot.papers.archive import entry


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
            try:
                sys.stdout.buffer.write(content)
                sys.stdout.buffer.flush()
            except BrokenPipeError:
                # Whoever reads has had enough.
                raise
            except OSError as trouble:
                raise CannotWrite(f"cannot write to standard output: {trouble.strerror}") from trouble
            return len(content)
        with _named(self._path):
            if self._file is None:
                self._file = self._path.open("wb", buffering=0)
                self._file.write(self._beginning)
            self._file.write(content)
        return len(content)

    def close(self) -> None:
        """Give the file back."""
        if self._file is not None:
            self._file.close()

    @property
    def stream(self) -> BinaryIO:
        """The same as a file for whoever only writes."""
        return cast(BinaryIO, self)


class Folder:
    """Takes whole files by their names; it is made where it is missing."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def put(self, name: str, content: bytes) -> None:
        """One file. CannotWrite where the folder does not take it."""
        path = self._path / name
        with _named(path):
            self._path.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def close(self) -> None:
        """Nothing is held."""


class Archive:
    """The same in one zip file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._zip: ZipFile | None = None

    def put(self, name: str, content: bytes) -> None:
        """One file. CannotWrite where the archive does not take it."""
        with _named(self._path):
            if self._zip is None:
                self._zip = ZipFile(self._path, "w")
            self._zip.writestr(entry(name), content)

    def close(self) -> None:
        """Write the table of what is in it. CannotWrite where it has no room."""
        if self._zip is not None:
            with _named(self._path):
                self._zip.close()


@contextmanager
def _named(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as trouble:
        raise CannotWrite(f"cannot write {path}: {trouble.strerror}") from trouble

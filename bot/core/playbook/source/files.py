"""The text of a file that an author wrote."""

from __future__ import annotations

from pathlib import Path

from bot.core.playbook.source.faults import FileFault, PlaybookFaults
from bot.core.playbook.source.reader import MAX_SIZE, TOO_LARGE


def read_file(path: Path) -> str:
    """The text of a file. Raises PlaybookFaults where it cannot be read, is too large or not UTF-8."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_SIZE + 1)
    except OSError as error:
        raise _unreadable(path, f"the file cannot be read: {error.strerror}") from error
    if len(raw) > MAX_SIZE:
        raise _unreadable(path, TOO_LARGE)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _unreadable(path, "the file is not UTF-8", line) from error


def _unreadable(path: Path, message: str, line: int = 1) -> PlaybookFaults:
    return PlaybookFaults([FileFault(path.name, line, "", message)])

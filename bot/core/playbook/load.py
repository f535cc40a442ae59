"""A playbook file becomes a checked Playbook, or everything that is wrong with it, each with its line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from bot.core.playbook.faults import Fault, Found, PlaybookFaults, written
from bot.core.playbook.marks import Source
from bot.core.playbook.model import Playbook
from bot.core.playbook.proof import unproved
from bot.core.playbook.references import reference_faults
from bot.core.playbook.schema import refused
from bot.core.playbook.source import MAX_SIZE, TOO_LARGE, read_source
from bot.core.playbook.vocabulary import Vocabulary


def load_playbook(path: Path) -> Playbook:
    """Read a playbook from a file. Raises PlaybookFaults with every fault that was found."""
    playbook, faults = read_playbook(read_file(path), path.name)
    if playbook is None or faults:
        raise PlaybookFaults(faults)
    return playbook


def read_playbook(text: str, name: str) -> tuple[Playbook | None, list[Fault]]:
    """A playbook from YAML text, None where it has faults. `name` is the file's, for the faults.

    References and verdict rules are looked at once every section has the right shape.
    """
    source = read_source(text, name)
    try:
        playbook = Playbook.model_validate(source.data)
    except ValidationError as error:
        return None, sorted_faults(source, refused(error, source), name)
    vocabulary = Vocabulary(playbook)
    found = [*reference_faults(playbook, vocabulary), *unproved(playbook, vocabulary)]
    faults = sorted_faults(source, found, name)
    return (None if faults else playbook), faults


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


def sorted_faults(source: Source, found: Iterable[Found], name: str) -> list[Fault]:
    """What the reading found and what was found since, in the order of the lines."""
    located = [Fault(name, source.line(one.place), written(one.place), one.message) for one in found]
    return sorted([*source.faults, *located], key=lambda fault: fault.line)


def _unreadable(path: Path, message: str, line: int = 1) -> PlaybookFaults:
    return PlaybookFaults([Fault(path.name, line, "", message)])

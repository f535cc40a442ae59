"""A playbook file becomes a checked Playbook, or everything that is wrong with it, each with its line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from bot.core.playbook.checks.actions import action_advice
from bot.core.playbook.checks.references import reference_faults
from bot.core.playbook.checks.vocabulary import Vocabulary
from bot.core.playbook.model.playbook import Playbook
from bot.core.playbook.proof.verdicts import unproved
from bot.core.playbook.source.faults import FileFault, Found, PlaybookFaults, written
from bot.core.playbook.source.marks import SourceFile
from bot.core.playbook.source.reader import MAX_SIZE, TOO_LARGE, read_source
from bot.core.playbook.source.schema import refused


@dataclass(frozen=True, slots=True)
class Inspected:
    """A playbook, and what is to be improved in it: it works without."""

    playbook: Playbook
    advice: tuple[FileFault, ...]


def load_playbook(path: Path, *, complete: bool = False) -> Playbook:
    """Read a playbook from a file. Raises PlaybookFaults with every fault that was found (`complete` as of
    `inspect_playbook`)."""
    return inspect_playbook(path, complete=complete).playbook


def inspect_playbook(path: Path, *, complete: bool = False) -> Inspected:
    """A playbook from a file, with advice. Raises PlaybookFaults with every fault that was found. What is
    only advice for a playbook that may be older than the program is a fault where it is to be `complete`.
    """
    text = read_file(path)
    source = read_source(text, path.name)
    playbook, faults = _checked(source, path.name)
    if playbook is None or faults:
        raise PlaybookFaults(faults)
    advice = tuple(sorted_faults(source, action_advice(playbook), path.name))
    if complete and advice:
        raise PlaybookFaults(advice)
    return Inspected(playbook, advice)


def read_playbook(text: str, name: str) -> tuple[Playbook | None, list[FileFault]]:
    """A playbook from YAML text, None where it has faults. `name` is the file's, for the faults.

    References and verdict rules are looked at once every section has the right shape.
    """
    return _checked(read_source(text, name), name)


def _checked(source: SourceFile, name: str) -> tuple[Playbook | None, list[FileFault]]:
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


def sorted_faults(source: SourceFile, found: Iterable[Found], name: str) -> list[FileFault]:
    """The faults of the reading and those found since, in the order of the lines."""
    located = [FileFault(name, source.line(one.place), written(one.place), one.message) for one in found]
    return sorted([*source.faults, *located], key=lambda fault: fault.line)


def _unreadable(path: Path, message: str, line: int = 1) -> PlaybookFaults:
    return PlaybookFaults([FileFault(path.name, line, "", message)])

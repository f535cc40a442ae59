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
from bot.core.playbook.overlay.blame import blamed
from bot.core.playbook.overlay.layers import Layered, read_layers
from bot.core.playbook.proof.verdicts import unproved
from bot.core.playbook.source.choice_lists import with_choice_lists
from bot.core.playbook.source.faults import FileFault, Found, PlaybookFaults, written
from bot.core.playbook.source.marks import SourceFile
from bot.core.playbook.source.reader import read_source
from bot.core.playbook.source.schema import refused
from bot.core.playbook.source.standing_in import StandIns


@dataclass(frozen=True, slots=True)
class Inspected:
    """A playbook, what is to be improved in it (it works without), and the files that it was read from."""

    playbook: Playbook
    advice: tuple[FileFault, ...]
    layers: Layered


def load_playbook(path: Path, *, complete: bool = False) -> Playbook:
    """Read a playbook from a file. Raises PlaybookFaults with every fault that was found (`complete` as of
    `inspect_playbook`)."""
    return inspect_playbook(path, complete=complete).playbook


def inspect_playbook(path: Path, *, complete: bool = False, shipped: Path | None = None) -> Inspected:
    """A playbook from a file and from what it extends, with advice. Raises PlaybookFaults with every fault
    that was found. What is only advice for a playbook that may be older than the program is a fault where it
    is to be `complete`. `shipped` stands in for the shipped playbook.
    """
    layers = read_layers(path, shipped)
    playbook, found = _found(layers.source)
    if playbook is None or layers.source.faults:
        raise PlaybookFaults(_located(layers, found))
    advice = tuple(_located(layers, action_advice(playbook)))
    if complete and advice:
        raise PlaybookFaults(advice)
    return Inspected(playbook, (*layers.advice, *advice), layers)


def read_playbook(text: str, name: str) -> tuple[Playbook | None, list[FileFault]]:
    """A playbook from YAML text, None where it has faults. `name` is the file's, for the faults."""
    source = read_source(text, name)
    playbook, found = _found(source)
    faults = sorted_faults(source, found, name)
    return (None if faults else playbook), faults


def _found(source: SourceFile) -> tuple[Playbook | None, list[Found]]:
    """The playbook, None where it has faults, and its faults. Where something has a wrong shape, all that
    does not hang on it is looked at as well, as long as every section is there."""
    expanded = with_choice_lists(source)
    data = expanded.source.data
    try:
        playbook = Playbook.model_validate(data)
        found = _untrue(playbook)
    except ValidationError as error:
        playbook = None
        found = refused(error, expanded.source)
        rest = StandIns(Playbook, data, error)
        found += rest.beside(_untrue(rest.model)) if rest.model is not None else []
    return (None if found else playbook), expanded.at_home(found)


def _untrue(playbook: Playbook) -> list[Found]:
    vocabulary = Vocabulary(playbook)
    return [*reference_faults(playbook, vocabulary), *unproved(playbook, vocabulary)]


def _located(layers: Layered, found: Iterable[Found]) -> list[FileFault]:
    if len(layers.names) == 1:
        return sorted_faults(layers.source, found, layers.names[0])
    place = {name: number for number, name in enumerate(layers.names)}
    faults = [blamed(layers, one) for one in found if not layers.is_noise(one)]
    return sorted([*layers.source.faults, *faults], key=lambda one: (place[one.file], one.line))


def sorted_faults(source: SourceFile, found: Iterable[Found], name: str) -> list[FileFault]:
    """The faults of the reading and those found since, in the order of the lines."""
    located = [FileFault(name, source.line(one.place), written(one.place), one.message) for one in found]
    return sorted([*source.faults, *located], key=lambda fault: fault.line)

"""A playbook's file with all that it extends: one source, whose values know where they come from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bot.core.playbook.overlay.entries import EXTENDS, SHIPPED, Touched
from bot.core.playbook.overlay.marked import Marked
from bot.core.playbook.overlay.merging import Merging
from bot.core.playbook.overlay.removing import without_resources
from bot.core.playbook.shipped import shipped_playbook_path
from bot.core.playbook.source.faults import FileFault, Found, PlaybookFaults
from bot.core.playbook.source.files import read_file
from bot.core.playbook.source.marks import LineMark, SourceFile
from bot.core.playbook.source.reader import read_source

MOST_LAYERS: Final = 5


@dataclass(frozen=True, slots=True)
class Layered:
    """A source, the names of its files from the top down, and what the overlays among them touch."""

    source: SourceFile
    names: tuple[str, ...]
    touched: tuple[Touched, ...] = ()
    advice: tuple[FileFault, ...] = ()
    unfit: frozenset[str] = frozenset()
    """The ids of entries of overlays that do not fit: further faults that name one are noise."""
    below: dict[str, Any] = field(default_factory=dict)
    """The data of the playbook right below; empty where the file extends none."""

    def is_noise(self, found: Found) -> bool:
        """True for a fault that an entry which does not fit may have brought."""
        said = " ".join([*map(str, found.place), found.message])
        return not self.unfit.isdisjoint(re.findall(r"\w+", said))


def read_layers(path: Path, shipped: Path | None = None, name: str = "", depth: int = 1) -> Layered:
    """The file, laid over what it extends: the shipped playbook, or another file beside it. Entries of
    overlays that do not fit are faults of the source. Raises PlaybookFaults where a file cannot be read."""
    name = name or path.name
    source = read_source(read_file(path), name)
    if not isinstance(source.data, dict) or EXTENDS not in source.data:
        return Layered(source, (name,))
    if source.faults:
        raise PlaybookFaults(source.faults)
    extended = source.data[EXTENDS]
    line = source.line((EXTENDS,))
    if not isinstance(extended, str) or not extended:
        message = f"must be {SHIPPED}, or the file of a playbook"
        raise PlaybookFaults([FileFault(name, line, EXTENDS, message)])
    if depth >= MOST_LAYERS:
        message = f"more than {MOST_LAYERS} files, or files that extend one another"
        raise PlaybookFaults([FileFault(name, line, EXTENDS, message)])
    if extended == SHIPPED:
        at = shipped or shipped_playbook_path()
        below = read_layers(at, shipped, f"{SHIPPED}/{at.name}", depth + 1)
    else:
        below = read_layers(path.parent / extended, shipped, extended, depth + 1)
    return _laid_over(below, source, name)


def _laid_over(below: Layered, source: SourceFile, name: str) -> Layered:
    if below.source.faulty or not isinstance(below.source.data, dict):
        raise PlaybookFaults(below.source.faults or [FileFault(below.names[0], 1, "", "must be a mapping")])
    if len(below.names) == 1:
        _stamp(below.source.top, below.names[0])
    _stamp(source.top, name)
    given = {key: value for key, value in source.data.items() if key != EXTENDS}
    merging = Merging(name, below.names[0])
    whole = merging.joined(Marked(below.source.data, below.source.top), Marked(given, source.top))
    gone = {one.id: one.line for one in merging.touched if (one.section, one.how) == ("resources", "removed")}
    if gone:
        whole = without_resources(whole, gone, name)
    faults = [*merging.faults, *below.source.faults]
    merged = SourceFile(whole.value, whole.mark, faults, set())
    return Layered(
        merged,
        (name, *below.names),
        (*merging.touched, *below.touched),
        (*merging.advice, *below.advice),
        merging.unfit | below.unfit,
        below.source.data,
    )


def _stamp(mark: LineMark, name: str) -> None:
    mark.file = name
    for inner in mark.inside.values():
        _stamp(inner, name)

"""An entry of a playbook as it stands in the end, with the file and the line of every value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from bot.core.playbook.overlay.blame import by_names
from bot.core.playbook.overlay.entries import SEEN, seen_mark
from bot.core.playbook.overlay.layers import Layered
from bot.core.playbook.source.faults import FilePlace
from bot.core.playbook.source.scalars import read_plain

_STEP: Final = "  "
_WORD: Final = re.compile(r"[A-Za-z]\w*")


def shown_entry(layers: Layered, key: str) -> list[str]:
    """The lines of all entries with this id, each value with where it comes from; empty where nothing has it.
    Each begins with its place and with the mark that `seen` of an overlay takes."""
    lines: list[str] = []
    for place, entry in _entries(layers.source.data, key):
        seen = seen_mark(_entry_below(layers, place, entry))
        rows = list(_rows(layers, place, entry, 1))
        wide = max(len(origin) for origin, _ in rows)
        lines.append(f"{by_names(place, layers.source.data)} ({SEEN}: {seen})")
        lines += [f"{origin:{wide}}  {text}" for origin, text in rows]
    lines += [
        f"{one.section}[{key}] is removed by {one.file}:{one.line}"
        for one in layers.touched
        if one.id == key and one.how == "removed"
    ]
    return lines


def ids_of(layers: Layered) -> list[str]:
    """The ids of all entries at the top of a playbook."""
    return [str(entry["id"]) for _, entry in _all_entries(layers.source.data, ())]


def _entries(data: Any, key: str) -> Iterator[tuple[FilePlace, Any]]:
    return ((place, entry) for place, entry in _all_entries(data, ()) if str(entry["id"]) == key)


def _all_entries(data: Any, place: FilePlace) -> Iterator[tuple[FilePlace, Any]]:
    if isinstance(data, dict):
        for name, inner in data.items():
            yield from _all_entries(inner, (*place, name))
    elif isinstance(data, list):
        listed = (
            (*place, number) for number, one in enumerate(data) if isinstance(one, dict) and "id" in one
        )
        yield from ((at, data[int(at[-1])]) for at in listed)


def _entry_below(layers: Layered, place: FilePlace, entry: Any) -> Any:
    below = (other for at, other in _entries(layers.below, str(entry["id"])) if at[:-1] == place[:-1])
    return next(below, entry)


def _rows(layers: Layered, place: FilePlace, value: Any, depth: int) -> Iterator[tuple[str, str]]:
    """The values with their names: (where they come from, the line), as many on a line as came from one."""
    for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
        at = (*place, step)
        name = f"{step + 1}." if isinstance(step, int) else f"{step}:"
        if {*_origins(layers, at, inner)} == {_origin(layers, at)}:
            yield _origin(layers, at), f"{_STEP * depth}{name} {_flow(inner)}"
        else:
            yield _origin(layers, at), f"{_STEP * depth}{name}"
            yield from _rows(layers, at, inner, depth + 1)


def _origins(layers: Layered, place: FilePlace, value: Any) -> Iterator[str]:
    yield _origin(layers, place)
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in inside:
        yield from _origins(layers, (*place, step), inner)


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(inner) for inner in value) + "]"
    plain = isinstance(value, str) and _WORD.fullmatch(value) and read_plain(value) is value
    return value if plain else json.dumps(value, ensure_ascii=False)


def _origin(layers: Layered, place: FilePlace) -> str:
    return f"{layers.source.file(place) or layers.names[0]}:{layers.source.line(place)}"

"""The faults of a playbook of several files, at the line that somebody can change."""

from __future__ import annotations

import re
from typing import Any

from bot.core.playbook.checks.sentences import LACKS
from bot.core.playbook.overlay.entries import Touched
from bot.core.playbook.overlay.layers import Layered
from bot.core.playbook.source.faults import FileFault, FilePlace, Found

_NAME = re.compile(r"\w+")


def blamed(layered: Layered, found: Found) -> FileFault:
    """A fault at its own line where it stands in the file that was asked for. One that comes up further down
    is said at the entry of the overlay that brings it, with the line below that no longer holds."""
    source, top = layered.source, layered.names[0]
    file, line = source.file(found.place) or top, source.line(found.place)
    where = by_names(found.place, source.data)
    cause = None if file == top else _cause(layered, found, where)
    if cause is None:
        return FileFault(file, line, where, found.message)
    message = f"{cause.how} here, which breaks {file}:{line}: {where}: {found.message}"
    return FileFault(cause.file, cause.line, f"{cause.section}[{cause.id}]", message)


def _cause(layered: Layered, found: Found, where: str) -> Touched | None:
    if found.message.startswith(LACKS):
        return None  # a language is added: each sentence is to be written
    named = set(_NAME.findall(f"{where} {found.message}"))
    around = by_names(found.place[:2], layered.source.data)
    touched = [one for one in layered.touched if one.id in named]
    touched.sort(key=lambda one: (one.how != "removed", f"{one.section}[{one.id}]" != around))
    return touched[0] if touched else None


def by_names(place: FilePlace, data: Any) -> str:
    """A place as authors of overlays read it: `questions[ST4].verdict[2].say`; numbers count from 1."""
    text = ""
    for step in place:
        data = _inner(data, step)
        if isinstance(step, int):
            name = data.get("id") if isinstance(data, dict) else None
            text += f"[{step + 1 if name is None else name}]"
        else:
            text += f".{step}" if text else step
    return text


def _inner(data: Any, step: int | str) -> Any:
    if isinstance(data, dict):
        return data.get(step)
    return data[step] if isinstance(data, list) and isinstance(step, int) and step < len(data) else None

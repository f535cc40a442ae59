"""The export as tables: everything that `export --format json` says, a table for each of its lists."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.export.setup import GROUPS
from bot.core.export.table import COLUMNS, answer_rows
from bot.core.papers.paper import PaperCell, PaperTable

_PERSON = {"tenant", "id", "name"}
_LISTS: Mapping[str, tuple[str, ...]] = {
    "participants": ("tenant", "id", "name", "roles"),
    "disagreements": ("question", "service", "settled_by", "settled_at"),
    "action_items": ("id", "title", "owner", "due", "status", "reason", "question"),
    "check_ins": (
        "id", "cadence", "weekday", "hour", "time_zone", "until", "next_due", "last_sent", "status",
    ),
    "tasks": ("id", "name", "service", "required", "done_by", "done_at", "note"),
    "metrics": ("id", "baseline", "target", "date", "value"),
    "outcomes": ("id", "reached", "by", "at"),
}  # fmt: skip
"""The lists of the document with the columns that they have at least."""
_APART = {*_LISTS, "answers", "readiness"}


def register(documents: Sequence[Mapping[str, Any]]) -> tuple[PaperTable, ...]:
    """The tables, the engagements first. Every other one begins with the engagement's id and customer."""
    plain = [{key: value for key, value in one.items() if key not in _APART} for one in documents]
    return (
        _sheet("engagements", (), plain),
        PaperTable("answers", COLUMNS, tuple(tuple(map(_cell, row)) for row in answer_rows(documents))),
        _readiness(documents),
        *(_listed(name, columns, documents) for name, columns in _LISTS.items()),
    )


def _listed(name: str, columns: Sequence[str], documents: Sequence[Mapping[str, Any]]) -> PaperTable:
    rows = [
        {"engagement": one["id"], "customer": one["customer"], **entry}
        for one in documents
        for entry in one[name]
    ]
    return _sheet(name, ("engagement", "customer", *columns), rows)


def _readiness(documents: Sequence[Mapping[str, Any]]) -> PaperTable:
    rows = tuple(
        (str(one["id"]), str(one["customer"]), factor, service, str(verdict))
        for one in documents
        for factor, cells in one["readiness"].items()
        for service, verdict in cells.items()
    )
    return PaperTable("readiness", ("engagement", "customer", "factor", "service", "verdict"), rows)


def _sheet(name: str, columns: Sequence[str], entries: Sequence[Mapping[str, Any]]) -> PaperTable:
    """Columns in the order in which they first occur; what is nested becomes columns or JSON."""
    flat = [dict(_flat(entry)) for entry in entries]
    named = dict.fromkeys((*columns, *(key for one in flat for key in one)))
    # A person stands in three columns of their own.
    found = [key for key in named if f"{key}_name" not in named or any(key in one for one in flat)]
    return PaperTable(name, tuple(found), tuple(tuple(one.get(key) for key in found) for one in flat))


def _flat(entry: Mapping[str, Any]) -> list[tuple[str, PaperCell]]:
    found: list[tuple[str, PaperCell]] = []
    for key, value in entry.items():
        if isinstance(value, dict) and value and (key in GROUPS or set(value) <= _PERSON):
            found += [(f"{key}_{inner}", _cell(one)) for inner, one in value.items()]
        else:
            found.append((key, _cell(value)))
    return found


def _cell(value: object) -> PaperCell:
    match value:
        case None | str():
            return value
        case bool():
            return "true" if value else "false"
        case int() | float():
            return value
        case list() if all(isinstance(one, str) for one in value):
            return ", ".join(value)
    return json.dumps(value, ensure_ascii=False)

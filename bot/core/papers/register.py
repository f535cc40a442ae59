"""The export as tables: everything that `export --format json` says, a table for each of its lists."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.export.setup import GROUPS
from bot.core.export.table import COLUMNS, answer_rows
from bot.core.papers.paper import PaperCell, PaperTable
from bot.core.papers.rows import NewRows, Picked, RowList, in_memory

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


class Register:
    """The tables, the engagements first. Every other one begins with the engagement's id and customer."""

    def __init__(self, new_rows: NewRows = in_memory) -> None:
        self._engagements = _Sheet("engagements", (), new_rows())
        self._answers = new_rows()
        self._readiness = new_rows()
        self._lists = {
            name: _Sheet(name, ("engagement", "customer", *columns), new_rows())
            for name, columns in _LISTS.items()
        }

    def add(self, document: Mapping[str, Any]) -> None:
        """One more engagement."""
        of: Mapping[str, Any] = {"engagement": document["id"], "customer": document["customer"]}
        self._engagements.add({key: value for key, value in document.items() if key not in _APART})
        for row in answer_rows([document]):
            self._answers.append(tuple(map(_cell, row)))
        for factor, cells in document["readiness"].items():
            for service, verdict in cells.items():
                self._readiness.append((*map(str, of.values()), factor, service, str(verdict)))
        for name, sheet in self._lists.items():
            for entry in document[name]:
                sheet.add({**of, **entry})

    def tables(self) -> tuple[PaperTable, ...]:
        """All of them."""
        return (
            self._engagements.table(),
            PaperTable("answers", COLUMNS, self._answers),
            PaperTable(
                "readiness", ("engagement", "customer", "factor", "service", "verdict"), self._readiness
            ),
            *(sheet.table() for sheet in self._lists.values()),
        )


class _Sheet:
    """Columns in the order in which they first occur; what is nested becomes columns or JSON."""

    def __init__(self, name: str, columns: Sequence[str], rows: RowList) -> None:
        self._name = name
        self._named = dict.fromkeys(columns)
        self._given: set[str] = set()
        self._rows = rows

    def add(self, entry: Mapping[str, Any]) -> None:
        flat = dict(_flat(entry))
        self._named |= dict.fromkeys(flat)
        self._given |= flat.keys()
        self._rows.append(tuple(flat.get(key) for key in self._named))

    def table(self) -> PaperTable:
        names = list(self._named)
        # A person stands in three columns of their own.
        found = [key for key in names if f"{key}_name" not in names or key in self._given]
        return PaperTable(self._name, tuple(found), Picked(self._rows, [names.index(key) for key in found]))


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

"""What a press wrote into a store, as lines: which part of which workshop's state, and which other rows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from bot.core.ports import Column
from bot.kept.state.columns import from_columns
from bot.kept.state.row import STATE_ROW
from tests.fakes.store import FakeStore

_EVERY_TIME = ("revision", "updated", "seen")
"""What every change of a workshop changes."""
_NEW, _ANY = re.compile(r'"m1\d{3}"'), '"new"'
"""Which number a new message gets depends on those beside it."""


def written(before: FakeStore, after: FakeStore) -> Iterator[str]:
    """A line for each value that is new, another one, or gone."""
    for (table, partition, key), (old, new) in after.changes(before).items():
        if key == STATE_ROW:
            yield from (f"{partition[-12:]} {line}" for line in _changes(_document(old), _document(new)))
        elif new is None:
            yield f"{table}: without {_short(partition, key)}"
        else:
            columns = json.dumps(new, ensure_ascii=False, default=_moment)
            yield f"{table}: {_short(partition, key)} {_NEW.sub(_ANY, columns)}"


def _changes(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    for name in sorted({*old, *new}):
        if old.get(name) != new.get(name):
            yield f"{name}: {new.get(name, 'gone')}"


def _document(columns: Mapping[str, Column] | None) -> dict[str, str]:
    if columns is None:
        return {}
    state = json.loads(from_columns(columns))
    return dict(_leaves("", {key: one for key, one in state.items() if key not in _EVERY_TIME}))


def _leaves(path: str, node: Any) -> Iterator[tuple[str, str]]:
    inner = (
        node.items() if isinstance(node, dict) else list(enumerate(node)) if isinstance(node, list) else ()
    )
    if not inner:
        yield path.removeprefix("."), json.dumps(node, ensure_ascii=False)
    for name, value in inner:
        yield from _leaves(f"{path}.{name}", value)


def _short(partition: str, key: str) -> str:
    """Keys hold the id of the workshop: its end tells enough here."""
    return f"{partition[-12:]} {key[-60:]}"


def _moment(value: object) -> str:
    assert isinstance(value, datetime)
    return value.isoformat()

"""What a later version might add: a field in every part of a state, and a column beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from msgspec import inspect

from bot.core.engagement import Engagement
from bot.core.ports import Column, Row
from bot.kept.state.columns import from_columns, to_columns

FIELD, VALUE = "added_later", {"by": "a later version", "list": [1, None]}
COLUMN = "added_later"


def document_of(row: Row) -> Any:
    """The state as plain JSON."""
    return json.loads(from_columns(row.columns))


def with_added(row: Row) -> dict[str, Column]:
    """The columns of a state row as a later version would have written them."""
    whole = json.dumps(_with_field(inspect.type_info(Engagement), document_of(row)))
    return {**row.columns, **to_columns(whole), COLUMN: "x"}


def parts_with_added(node: Any, path: str = "$") -> Iterator[str]:
    """Where in a document the field stands."""
    if isinstance(node, dict):
        if FIELD in node:
            yield path
        for name, value in node.items():
            yield from parts_with_added(value, f"{path}.{name}")
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield from parts_with_added(value, f"{path}[{place}]")


def _with_field(kind: inspect.Type, node: Any) -> Any:
    match kind:
        case inspect.StructType() if isinstance(node, dict):
            fields = {one.encode_name: one.type for one in kind.fields}
            return {FIELD: VALUE} | {name: _with_field(fields[name], value) for name, value in node.items()}
        case inspect.DictType() if isinstance(node, dict):
            return {name: _with_field(kind.value_type, value) for name, value in node.items()}
        case inspect.ListType() if isinstance(node, list):
            return [_with_field(kind.item_type, value) for value in node]
        case inspect.UnionType():
            structs = [one for one in kind.types if isinstance(one, inspect.StructType)]
            return _with_field(structs[0], node) if structs else node
    return node

"""What a state holds that only a later version knows: parted from the rest at read, put back at write.

So the version before may go on beside the next one without erasing what that one added.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from bot.core.engagement import Engagement, Reading, Voice

NAMED_BY: Mapping[type, str] = {Voice: "by", Reading: "day"}
"""The field by which a part is found again in a list."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """The fields that a part has beside those that are known, and the same of the parts inside it, by their
    field, key or name."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    inside: Mapping[str, Unknown] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.fields or self.inside)


NOTHING = Unknown()


def parted(document: Mapping[str, Any]) -> tuple[Any, Unknown]:
    """The known part of a state's document, and the rest of it."""
    return _parted(_state(), document)


def joined(engagement: Engagement, unknown: Unknown) -> Any:
    """The document of a state with what is unknown in the parts that are still there."""
    return _joined(_state(), msgspec.to_builtins(engagement), unknown)


@cache
def _state() -> inspect.Type:
    return inspect.type_info(Engagement)


def _parted(kind: inspect.Type, node: Any) -> tuple[Any, Unknown]:
    match _fitting(kind, node), node:
        case inspect.StructType(fields=fields), dict():
            types = {one.encode_name: one.type for one in fields}
            found = {name: _parted(types[name], value) for name, value in node.items() if name in types}
            more = {name: value for name, value in node.items() if name not in types}
            return {name: known for name, (known, _) in found.items()}, _unknown(more, found)
        case inspect.DictType(value_type=inner), dict():
            found = {name: _parted(inner, value) for name, value in node.items()}
            return {name: known for name, (known, _) in found.items()}, _unknown({}, found)
        case inspect.ListType(item_type=inspect.StructType() as inner), list():
            listed = [_parted(inner, value) for value in node]
            names = [_name(inner, value) for value in node]
            return [known for known, _ in listed], _unknown({}, dict(zip(names, listed, strict=True)))
    return node, NOTHING


def _joined(kind: inspect.Type, node: Any, unknown: Unknown) -> Any:
    if not unknown:
        return node
    match _fitting(kind, node), node:
        case inspect.StructType(fields=fields), dict():
            whole = {**node, **unknown.fields}
            for one in fields:
                below = unknown.inside.get(one.encode_name)
                # A part that is always there is left out where all that is known of it is as by default.
                if below and (one.encode_name in node or isinstance(one.type, inspect.StructType)):
                    whole[one.encode_name] = _joined(one.type, node.get(one.encode_name, {}), below)
            return whole
        case inspect.DictType(value_type=inner), dict():
            inside = unknown.inside
            return {name: _joined(inner, value, inside.get(name, NOTHING)) for name, value in node.items()}
        case inspect.ListType(item_type=inspect.StructType() as inner), list():
            return [_joined(inner, value, unknown.inside.get(_name(inner, value), NOTHING)) for value in node]
    return node


def _fitting(kind: inspect.Type, node: Any) -> inspect.Type:
    """Of a type that may be a struct or something else, the struct where the document has an object."""
    if isinstance(kind, inspect.UnionType) and isinstance(node, dict):
        return next((one for one in kind.types if isinstance(one, inspect.StructType)), kind)
    return kind


def _name(kind: inspect.StructType, node: Any) -> str:
    return str(node.get(NAMED_BY[kind.cls])) if isinstance(node, dict) else ""


def _unknown(fields: Mapping[str, Any], inside: Mapping[str, tuple[Any, Unknown]]) -> Unknown:
    below = {name: unknown for name, (_, unknown) in inside.items() if unknown}
    return Unknown(fields, below) if fields or below else NOTHING

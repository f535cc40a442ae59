"""The shape of a playbook's file, and of an overlay's, as a JSON schema for editors."""

from __future__ import annotations

from typing import Any, Final

from bot.core.playbook.model.playbook import Playbook
from bot.core.playbook.overlay.entries import ADD, AFTER, BEFORE, CONDITIONS, EXTENDS, NEW, REMOVE, SEEN

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_REF: Final = "#/$defs/"
_OVER: Final = "Over"
_KEY: Final = {"type": ["string", "integer"]}
_NUMBERS: Final = r"^[0-9]+$"


def playbook_schema() -> dict[str, Any]:
    """One schema for both: what says `extends` is an overlay, anything else a whole playbook."""
    whole = Playbook.model_json_schema()
    shapes: dict[str, Any] = whole.pop("$defs")
    overlay = {**_over(whole), "required": [EXTENDS]}
    overlay["properties"][EXTENDS] = {"type": "string", "description": "shipped, or the file of a playbook"}
    return {
        "$schema": _DIALECT,
        "title": "Playbook of ssat-bot",
        "if": {"required": [EXTENDS]},
        "then": overlay,
        "else": whole,
        "$defs": {**shapes, **{f"{_OVER}{name}": _over(shape) for name, shape in shapes.items()}},
    }


def _over(shape: dict[str, Any]) -> dict[str, Any]:
    """The shape of what changes something of this shape: nothing is required but the id of an entry."""
    if "properties" not in shape:
        return _changed(shape)
    fields = {
        name: field if name in CONDITIONS else _changed(field) for name, field in shape["properties"].items()
    }
    over = {**{key: value for key, value in shape.items() if key != "required"}, "properties": fields}
    if "id" in fields:
        fields["id"] = shape["properties"]["id"]
        fields |= {NEW: {"const": True}, REMOVE: {"const": True}, SEEN: {"type": "string"}}
        fields |= {AFTER: _KEY, BEFORE: _KEY}
        over["required"] = ["id"]
    return over


def _changed(shape: dict[str, Any]) -> dict[str, Any]:
    """A field as an overlay writes it: lists also by what is added, removed, or changed by its number."""
    if "$ref" in shape:
        return {**shape, "$ref": _over_ref(shape["$ref"])}
    if "anyOf" in shape:
        return {**shape, "anyOf": [_changed(one) for one in shape["anyOf"]]}
    if shape.get("type") != "array":
        return shape
    inner = _changed(shape["items"])
    plain = {**shape, "items": inner if "$ref" in inner else shape["items"]}
    edited = {
        "type": "object",
        "properties": {ADD: shape, REMOVE: {"type": "array"}},
        "patternProperties": {_NUMBERS: inner if "$ref" not in inner else {"anyOf": [inner, _REMOVED]}},
        "additionalProperties": False,
    }
    return {"anyOf": [plain, edited]}


_REMOVED: Final = {"type": "object", "properties": {REMOVE: {"const": True}}, "required": [REMOVE]}


def _over_ref(reference: str) -> str:
    return f"{_REF}{_OVER}{reference.removeprefix(_REF)}"

"""What somebody said, in one form: as a card's inputs send it, as the export and the log hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.questions.parse import NOT_LISTED
from tests.service.card import Card, inputs

_NAME = "_name"
_REASON, _BECAUSE = "reason", "because"
_SHOWN = 150
"""Characters compared where a text may have been cut."""


@dataclass(frozen=True)
class Saying:
    """A kind of voice with its values as text; several choices in alphabetical order, a person as
    tenant/id or by name. `reason` stands among them."""

    kind: str
    values: frozenset[tuple[str, str]]

    @property
    def names(self) -> frozenset[str]:
        """What has a value."""
        return frozenset(dict(self.values))

    def of(self, names: frozenset[str]) -> Saying:
        """The same with these values alone."""
        return Saying(self.kind, frozenset(pair for pair in self.values if pair[0] in names))

    def begins(self) -> Saying:
        """The same with only the beginning of long texts: of an earlier voice the log holds no more."""
        return Saying(self.kind, frozenset((name, value[:_SHOWN]) for name, value in self.values))


def shown_by(card: Card) -> frozenset[str]:
    """The values that a card asks for; a question of which only a part is asked again keeps its others."""
    names = {one["id"].removesuffix(_NAME) for one in inputs(card)}
    return frozenset(names | ({_REASON} if _BECAUSE in names else set()))


def sent(kind: str, card: Card, values: Mapping[str, str]) -> Saying:
    """What the inputs of a card say. Of a person, a name that was typed wins over the choice."""
    several = {one["id"] for one in inputs(card) if one.get("isMultiSelect")}
    said: dict[str, str] = {}
    for name in (one["id"] for one in inputs(card)):
        value = values.get(name, "")
        if not value:
            continue
        if name == _BECAUSE and kind != "answer":
            said[_REASON] = value
        elif name.endswith(_NAME):
            said[name.removesuffix(_NAME)] = value
        elif value != NOT_LISTED and not values.get(name + _NAME):
            said[name] = _sorted(value.split(",")) if name in several else value
    return Saying(kind, frozenset(said.items()))


def kept(kind: str, values: Mapping[str, Any], reason: str | None) -> Saying:
    """What a voice of the export or of the log says."""
    said = {name: _text(value) for name, value in values.items()}
    if reason:
        said[_REASON] = reason
    return Saying(kind, frozenset((name, value) for name, value in said.items() if value))


def _text(value: Any) -> str:
    match value:
        case list():
            return _sorted(value)
        case dict() if value.get("id"):
            return f"{value['tenant']}/{value['id']}"
        case dict():
            return str(value["name"])
    return str(value)


def _sorted(parts: list[str]) -> str:
    return ",".join(sorted(parts))

"""A card that somebody saw, and the choice of those that are worth keeping."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cards.pressing import Node, Pressable, inputs_of, pressables

_OTHER = "_name"
_TEXTS = {"baseline": "{place}", "target": "{place}", "value": "{place}", "state": "Bayern"}
"""What fits into a text that is not just any, by how the input's id begins."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A card, its kind (the file in cards/ that draws it), who saw it and where. A `shared` one stands there
    for all."""

    kind: str
    person: str
    locale: str
    conversation: str
    message: str
    shared: bool
    card: Node


def fingerprint(card: Node) -> str:
    """What tells a card from others, whether it names its engagement for another conversation or not."""
    return json.dumps(_plain(card), sort_keys=True)


def _plain(node: object) -> object:
    if isinstance(node, dict):
        return {key: _plain(value) for key, value in node.items() if key != "engagement"}
    if isinstance(node, list | tuple):
        return [_plain(one) for one in node]
    return node


def sending(card: Node) -> list[Pressable]:
    """What of a card sends something to the bot."""
    return [one for one in pressables(card) if "data" in one.action]


def by_example(card: Node) -> dict[str, str]:
    """Something in every input of a card that is empty: what a person might enter."""
    found: dict[str, str] = {}
    inputs = inputs_of(card)
    names = {str(one["id"]) for one in inputs}
    for place, one in enumerate(inputs):
        name = str(one["id"])
        # Somebody else than those who can be chosen is entered where nobody can be.
        other = name.endswith(_OTHER) and name.removesuffix(_OTHER) in names
        if not one.get("value") and not other:
            found[name] = _example(one, place)
    return found


def _example(one: Node, place: int) -> str:
    name = str(one["id"])
    match one["type"]:
        case "Input.ChoiceSet":
            return str(one["choices"][-1]["value"])
        case "Input.Date":
            return "2026-12-15"
        case "Input.Number":
            return str(max(int(one.get("min", 0)), 7 + place))
        case _:
            return _TEXTS.get(name.partition("_")[0], f"Ada & Co {place}").format(place=7 + place)


def chosen(seen: Sequence[Seen]) -> list[Seen]:
    """Cards that hold, together, every kind, every action with its form, and every input of the bot's own;
    of those that hold the same the newest, because it fits the store as it is."""
    kept: list[Seen] = []
    covered: set[tuple[str, ...]] = set()
    for one in reversed(seen):
        marks = set(_marks(one))
        if not marks <= covered:
            covered |= marks
            kept.append(one)
    return kept[::-1]


def _marks(one: Seen) -> Iterator[tuple[str, ...]]:
    yield "kind", one.kind, str(one.shared)
    for press in sending(one.card):
        data = press.action["data"]
        yield "action", str(data["action"]), str(data.get("form", "")), str(data.get("command", ""))
    for entry in inputs_of(one.card):
        # Most inputs of a question are the playbook's: of those one of each sort is enough.
        own = one.kind != "question" or entry["id"] == "reason"
        yield "input", str(entry["id"] if own else entry["type"])

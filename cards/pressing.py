"""A card as a client uses it: what can be pressed and filled in, and what a press sends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

Node = Mapping[str, Any]
Entered = Mapping[str, str | Sequence[str]]
"""What a person enters, by an input's label or id: titles or values of choices, several as a list."""


@dataclass(frozen=True, slots=True)
class Pressable:
    """Something to press: a button by its title, or a piece of text by what it says."""

    title: str
    action: Node

    @property
    def main(self) -> bool:
        """True for the button of the next step."""
        return self.action.get("style") == "positive"

    def data(self, card: Node, entered: Entered, *, twin: bool = False) -> dict[str, Any]:
        """The data that a press sends; with `twin` that of a client without Action.Execute. LookupError where
        the card has no such input."""
        action = self.action["fallback"] if twin else self.action
        sends_inputs = action.get("associatedInputs") != "none"
        return dict(action["data"]) | (filled(card, entered) if sends_inputs else {})


def pressables(card: Node) -> list[Pressable]:
    """Everything that sends something to the bot, top to bottom, those in unfolded parts included."""
    found = []
    for node in _walk(card):
        tapped = node.get("selectAction")
        if tapped is not None:
            found.append(Pressable(str(node.get("text", "")), tapped))
        elif node.get("type") in ("Action.Execute", "Action.Submit") and "title" in node:
            found.append(Pressable(str(node["title"]), node))
    return found


def inputs_of(card: Node) -> list[Node]:
    """Every input of a card."""
    return [node for node in _walk(card) if str(node.get("type", "")).startswith("Input.")]


def filled(card: Node, entered: Entered) -> dict[str, str]:
    """The values of a card's inputs: what stands in them, over it what was entered. An input that holds
    nothing is left out, as Microsoft's renderer does."""
    inputs = inputs_of(card)
    values = {str(one["id"]): str(one.get("value", "")) for one in inputs}
    for name, given in entered.items():
        one = next((one for one in inputs if name in (one["id"], one.get("label"))), None)
        if one is None:
            raise LookupError(f"no input {name!r} among {list(values)}")
        titles = {str(choice["title"]): str(choice["value"]) for choice in one.get("choices", ())}
        parts = [given] if isinstance(given, str) else given
        values[str(one["id"])] = ",".join(titles.get(part, part) for part in parts)
    return {name: value for name, value in values.items() if value}


def elsewhere(card: Node, engagement: str) -> Node:
    """The card for another conversation than its workshop's: what is pressed on it names the engagement."""
    return cast(Node, _naming(card, engagement))


def _naming(node: Any, engagement: str) -> Any:
    if isinstance(node, Mapping):
        parts = {key: _naming(value, engagement) for key, value in node.items()}
        return {**parts, "engagement": engagement} if {"action", "workshop"} <= parts.keys() else parts
    if isinstance(node, list):
        return [_naming(one, engagement) for one in node]
    return node


def _walk(node: Any) -> Iterator[Node]:
    if isinstance(node, Mapping):
        yield node
        for key, value in node.items():
            if key != "fallback":
                yield from _walk(value)
    elif isinstance(node, list):
        for one in node:
            yield from _walk(one)

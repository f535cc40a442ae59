"""Reads and fills in cards by nothing but the contract: positive buttons, actions, inputs by id and type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

CARD = "application/vnd.microsoft.card.adaptive"
Card = Mapping[str, Any]


def card_of(activity: Mapping[str, Any]) -> Card | None:
    """The card of a message."""
    return next(
        (one["content"] for one in activity.get("attachments", ()) if one["contentType"] == CARD), None
    )


def actions(card: Card) -> list[Card]:
    """Everything on a card that sends something to the bot."""
    return [one for one in walk(card) if one.get("type") == "Action.Execute"]


def positive(card: Card) -> Card:
    """The button of the next step: one a card."""
    found = [one for one in actions(card) if one.get("style") == "positive"]
    assert len(found) == 1, f"{len(found)} positive buttons"
    return found[0]


def question_of(card: Card) -> tuple[str, str | None] | None:
    """The question that a card asks, and for which service; None where it asks none."""
    primary = (one["data"] for one in actions(card) if one.get("style") == "positive")
    data: Card = next(primary, {})
    return (data["question"], data.get("service") or None) if "question" in data else None


def asks_for_more(card: Card) -> bool:
    """True for a card that asks what began to apply with an answer."""
    return any(one["data"].get("action") == "answer_more" for one in actions(card))


def inputs(card: Card) -> list[Card]:
    """Every input of a card."""
    return [one for one in walk(card) if str(one.get("type", "")).startswith("Input.")]


def prefilled(card: Card) -> dict[str, str]:
    """What stands in the inputs of a card."""
    return {one["id"]: str(one["value"]) for one in inputs(card) if "value" in one}


def filled(card: Card) -> dict[str, str]:
    """Something sensible for every input, by its type; what stands there already stays."""
    values = prefilled(card)
    names = {one["id"] for one in inputs(card)}
    for one in inputs(card):
        key: str = one["id"]
        person = key.removesuffix("_name")
        if key in values or (key != person and person in names):
            continue
        match one["type"]:
            case "Input.ChoiceSet":
                values[key] = one["choices"][0]["value"]
            case "Input.Number":
                values[key] = str(one.get("min", 0) + 7)
            case "Input.Date":
                values[key] = "2031-03-04"
            case _ if one.get("style") == "url":
                values[key] = "https://intranet.contoso.com/start"
            case _:
                values[key] = f"Antwort auf {key}"
    return values


def texts(card: Card) -> str:
    """Everything that can be read on a card, in one string."""
    words = (str(one[key]) for one in walk(card) for key in ("text", "title", "label", "value") if key in one)
    return "\n".join(words)


def walk(node: Any) -> Iterator[Card]:
    """A card and everything in it, fallbacks left out."""
    if isinstance(node, Mapping):
        yield node
        for key, value in node.items():
            if key != "fallback":
                yield from walk(value)
    elif isinstance(node, list):
        for one in node:
            yield from walk(one)

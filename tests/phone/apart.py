"""Of many cards those that show everything in which cards can fail apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Card = Mapping[str, Any]
Feature = tuple[object, ...]

_SAID = {"text", "title", "label", "placeholder", "altText", "errorMessage", "value", "url", "lang"}
"""What people read: it matters that something is there, not which words."""
_UNSEEN = {"data", "verb", "fallback", "fallbackText", "refresh", "msteams", "id", "targetElements", "speak"}


def apart(cards: Mapping[str, Card]) -> dict[str, Card]:
    """Cards of which each shows something that none before it does: an element as it stands among those
    around it, or headings in an order of their own. Together they show all that any card shows. Of two that
    show the same the first counts."""
    found: dict[str, Card] = {}
    seen: set[Feature] = set()
    features = {name: frozenset(_features(card)) for name, card in cards.items()}
    for name in sorted(cards, key=lambda one: -len(features[one])):
        if not features[name] <= seen:
            seen |= features[name]
            found[name] = cards[name]
    return found


def _features(card: Card) -> Iterator[Feature]:
    yield "headings", *_headings(card)
    yield from _elements(card, ())


def _headings(node: Any) -> Iterator[object]:
    for one in _inner(node):
        if one.get("style") == "heading":
            yield one.get("size"), one.get("isVisible")
        yield from _headings(one)


def _elements(node: Card, around: Feature) -> Iterator[Feature]:
    here = (*around, _plain(node))
    yield here
    # On which ground something stands, and in what, is said by the three elements around it.
    for one in _inner(node):
        yield from _elements(one, here[-3:])


def _inner(node: Card) -> Iterator[Card]:
    for key, value in node.items():
        if key not in _UNSEEN:
            yield from (
                one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)
            )


def _plain(node: Card) -> Feature:
    """What an element says of itself, words apart."""
    return tuple(
        (key, bool(value) if key in _SAID else str(value))
        for key, value in sorted(node.items())
        if key not in _UNSEEN and not isinstance(value, dict | list)
    )

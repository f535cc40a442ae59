"""A card for clients that draw no charts: these are left out, because words beside each say the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def in_words(card: Mapping[str, Any]) -> Mapping[str, Any]:
    """The card without its charts; a client that knows the element shows a blank place, not its fallback."""
    return {key: _in_words(value) for key, value in card.items()}


def _in_words(node: Any) -> Any:
    if isinstance(node, Mapping):
        return in_words(node)
    if isinstance(node, list):
        return [_in_words(one) for one in node if not _is_chart(one)]
    return node


def _is_chart(node: Any) -> bool:
    return isinstance(node, Mapping) and str(node.get("type", "")).startswith("Chart.")

"""The names that were taken out because somebody was forgotten: as they are kept, and as they are shown."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

import msgspec

from bot.core.engagement import Engagement
from bot.core.keys import identity
from bot.core.texts import Words

REMOVED = "(removed)"
"""What is kept where the name of somebody stood who was forgotten: the same in every language, so that
whoever searches a store or an export of data finds it."""
STAND_IN = "removed-"
"""The beginning of the id that takes the place of a forgotten person's."""
_IN_BRACKETS = re.compile(r"(?<=\()\(removed\)|\(removed\)(?=\))")
_MARK = REMOVED.encode()
_NOT_SHOWN = frozenset({"data", "value", "id", "url"})
"""What a client sends back stays as it is kept."""

T = TypeVar("T")


def led_by_nobody(engagement: Engagement) -> bool:
    """True where whoever led a workshop was forgotten."""
    return identity(engagement.fm).startswith(STAND_IN)


def shown(text: str, words: Words) -> str:
    """A text as people read it: the word of their language in brackets, and never in two."""
    if REMOVED not in text:
        return text
    word = words("unnamed.removed")
    return _IN_BRACKETS.sub(word, text).replace(REMOVED, f"({word})")


def shown_card(card: T, words: Words) -> T:
    """The same of all that a card shows. Where nothing is to be changed it is the very same, not a copy."""
    # Written out and searched in one go: hardly any card names somebody who was forgotten.
    return _shown(card, words) if _MARK in msgspec.json.encode(card) else card


def _shown(node: T, words: Words) -> T:
    found: object = node
    if isinstance(node, str):
        found = shown(node, words)
    elif isinstance(node, list):
        found = [_shown(one, words) for one in node]
    elif isinstance(node, dict):
        found = {key: one if key in _NOT_SHOWN else _shown(one, words) for key, one in node.items()}
    return cast(T, found)


def shown_part(part: T, words: Words) -> T:
    """The same of a document: of all texts in its parts."""
    found: Any = part
    if isinstance(part, str):
        found = shown(part, words)
    elif isinstance(part, (tuple, list)):
        inner = type(part)(shown_part(one, words) for one in part)
        found = inner if any(one is not two for one, two in zip(inner, part, strict=True)) else part
    elif is_dataclass(part) and not isinstance(part, type):
        changed = {
            one.name: after
            for one in fields(part)
            if (after := shown_part(value := getattr(part, one.name), words)) is not value
        }
        found = replace(part, **changed) if changed else part
    return cast(T, found)

"""The words that records are made of: who bears one of them as a name is not meant by it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import inspect

from bot.core.engagement import Engagement, Setup
from bot.core.playbook.book import Book
from bot.core.verdict import Verdict

_PART = re.compile(r"[a-z0-9_.:;/@=-]+|[A-Z]{1,4}\d*")
_PLACES = ("language", "country", "state", "time_zone")
"""Fields of the setup that hold a word of a list."""


def words_of_state(engagement: Engagement, book: Book) -> frozenset[str]:
    """Ids of the playbook (services, roles, questions, choices), words of the state's own types, and those
    that its setup chose from a list. They are the whole of a text, or a part of a key."""
    ids = _ids_in(book.playbook.model_dump(mode="json"))
    setup: Setup = engagement.setup
    held = {str(getattr(setup, name)) for name in _PLACES}
    held |= {*setup.services, *setup.licensed, engagement.playbook}
    return frozenset({*ids, *held, *FIXED})


def is_key(text: str) -> bool:
    """True for what names a question of a service, an item, a card or a row: its parts are no words, as in
    "~~Dora~~" or "Dora~Muster"."""
    return "~" in text and all(map(_PART.fullmatch, text.split("~")))


def _ids_in(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _ids_in(one)
    elif isinstance(node, dict):
        if isinstance(node.get("id"), str):
            yield node["id"]
        for one in node.values():
            yield from _ids_in(one)


def _fixed(kind: inspect.Type, seen: set[type]) -> Iterator[str]:
    match kind:
        case inspect.StructType(cls=cls, fields=fields):
            if cls not in seen:
                seen.add(cls)
                for one in fields:
                    yield from _fixed(one.type, seen)
        case inspect.LiteralType(values=values):
            yield from map(str, values)
        case inspect.EnumType(cls=cls):
            yield from (str(one.value) for one in cls)
        case inspect.UnionType(types=types):
            for each in types:
                yield from _fixed(each, seen)
        case inspect.ListType(item_type=inner) | inspect.DictType(value_type=inner):
            yield from _fixed(inner, seen)


FIXED = frozenset((*_fixed(inspect.type_info(Engagement), set()), *(str(one) for one in Verdict)))
"""Words of the types of the state and of what is worked out from it."""

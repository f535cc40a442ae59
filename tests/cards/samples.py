"""Every sample of every card, drawn in every language."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Any

from bot.core.texts import load_texts
from cards import RENDERERS, render

LANGUAGES = ("de", "en")


def drawn() -> dict[str, dict[str, Any]]:
    """Cards by their names: card.sample.language."""
    texts = load_texts()
    found: dict[str, dict[str, Any]] = {}
    for renderer in RENDERERS.values():
        module = sys.modules[renderer.__module__]
        for name, screen in module.SAMPLES:
            for language in LANGUAGES:
                key = f"{module.__name__.rpartition('.')[2]}.{name}.{language}"
                found[key] = render(screen, texts.words(language))
    return found


def nodes(card: Any) -> Iterator[Mapping[str, Any]]:
    """Every object of a card, the card itself first."""
    if isinstance(card, Mapping):
        yield card
        for value in card.values():
            yield from nodes(value)
    elif isinstance(card, list):
        for value in card:
            yield from nodes(value)


CARDS = drawn()

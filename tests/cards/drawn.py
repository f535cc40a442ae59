"""Every sample of every card, drawn in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cards import render
from tests.cards.samples import SAMPLES
from tests.playbook_of_tests import texts_of_tests

LANGUAGES = ("de", "en")


def drawn() -> dict[str, dict[str, Any]]:
    """Cards by their names: card.sample.language."""
    texts = texts_of_tests()
    return {
        f"{card}.{name}.{language}": render(screen, texts.words(language))
        for card, samples in SAMPLES.items()
        for name, screen in samples
        for language in LANGUAGES
    }


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

"""The cards on a page: all samples and those of the fullest workshop, each drawn once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser

from bot.core.playbook.book import Book
from tests.cards.drawn import CARDS
from tests.phone.fullest_cards import fullest_cards
from tests.phone.page import chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser that reaches nothing. While it is open no other event loop runs in this process: it is closed
    before another module's tests begin."""
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def every_card(shipped: Book) -> Mapping[str, Mapping[str, Any]]:
    """Every card by its name: card.what.language."""
    return {**CARDS, **fullest_cards(shipped)}

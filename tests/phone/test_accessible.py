"""Everybody can read and use the cards: axe finds nothing serious in either theme, keys go like the eye.

One language is enough: a card has the same parts in both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.phone.page import PhonePage
from tests.phone.teams import LIGHT, THEMES, Theme

Cards = Mapping[str, Mapping[str, Any]]


@pytest.fixture(scope="module", params=THEMES, ids=[one.name for one in THEMES])
def page(request: pytest.FixtureRequest, browser: Browser, every_card: Cards) -> PhonePage:
    """Every card in a theme."""
    theme: Theme = request.param
    cards = {name: card for name, card in every_card.items() if name.endswith(".de")}
    return PhonePage(browser, cards, theme)


def test_axe_finds_nothing_serious(page: PhonePage) -> None:
    assert page.faults() == {}


def test_keys_reach_everything_in_the_order_of_reading(page: PhonePage) -> None:
    assert page.keys_against_the_eyes() == {}


def test_axe_would_find_pale_letters_and_what_has_no_name(browser: Browser) -> None:
    pale = {"type": "TextBlock", "text": "Gelb auf Weiß", "color": "Warning"}
    nameless = {"type": "Input.Text", "id": "name"}
    card = {"type": "AdaptiveCard", "version": "1.5", "body": [pale, nameless]}
    found = PhonePage(browser, {"wrong": card}, LIGHT).faults()["wrong"]
    assert sorted(one.partition(":")[0] for one in found) == ["color-contrast", "label"]

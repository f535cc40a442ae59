"""Everybody can read and use the cards: axe finds nothing serious in either theme and language.

It looks at the cards that can fail apart, with everything unfolded: 450 cards say their many words in some
hundred kinds of elements. The dark theme differs in its colours alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.cards.drawn import LANGUAGES
from tests.phone.apart import apart
from tests.phone.page import PhonePage
from tests.phone.teams import DARK, LIGHT

Cards = Mapping[str, Mapping[str, Any]]


@pytest.fixture(scope="module")
def cards(every_card: Cards) -> Cards:
    """The cards that can fail apart, of one kind now the German, now the English one."""
    kinds = dict.fromkeys(name.rpartition(".")[0] for name in every_card)
    turns = (LANGUAGES[:: 1 if number % 2 else -1] for number in range(len(kinds)))
    in_turns = [f"{kind}.{one}" for kind, languages in zip(kinds, turns, strict=True) for one in languages]
    return {name: unfolded(card) for name, card in apart({one: every_card[one] for one in in_turns}).items()}


def unfolded(node: Any) -> Any:
    """The card with all that a press shows."""
    if isinstance(node, Mapping):
        return {key: unfolded(value) for key, value in node.items() if key != "isVisible"}
    return [unfolded(one) for one in node] if isinstance(node, list) else node


def test_axe_finds_nothing_serious(browser: Browser, cards: Cards) -> None:
    assert PhonePage(browser, cards, LIGHT).faults() == {}


def test_axe_finds_no_pale_letters_in_the_dark_theme(browser: Browser, cards: Cards) -> None:
    assert PhonePage(browser, cards, DARK).faults(["color-contrast"]) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_of_both_languages_are_looked_at(cards: Cards, language: str) -> None:
    assert sum(name.endswith(f".{language}") for name in cards) > len(cards) / 3


def test_axe_would_find_pale_letters_and_what_has_no_name(browser: Browser) -> None:
    pale = {"type": "TextBlock", "text": "Gelb auf Weiß", "color": "Warning"}
    nameless = {"type": "Input.Text", "id": "name"}
    card = {"type": "AdaptiveCard", "version": "1.5", "body": [pale, nameless]}
    page = PhonePage(browser, {"wrong": card}, LIGHT)
    assert [rule(one) for one in page.faults()["wrong"]] == ["color-contrast", "label"]
    assert [rule(one) for one in page.faults(["color-contrast"])["wrong"]] == ["color-contrast"]


def rule(fault: str) -> str:
    return fault.partition(":")[0]


def test_what_can_fail_apart_is_looked_at_however_few_cards_show_it() -> None:
    plain = {"type": "TextBlock", "text": "Ein Satz."}
    body = [plain, {**plain, "text": "Ein anderer."}]
    pale = {"type": "Container", "style": "emphasis", "items": [{**plain, "isSubtle": True}]}
    cards: dict[str, dict[str, object]] = {
        "one": {"body": body},
        "two": {"body": [{**plain, "text": "Noch einer."}]},
        "pale": {"body": [pale]},
        "empty": {"body": [{**plain, "text": ""}]},
    }
    assert set(apart(cards)) == {"one", "pale", "empty"}

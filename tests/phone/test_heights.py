"""A person on a phone reads a card in ten seconds: each fits, at 320 px, into the height of its kind, and the
keys go over it like the eye.

What a press unfolds is not counted: nobody has to read it. Samples of hostile text are as long as people's
texts may be, and no measure of a card.
"""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median
from typing import Any

import pytest
from playwright.sync_api import Browser

from cards import RENDERERS
from tests.phone.page import PhonePage
from tests.phone.teams import LIGHT

Heights = Mapping[str, int]

OTHERS = 1_200
MOST = {
    "closing": 900,
    "form.setup_at_first": 900,
    "next_steps": 1_100,
    "question": 900,
    "summary": 1_000,
}
"""The most pixels of a card, or of a kind of card; every other has `OTHERS`."""
USUAL_QUESTION = 700
"""The most pixels of half of all questions."""


@pytest.fixture(scope="module")
def page(browser: Browser, every_card: Mapping[str, Mapping[str, Any]]) -> PhonePage:
    """Every card in the light theme; the dark one differs in its colours alone."""
    return PhonePage(browser, every_card, LIGHT)


@pytest.fixture(scope="module")
def heights(page: PhonePage) -> Heights:
    """The height of every card that is not hostile."""
    return {name: height for name, height in page.heights().items() if ".hostile" not in name}


def test_every_card_fits_on_a_phone(heights: Heights) -> None:
    too_high = {name: height for name, height in heights.items() if height > _most(name)}
    assert too_high == {}


def test_half_of_all_questions_are_no_higher_than_is_usual(heights: Heights) -> None:
    questions = [height for name, height in heights.items() if name.startswith("question.")]
    assert median(questions) <= USUAL_QUESTION


def test_every_kind_of_card_is_measured(heights: Heights) -> None:
    kinds = {render.__module__.removeprefix("cards.") for render in RENDERERS.values()}
    assert kinds <= {name.partition(".")[0] for name in heights}


def test_each_limit_belongs_to_a_card(heights: Heights) -> None:
    assert set(MOST) <= {card for name in heights for card in _card_and_kind(name)}


def test_keys_reach_everything_in_the_order_of_reading(page: PhonePage) -> None:
    assert page.keys_against_the_eyes() == {}


def test_what_is_measured_grows_with_what_a_card_says(browser: Browser) -> None:
    def said(times: int) -> Mapping[str, object]:
        text = {"type": "TextBlock", "text": "Ein Satz, der auf eine Zeile geht.", "wrap": True}
        return {"type": "AdaptiveCard", "version": "1.5", "body": [text] * times}

    found = PhonePage(browser, {"one": said(1), "ten": said(10)}, LIGHT).heights()
    assert found["one"] < 60
    assert found["ten"] > found["one"] + 9 * 14


def _most(name: str) -> int:
    return next((MOST[one] for one in _card_and_kind(name) if one in MOST), OTHERS)


def _card_and_kind(name: str) -> tuple[str, str]:
    """The name of a card is kind.sample.language."""
    return name.rpartition(".")[0], name.partition(".")[0]

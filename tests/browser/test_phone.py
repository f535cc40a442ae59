"""Cards as wide as a phone: the Playground's page does not get that narrow, so the card alone is made so."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator

from tests.browser.conftest import Lead
from tests.browser.leading import Leading

_PHONE = """.ac-adaptiveCard { width: 320px !important; min-width: 0 !important; }
.ac-adaptiveCard * { font-family: "Liberation Sans", Arial, sans-serif !important; }"""
"""Letters as wide as on phones, whatever fonts this machine has: some desktop fonts are a fifth wider."""
_CUT_OFF = """card => [...card.querySelectorAll('.ac-richTextBlock, .ac-textBlock, label, button')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.innerText !== '...')
    .map((one) => one.innerText)"""
"""Texts that do not fit where they stand; the button of the menu is narrower than its dots everywhere."""


def test_nothing_sticks_out_of_the_cards_on_a_phone(lead: Lead, screenshots: Path) -> None:
    megan = lead("de-DE", pictures=screenshots / "phone")
    megan.begin()
    megan.page.page.add_style_tag(content=_PHONE)
    _fits(megan, "new", "setup")
    megan.press("setup")
    _fits(megan, "setup", "save_setup")
    megan.set_up()
    _fits(megan, "workshop", "my_questions")
    megan.press("my_questions")
    while megan.question:
        _fits(megan, "", "answer")
        megan.answers()
    megan.page.wait_text(megan.words("summary.title"))
    _fits(megan, "summary", "next_steps")
    megan.press("next_steps")
    _fits(megan, "next-steps", "resources")


def _fits(megan: Leading, name: str, button: str) -> None:
    card: Locator = megan.page.card_with(megan.words(f"button.{button}"))
    width = card.bounding_box()
    assert width is not None
    assert width["width"] == 320
    assert card.evaluate(_CUT_OFF) == []
    if name:
        megan.picture(name, button)

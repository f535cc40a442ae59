"""Cards as wide as a phone: the Playground's page does not get that narrow, so the card alone is made so."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator

from bot.core.playbook.book import Book
from tests.browser.conftest import Lead
from tests.browser.leading import Leading
from tests.browser.test_after import CUSTOMER, a_workshop_with_gaps

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
    _fits(megan, "setup", "setup_next")
    megan.take_first_step()
    _fits(megan, "setup-second", "begin")
    megan.press("begin")
    _fits(megan, "workshop", "my_questions")
    megan.press("my_questions")
    while megan.question:
        _fits(megan, "", "answer")
        megan.answers()
    megan.page.wait_text(megan.words("summary.title"))
    _fits(megan, "summary", "next_steps")
    megan.press("next_steps")
    _fits(megan, "next-steps", "resources")


def test_nothing_sticks_out_of_the_cards_after_the_workshop_either(
    lead: Lead, book: Book, screenshots: Path
) -> None:
    megan = lead("de-DE", pictures=screenshots / "phone-after")
    page, words = megan.page, megan.words
    a_workshop_with_gaps(megan, book)
    page.page.add_style_tag(content=_PHONE)
    page.mention(words("command.plan.name"), thread=0)
    page.wait_card(words("plan.title"))
    megan.press("open_plan")
    _fits(megan, "own-plan", "add_item")
    megan.press("item_stuck")
    _fits(megan, "stuck", "save")
    page.mention(words("command.check_in.name"), thread=0)
    page.wait_card(words("button.check_in_first"))
    _fits(megan, "no-check-ins", "check_in_first")
    megan.press("check_in_first")
    _fits(megan, "check-ins-form", "save")
    megan.press("save")
    _fits(megan, "check-ins", "check_in_pause")
    megan.press("check_in_snooze")
    _fits(megan, "snooze", "save")
    page.open("personal")
    page.say(words("command.portfolio.name"))
    page.wait_card(words("portfolio.title"))
    _fits(megan, "portfolio", card=page.newest_card())
    page.press(CUSTOMER["de"])
    _fits(megan, "one-of-the-portfolio", "back_to_portfolio")


def _fits(megan: Leading, name: str, button: str = "", *, card: Locator | None = None) -> None:
    card = card or megan.page.card_with(megan.words(f"button.{button}"))
    width = card.bounding_box()
    assert width is not None
    assert width["width"] == 320
    assert card.evaluate(_CUT_OFF) == []
    if name:
        megan.picture(name, card=card)

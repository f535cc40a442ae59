"""Fills the inputs of a card as a person would, by their labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time

from playwright.sync_api import Locator

from tests.browser.reading import INPUT_OF_LABEL, OPTION

Value = str | int | float | bool | date | time | Sequence[str]
"""Text or a number; titles of choices, several for a multi-choice; a toggle; a day, a time."""


def field_of(card: Locator, label: str) -> Locator:
    """The input with this label; LookupError where the card has none."""
    ident = card.evaluate(INPUT_OF_LABEL, label)
    if not ident:
        raise LookupError(f"the card has no input labelled {label!r}")
    return card.page.locator(f'[id="{ident}"]')


def fill(card: Locator, label: str, value: Value) -> None:
    """Put a value into the input with this label; LookupError where the card has none."""
    field = field_of(card, label)
    role = field.get_attribute("role")
    if isinstance(value, bool):
        field.set_checked(value, force=True)
    elif isinstance(value, date):
        _fill_date(field, value)
    elif role == "radiogroup":
        field.get_by_label(str(value), exact=True).check(force=True)
    elif isinstance(value, time):
        _choose(field, [_as_shown(field, value)])
    elif role == "combobox":
        _choose(field, _titles(value))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for title in value:
            box = field.locator("label").filter(has_text=_exactly(title)).get_attribute("for")
            card.page.locator(f'[id="{box}"]').check(force=True)
    else:
        field.fill(str(value))
        if role == "spinbutton":
            field.press("Tab")


def _fill_date(field: Locator, value: date) -> None:
    field.fill(f"{value.month}/{value.day}/{value.year}")
    field.press("Enter")
    # The calendar stays open after Enter.
    field.press("Escape")
    field.page.get_by_role("dialog").wait_for(state="hidden")


def _as_shown(field: Locator, value: time) -> str:
    """A time as the client writes it in its language."""
    script = "(_, [h, m]) => new Date(0, 0, 1, h, m).toLocaleTimeString([], {timeStyle: 'short'})"
    # A narrow space stands before PM in the browser's own writing.
    shown: str = field.evaluate(script, [value.hour, value.minute])
    return shown.replace("\u202f", " ")


def _titles(value: Value) -> list[str]:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return list(value)
    return [str(value)]


def _choose(field: Locator, titles: Sequence[str]) -> None:
    page = field.page
    field.click()
    for title in titles:
        page.locator(OPTION).filter(has_text=_exactly(title)).first.click()
    if len(titles) != 1 or page.locator(OPTION).count():
        page.keyboard.press("Escape")


def _exactly(title: str) -> re.Pattern[str]:
    return re.compile(f"^{re.escape(title)}$")

"""What `make run` tells people to do: mention the bot in a channel, and the workshop begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Open, Serve


@pytest.mark.parametrize(
    ("locale", "title", "button", "form"),
    [
        ("en-US", "Success factors workshop", "Set up the workshop", "Only you see this view."),
        ("de-DE", "Workshop zu den Erfolgsfaktoren", "Workshop einrichten", "Diese Ansicht sehen nur Sie."),
    ],
)
def test_the_first_words_bring_the_workshop_card_and_its_button_the_setup(
    serve: Serve, teams: Open, screenshots: Path, locale: str, title: str, button: str, form: str
) -> None:
    page = teams(serve(), locale)
    page.open("general")
    page.mention("/ssat")
    page.wait_text(title)
    page.screenshot(screenshots / f"first-card-{locale}.png")
    page.press(button)
    page.wait_text(form)
    page.screenshot(screenshots / f"setup-{locale}.png")

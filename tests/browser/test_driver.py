"""The driver of the Playground, tried on a bot of a few lines."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from tests.browser.conftest import Open, Serve
from tests.browser.filling import Value

ECHO = ("tests.browser.echo_bot",)


def test_a_form_filled_by_its_labels_arrives_with_every_kind_of_value(
    serve: Serve, teams: Open, screenshots: Path
) -> None:
    page = teams(serve(ECHO))
    assert page.say("hello") == ["Megan Bowen (en-US): hello"]
    page.say("form")
    page.press("Save", heard=False)
    assert "Who is it?" in page.cards()[-1]
    values: dict[str, Value] = {
        "Who": "Ann",
        "Size": "Large",
        "Tops": ["Ham", "Olive"],
        "Sides": ["Bread", "Oil"],
        "Mode": "Slow",
        "Count": 4,
        "Day": date(2026, 12, 24),
        "At": time(13, 30),
        "Urgent": True,
    }
    page.press("Save", values)
    page.screenshot(screenshots / "driver-form.png")
    assert page.cards() == [
        "action=save at=13:30 count=4 day=2026-12-24 mode=w sides=b,o size=l tops=h,o urgent=true who=Ann"
    ]


def test_a_german_client_and_a_second_person_talk_in_one_thread(serve: Serve, teams: Open) -> None:
    page = teams(serve(ECHO), "de-DE")
    page.open("general")
    assert page.mention("hallo") == ["Megan Bowen (de-DE): hallo"]
    assert page.mention("und noch etwas", thread=0) == ["Megan Bowen (de-DE): und noch etwas"]
    adele = page.person("Adele Vance")
    adele.locale = "de-AT"
    adele.says("ich auch")
    page.wait_text("Adele Vance (de-AT): ich auch")
    assert [message["text"] for message in page.messages() if message["thread"] == 0]

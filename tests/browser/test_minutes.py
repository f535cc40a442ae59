"""After the workshop: the team confirms the minutes in the thread, the FM takes them along in the chat."""

from __future__ import annotations

from pathlib import Path

from tests.browser.conftest import Lead
from tests.browser.guest import Guest


def test_the_minutes_are_confirmed_in_the_thread_and_taken_along_in_the_chat(
    lead: Lead, screenshots: Path
) -> None:
    megan = lead("de-DE", pictures=screenshots / "minutes")
    page, words = megan.page, megan.words
    megan.begin()
    megan.press("setup")
    megan.set_up()
    page.wait_text(words("workshop.answer_by").strip())
    isaiah = Guest(page, "Isaiah Langer", "de-DE")
    isaiah.looks_at(words("workshop.title"))
    isaiah.presses(words("button.take_part"))
    isaiah.presses(words("button.save_roles"), {"roles": ["project_lead"]})
    megan.press("my_questions")
    megan.goes_on_to("SZ1")
    megan.press("later")

    megan.press("lead")
    page.press_in_menu(words("button.minutes"), beside=words("button.edit_setup"))
    page.wait_text(words("minutes.draft"))
    megan.picture("draft", "issue_minutes")
    megan.press("issue_minutes")
    page.wait_text(words("minutes.asked", people="").lstrip(", "))
    megan.picture("waiting", "confirm_minutes")
    isaiah.looks_at(words("minutes.card", version=1))
    isaiah.presses(words("button.confirm_minutes"))
    page.wait_text(words("minutes.confirmed", version=1, names="Isaiah Langer", moment="")[:-2])
    megan.picture("confirmed", card=page.newest_card())
    megan.press("follow_up")
    megan.picture("text-to-send", "back_to_minutes")

    page.open("personal")
    page.say("/export")
    page.wait_card(words("export.title"))
    megan.picture("to-take-away", "minutes")
    megan.press("docx")
    page.wait_text(words("minutes.missing"))
    megan.picture("as-a-message")

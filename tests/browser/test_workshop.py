"""A workshop as people click through it: from the first words to the summary, in both languages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.core.playbook.book import Book
from bot.core.questions.parse import NOT_LISTED
from bot.core.texts import Texts
from tests.browser.conftest import Lead, Open, Serve
from tests.browser.guest import Guest
from tests.browser.leading import Leading
from tests.ports.azurite import Azurite

SHORT = ["DC", "ST1", "ST2", "ST6", "SZ1", "SZ4", "SZ5", "AW1", "AW3", "AW4", "TR1", "TR2"]
"""What the FM is asked; the second person answers TR4 first."""


@pytest.mark.parametrize("locale", ["de-DE", "en-US"])
def test_from_the_first_words_to_the_summary_and_the_next_steps(
    lead: Lead, book: Book, screenshots: Path, locale: str
) -> None:
    megan = lead(locale, pictures=screenshots)
    page, words = megan.page, megan.words
    megan.begin()
    megan.picture("channel")
    megan.picture("welcome", card=page.card(-1))
    megan.picture("new", "setup")
    megan.press("setup")
    megan.picture("setup", "setup_next")
    _a_refused_setup_keeps_what_was_typed(megan)
    megan.set_up(time_zone="Europe/Berlin")
    page.wait_text(words("workshop.progress", answered=0, total=len(SHORT) + 1))
    megan.picture("workshop", "my_questions")

    isaiah = Guest(page, "Isaiah Langer", locale)
    isaiah.looks_at(words("workshop.title"))
    megan.press("my_questions")
    megan.goes_on_to("ST1")
    _a_missing_choice_is_refused_at_its_field(megan)
    _another_takes_part_and_answers(isaiah, megan, book)
    assert words("field.somebody_else") in megan.stands("answer", megan.label("ST1", "sponsor"))

    megan.goes_on_to("AW1")
    _planned_in_the_past_is_refused_then_planned(megan)
    megan.goes_on_to("TR1")
    _not_known_but_by_another(megan, "Isaiah Langer")
    megan.goes_on_to("")
    assert megan.asked == SHORT
    page.wait_text(words("workshop.progress", answered=len(SHORT), total=len(SHORT) + 1))
    megan.picture("done", "lead")
    for number, factor in enumerate(("stakeholders", "scenarios", "awareness")):
        megan.picture(f"result-{factor}", card=page.card(number + 2))

    megan.picture("handed-on", card=page.newest_card())

    isaiah.looks_at(book.questions["TR1"].ask[words.language])
    isaiah.presses(words("button.my_questions"))
    isaiah.presses(words("button.answer"), {"plan": "yes", "owner": NOT_LISTED})
    isaiah.presses(words("button.answer"), {"owner_name": "Rosa Lind"})
    # The closing question comes when nothing else is open.
    megan.press("my_questions")
    megan.goes_on_to("")
    assert megan.asked == [*SHORT, "CL"]
    page.wait_text(words("summary.title"))
    megan.picture("summary", "next_steps")
    _looks_into_the_details(megan)
    _asks_for_what_is_there(megan)


def _a_refused_setup_keeps_what_was_typed(megan: Leading) -> None:
    words = megan.words
    megan.take_first_step(time_zone="Atlantis")
    assert words("problem.unknown_time_zone") in megan.sees("setup_next")
    # The Playground's client is American: the states of the country that was chosen come with the refusal.
    refused = ", ".join(words(f"field.{name}") for name in ("state", "time_zone"))
    assert words("input.check", fields=refused) in megan.sees("setup_next")
    assert megan.stands("setup_next", words("field.time_zone")) == "Atlantis"
    megan.picture("setup-refused", "setup_next")
    # What was in order is folded again, with what was typed in it.
    megan.press("unfold", heard=False)
    assert megan.stands("setup_next", words("field.licences")) == "1200"


def _another_takes_part_and_answers(isaiah: Guest, megan: Leading, book: Book) -> None:
    words = megan.words
    isaiah.presses(words("button.take_part"))
    asked = isaiah.presses(words("button.save_roles"), {"roles": ["it"]})
    assert f"# {book.questions['TR4'].ask[words.language]}" in asked
    left = len(SHORT) - len(megan.asked)
    done = isaiah.presses(words("button.answer"), {"answers": "yes"})
    assert words("banner.thanks_left", count=left) in done


def _a_missing_choice_is_refused_at_its_field(megan: Leading) -> None:
    megan.types({"sponsor": megan.words("field.somebody_else")})
    megan.press("answer", heard=False)
    assert megan.words("input.required.choice") in megan.sees("answer")
    megan.picture("choice-missing", "answer")


def _planned_in_the_past_is_refused_then_planned(megan: Leading) -> None:
    words = megan.words
    who = words("field.name_of", label=words("field.planned_by"))
    today = datetime.now(UTC).date()
    megan.picture("AW1", "answer")
    megan.presses_in_menu("planned")
    megan.picture("planned", "save")
    megan.press("save", {who: "Rosa Lind", words("field.planned_on"): today - timedelta(days=30)})
    assert words("problem.date_in_past") in megan.sees("save")
    assert megan.stands("save", who) == "Rosa Lind"
    megan.picture("planned-refused", "save")
    megan.press("save", {words("field.planned_on"): today + timedelta(days=7)})
    megan.asked.append("AW1")


def _not_known_but_by_another(megan: Leading, who: str) -> None:
    megan.picture("TR1", "answer")
    megan.press("handed")
    megan.picture("handed", "save")
    megan.press("save", {megan.words("field.handed_to"): who})
    megan.asked.append("TR1")


def _looks_into_the_details(megan: Leading) -> None:
    page, words = megan.page, megan.words
    page.press(words("summary.rest"), heard=False)
    assert words("summary.counts") in megan.sees("next_steps")
    megan.picture("summary-details", "next_steps")
    megan.press("next_steps")
    megan.picture("next-steps", "resources")


def _training(megan: Leading) -> str:
    return {"de": "Schulung", "en": "Training"}[megan.words.language]


def _asks_for_what_is_there(megan: Leading) -> None:
    page, words = megan.page, megan.words
    for name, more in (("status", ""), ("resources", f" {_training(megan)}"), ("help", "")):
        page.mention(words(f"command.{name}.name") + more, thread=0)
        title = words(f"{name}.title")
        page.wait_card(title)
        assert title in page.newest_card().inner_text()
        megan.picture(name, card=page.newest_card())


def test_a_workshop_on_azure_tables_goes_on_where_the_bot_was_killed(
    serve: Serve, teams: Open, azurite: Azurite, book: Book, texts: Texts
) -> None:
    place = {"SSAT_STORE": "azure-tables", "AZURE_STORAGE_CONNECTION_STRING": azurite.connection_string()}
    service = serve(**place)
    megan = Leading(teams(service), book, texts.words("en"))
    megan.begin()
    megan.press("setup")
    megan.set_up()
    megan.press("my_questions")
    megan.goes_on_to("SZ4")
    service.kill()
    service.start()
    megan.goes_on_to("")
    assert sorted(megan.asked) == sorted([*SHORT, "TR4", "CL"])
    megan.page.wait_text(megan.words("summary.title"))

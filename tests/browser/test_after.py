"""After the workshop, by clicking: plan, done, a moved launch, check-ins, agenda, next steps, portfolio."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.core.playbook.book import Book
from bot.core.reading.wording import day_text
from tests.browser.answers import SETUP
from tests.browser.conftest import Lead
from tests.browser.leading import Leading
from tests.playbook_of_tests import PLAYS_IT

CUSTOMER = {"de": "Contoso AG", "en": "Contoso Ltd"}


@pytest.mark.parametrize("locale", ["de-DE", "en-US"])
def test_the_weeks_after_the_workshop(
    lead: Lead, book: Book, screenshots: Path, tmp_path: Path, locale: str
) -> None:
    megan = lead(locale, pictures=screenshots / "after")
    a_workshop_with_gaps(megan, book)
    _the_plan_and_what_is_done(megan, book)
    _a_moved_launch(megan)
    _check_ins(megan)
    _the_agenda(megan, tmp_path)
    _next_steps(megan)
    _the_portfolio(megan)


def a_workshop_with_gaps(megan: Leading, book: Book) -> None:
    """Megan leads, and is the project lead: the gaps are hers."""
    words = megan.words
    megan.begin()
    megan.press("setup")
    megan.set_up(time_zone="Europe/Berlin")
    megan.page.wait_text(words("workshop.answer_by").strip())
    role = next(one for one in book.playbook.roles if one.id == "project_lead")
    megan.press("take_part")
    megan.press("save_roles", {words("field.roles"): [role.name[words.language]]})
    megan.goes_on_to("ST1")
    megan.types({"commitment": "open"})
    megan.press("answer")
    megan.types({"reason": "budget"})
    megan.press("answer")
    megan.goes_on_to("ST6")
    megan.types({"works_council": "not_started", "data_protection": "agreed"})
    megan.press("answer")
    megan.press("later")


def _the_plan_and_what_is_done(megan: Leading, book: Book) -> None:
    page, words = megan.page, megan.words
    page.mention(words("command.plan.name"), thread=0)
    page.wait_card(words("plan.title"))
    megan.picture("plan", card=page.newest_card())
    megan.press("open_plan")
    assert words("plan.mine") in megan.sees("add_item")
    megan.picture("own-plan", "add_item")
    megan.press("item_done")
    assert words("plan.closed") in megan.sees("add_item")
    megan.picture("done", "add_item")
    megan.press("item_stuck")
    megan.picture("stuck", "save")
    megan.press("save", {words("field.because"): {"de": "Budget fehlt", "en": "No budget"}[words.language]})
    assert words("plan.status.stuck") in megan.sees("add_item")
    action = book.questions["ST1"].action
    assert action is not None
    page.press(f"{words('plan.sign.stuck')} {action[words.language]}")
    megan.picture("item", "item_still_stuck")
    megan.press("back_to_plan")
    page.press_in_menu(words("button.mute"), beside=words("button.add_item"))
    assert words("notice.muted") in megan.sees("unmute")
    megan.picture("muted", "unmute")
    megan.press("my_actions")
    megan.press("back_to_workshop")


def _a_moved_launch(megan: Leading) -> None:
    page, words = megan.page, megan.words
    launch = SETUP["launch"]
    assert isinstance(launch, timedelta)
    today = datetime.now(UTC).date()
    megan.press("lead")
    megan.press("edit_setup")
    sooner = today + timedelta(days=49)
    page.press(words("button.unfold"), heard=False)
    megan.press(
        "save_setup",
        {words("field.pilot"): today + timedelta(days=42), words("field.launch"): sooner},
    )
    old, new = (day_text(day.isoformat(), words.language) for day in (today + launch, sooner))
    assert words("plan.launch_moves", old=old, new=new) in megan.sees("apply")
    megan.picture("launch-moves", "apply")
    megan.press("apply")
    page.wait_text(words("banner.replanned"))


def _check_ins(megan: Leading) -> None:
    page, words = megan.page, megan.words
    page.mention(words("command.check_in.name"), thread=0)
    page.wait_card(words("button.check_in_first"))
    megan.picture("no-check-ins", "check_in_first")
    megan.press("check_in_first")
    megan.picture("check-ins-form", "save")
    zone = words("field.time_zone")
    megan.press("save", {zone: "Atlantis", words("field.check_in_rhythm"): words("option.weekly")})
    assert words("problem.unknown_time_zone") in megan.sees("save")
    assert megan.stands("save", zone) == "Atlantis"
    megan.picture("check-ins-refused", "save")
    megan.press("save", {zone: "Europe/Berlin"})
    assert words("check_in.did.check_in_set") in megan.sees("check_in_pause")
    megan.picture("check-ins", "check_in_pause")
    megan.press("check_in_snooze")
    megan.picture("snooze", "save")
    megan.press("cancel")


def _the_agenda(megan: Leading, folder: Path) -> None:
    """The hour of the check-in comes for `remind`, which sends into the thread that the bot serves."""
    page, words = megan.page, megan.words
    [workshop] = json.loads(_bot(folder, "export", "--format", "json"))["engagements"]
    swept = _bot(folder, "remind", "--now", workshop["check_ins"][0]["next_due"])
    assert re.fullmatch(r"sent [1-9]\d*, skipped 0, failed 0, unknown 0, unreachable 0\n", swept)
    page.wait_card(words("agenda.title"))
    megan.picture("agenda", "mute")
    megan.press("plan")
    assert words("plan.title") in megan.sees("add_item")
    megan.picture("agenda-plan", "add_item")
    megan.press("item_done")
    megan.picture("agenda-done", "add_item")


def _bot(folder: Path, *command: str) -> str:
    """What a command of the bot says, on the store of the bot that runs."""
    settings = {**PLAYS_IT, "SSAT_STORE": f"sqlite:///{folder}/ssat.db", "MicrosoftAppId": ""}
    ran = subprocess.run(
        [sys.executable, "-m", "bot", *command],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout


def _next_steps(megan: Leading) -> None:
    page, words = megan.page, megan.words
    page.mention(words("command.next_steps.name"), thread=0)
    page.wait_card(words("next.title"))
    megan.picture("next-steps-of-the-customer", card=page.newest_card())
    megan.press("summary")
    megan.press("next_steps")
    assert words("next.for_lead") in megan.sees("check_in")
    megan.picture("next-steps-of-the-lead", "check_in")


def _the_portfolio(megan: Leading) -> None:
    page, words = megan.page, megan.words
    page.open("personal")
    page.say(words("command.portfolio.name"))
    page.wait_card(words("portfolio.title"))
    megan.picture("portfolio", card=page.newest_card())
    page.press(CUSTOMER[words.language])
    megan.picture("one-of-the-portfolio", "back_to_portfolio")
    megan.press("next_steps")
    megan.picture("next-steps-in-person", "check_in")
    page.say(words("command.check_in.name"))
    page.wait_card(words("form.check_in.title"))
    megan.picture("check-ins-in-person", card=page.newest_card())

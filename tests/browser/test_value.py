"""Talks and metrics by clicking: what would help, a metric with its target, its course as a chart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.core.playbook.book import Book
from tests.browser.conftest import Lead
from tests.browser.leading import Leading


@pytest.mark.parametrize("locale", ["de-DE", "en-US"])
def test_talks_are_decided_and_a_metric_takes_its_course(
    lead: Lead, book: Book, screenshots: Path, locale: str
) -> None:
    megan = lead(locale, pictures=screenshots / "value")
    page, words = megan.page, megan.words
    megan.begin()
    megan.press("setup")
    megan.set_up(services=["exchange", "teams"])
    page.wait_text(words("workshop.answer_by").strip())
    page.mention(words("command.next_steps.name"), thread=0)
    page.wait_card(words("next.title"))
    _decides_about_a_talk(megan, book)
    page.mention(words("command.next_steps.name"), thread=0)
    page.wait_card(words("next.title"))
    _follows_a_metric(megan, book)


def _decides_about_a_talk(megan: Leading, book: Book) -> None:
    words = megan.words
    megan.press("offers")
    megan.picture("offers", "back_to_workshop")
    _taps(megan, "back_to_workshop", book.service_names["intune"])
    megan.picture("offer", "back_to_offers")
    megan.press("talk_accept")
    kind = book.playbook.discussions.talks[0].label[words.language]
    megan.press("save", {words("field.talks"): [kind]})
    assert words("talks.state.undated") in megan.sees("back_to_workshop")
    megan.picture("offers-decided", "back_to_workshop")


def _follows_a_metric(megan: Leading, book: Book) -> None:
    words, today = megan.words, datetime.now(UTC).date()
    megan.press("metrics")
    megan.press("other_metric")
    metric = book.metrics["active_users"]
    title = f"{metric.name[words.language]} ({book.service_names['teams']})"
    megan.press("go_on_here", {words("field.metric"): title})
    unit = metric.unit[words.language]
    start, aim = (
        words("metrics.in_unit", label=words(f"field.metric_{name}"), unit=unit)
        for name in ("baseline", "target")
    )
    until = words("field.metric_date")
    megan.press("save", {start: 12, aim: 400, until: today - timedelta(days=9)})
    assert words("problem.date_in_past") in megan.sees("save")
    megan.picture("target-refused", "save")
    megan.press("save", {until: today + timedelta(days=120)})
    entry = words("metrics.of_unit", title=title, unit=unit)
    for days, value in ((40, 30), (20, 85), (0, 150)):
        megan.press("enter_values")
        megan.press("save", {entry: value, words("field.value_day"): today - timedelta(days=days)})
    assert words("review.due.active", title=title, percent=12) in megan.sees("enter_values")
    megan.picture("metrics", "enter_values")
    _taps(megan, "enter_values", title)
    card = megan.page.card_with(words("button.enter_value"))
    assert words("metrics.course") in card.inner_text()
    card.locator("svg").first.wait_for()
    megan.picture("course", "enter_value")


def _taps(megan: Leading, button: str, title: str) -> None:
    """Tap a title on the newest card that has this button."""
    card = megan.page.card_with(megan.words(f"button.{button}"))
    card.get_by_text(title).last.click()
    megan.page.wait_text(megan.words("metrics.one" if button == "enter_values" else "talks.one"))

"""One line of the portfolio: readiness, what is late, what holds it up, when it is talked about."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bot.core.checkins.events import PauseCheckIn, SetCheckIn
from bot.core.plan.events import ActOnItem
from bot.core.plan.urgency import place_in_portfolio
from bot.core.playbook.book import Book
from bot.core.screens.workshop.portfolio import (
    PAGE,
    PortfolioLine,
    engagement_overview,
    page_of,
    portfolio_screen,
)
from tests.core.checkins.test_checkin_steps import WEEKLY
from tests.core.workshops import FM, LEAD, SPONSOR, Workshop, running


@pytest.fixture
def held(small: Book) -> Workshop:
    """A workshop with a gap for want of budget and a promise, a week later."""
    workshop = running(small)
    workshop.says(SPONSOR, "ST1", state="open", reason="budget")
    workshop.says(LEAD, "SZ1", "planned", planned_by_name="Ada", planned_on="2026-06-12")
    workshop.passes(days=7)
    return workshop


def line(workshop: Workshop) -> PortfolioLine:
    (found,) = portfolio_screen([workshop.viewer(FM, personal=True)], 1, 1).lines
    return found


def test_a_line_says_what_is_open_late_and_why(held: Workshop) -> None:
    found = line(held)
    assert (found.customer, found.status, found.counts) == ("Contoso AG", "running", (2, 1))
    assert found.blocked == (("fehlendes Budget", 1),)
    assert [one.factor for one in found.factors] == ["stakeholders", "scenarios", "awareness", "training"]


def test_what_is_stuck_is_blocked_by_what_was_said_of_it(held: Workshop) -> None:
    held.happens(ActOnItem(FM, "SZ1", "stuck", {"because": "Ada ist krank"}))
    held.happens(ActOnItem(FM, "ST1", "stuck", {"because": "Ada ist krank"}))
    assert line(held).blocked == (("Ada ist krank", 2),)
    held.happens(ActOnItem(FM, "ST1", "done", {}))
    assert line(held).blocked == (("Ada ist krank", 1),)


def test_a_line_says_when_the_next_check_in_is(held: Workshop) -> None:
    assert (line(held).next_due, line(held).paused) == ("", False)
    held.happens(SetCheckIn(FM, WEEKLY))
    assert line(held).next_due == "2026-06-18T08:00:00+00:00"
    held.happens(PauseCheckIn(FM, {"paused_until": "2026-07-01"}))
    assert (line(held).next_due, line(held).paused) == ("2026-07-02T08:00:00+00:00", True)


def test_the_day_that_something_is_needed_first_is_kept_with_the_workshop(held: Workshop) -> None:
    assert held.engagement.urgent == "2026-06-12"
    held.happens(ActOnItem(FM, "SZ1", "done", {}))
    assert held.engagement.urgent == "2026-06-17", "the answer-by date, while questions are open"
    held.engagement = replace(held.engagement, setup=replace(held.engagement.setup, answer_by=None))
    held.happens(ActOnItem(FM, "SZ1", "reopen", {}))
    held.happens(ActOnItem(FM, "SZ1", "done", {}))
    assert held.engagement.urgent == "2026-06-22"


def test_the_main_way_on_is_the_plan_where_something_is_late(held: Workshop) -> None:
    def main(workshop: Workshop) -> list[str]:
        screen = engagement_overview(workshop.viewer(FM, personal=True))
        return [one.action for one in screen.buttons if one.primary]

    assert main(held) == ["plan"]
    held.happens(ActOnItem(FM, "SZ1", "done", {}))
    assert main(held) == ["next_steps"]


def test_one_that_is_not_set_up_has_only_the_lead_and_the_way_back(small: Book) -> None:
    screen = engagement_overview(Workshop(small).viewer(FM, personal=True))
    assert [one.action for one in screen.buttons] == ["lead", "portfolio"]


@pytest.mark.parametrize(
    ("total", "wanted", "page"),
    [(0, 1, (1, 1)), (PAGE, 9, (1, 1)), (PAGE + 1, 2, (2, 2)), (PAGE + 1, 0, (1, 2))],
)
def test_there_is_always_a_page(total: int, wanted: int, page: tuple[int, int]) -> None:
    assert page_of(total, wanted) == page


def test_open_ones_come_first_then_by_urgency_then_the_older_one() -> None:
    rows = [
        ("completed", "2026-01-01", "1"),
        ("running", "", "2"),
        ("running", "2026-06-01", "4"),
        ("setup", "", "1"),
        ("running", "2026-06-01", "3"),
        ("redirected", "", "0"),
    ]
    assert sorted(rows, key=lambda row: place_in_portfolio(*row)) == [
        rows[4], rows[2], rows[3], rows[1], rows[0], rows[5],
    ]  # fmt: skip

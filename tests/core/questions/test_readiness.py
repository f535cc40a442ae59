"""How factors and services stand, by the questions that belong to them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.answers.events import Except
from bot.core.playbook.ask import Ask
from bot.core.playbook.book import Book
from bot.core.questions.verdicts import Standing, factor_verdict, for_service
from bot.core.verdict import Verdict
from tests.core.workshops import IT, LEAD, Workshop, running

V = Verdict


def standing_of(book: Book, question: str, verdict: Verdict, counts: Verdict | None = None) -> Standing:
    return Standing(Ask(book.questions[question]), verdict, counts or verdict, None)


@pytest.mark.parametrize(
    ("musts", "should", "verdict"),
    [
        ([], None, V.NOT_APPLICABLE),
        ([V.READY, V.NOT_APPLICABLE], None, V.READY),
        ([V.READY], V.READY, V.READY),
        ([V.READY], V.GAP, V.ON_COURSE),
        ([V.READY], V.UNKNOWN, V.ON_COURSE),
        ([V.READY, V.ON_COURSE], None, V.ON_COURSE),
        ([V.READY, V.UNKNOWN], None, V.UNKNOWN),
        ([V.ON_COURSE, V.AT_RISK, V.UNKNOWN], None, V.AT_RISK),
        ([V.AT_RISK, V.GAP, V.UNKNOWN], V.READY, V.GAP),
        ([], V.GAP, V.ON_COURSE),
    ],
)
def test_a_factor_stands_as_the_worst_of_its_musts(
    small: Book, musts: list[Verdict], should: Verdict | None, verdict: Verdict
) -> None:
    found = [standing_of(small, "ST1", one) for one in musts]
    found += [standing_of(small, "ST2", should)] if should else []
    assert factor_verdict(found) is verdict


def test_a_gap_that_can_still_be_closed_puts_its_factor_at_risk_only(small: Book) -> None:
    assert factor_verdict([standing_of(small, "ST1", V.GAP, V.AT_RISK)]) is V.AT_RISK


def cells(workshop: Workshop, factor: str) -> dict[str, Verdict]:
    mine = workshop.picture.of_factor(factor)
    return {key: factor_verdict(for_service(mine, key)) for key in ("exchange", "teams")}


def test_an_answer_applies_to_all_services_but_those_that_it_excepts(small: Book) -> None:
    workshop = running(small, depth="full", launch="2026-06-11", pilot="")
    workshop.says(LEAD, "AW1", plan="yes")
    assert cells(workshop, "awareness") == {"exchange": V.READY, "teams": V.READY}
    workshop.happens(Except(LEAD, "AW1", {"services": "teams"}))
    assert cells(workshop, "awareness") == {"exchange": V.READY, "teams": V.UNKNOWN}
    workshop.says(LEAD, "AW1", service="teams", plan="partly")
    assert cells(workshop, "awareness") == {"exchange": V.READY, "teams": V.AT_RISK}
    assert workshop.picture.verdict("awareness") is V.AT_RISK


def test_a_question_about_a_service_counts_for_that_service_alone(small: Book) -> None:
    workshop = running(small, depth="full")
    workshop.says(LEAD, "SZ1", scenarios="meetings")
    workshop.says(IT, "TE1", decided="no")
    assert cells(workshop, "scenarios") == {"exchange": V.READY, "teams": V.ON_COURSE}
    assert workshop.picture.verdict("scenarios") is V.ON_COURSE


def test_the_day_is_that_of_the_workshops_time_zone(small: Book) -> None:
    workshop = running(small)
    workshop.now = datetime(2026, 6, 17, 22, 30, tzinfo=UTC)  # half past midnight in Berlin
    assert workshop.standing("AW1").counts is V.AT_RISK

"""The outcome of a turn is one word of a short list, whatever happened."""

from __future__ import annotations

import pytest

from bot.core.problems import Problem
from bot.watched.turns import outcome_of_turn


@pytest.mark.parametrize(
    ("status", "problem", "outcome"),
    [
        (200, None, "answered"),
        (501, None, "refused"),
        (401, None, "refused"),
        (413, None, "refused"),
        (500, None, "failed"),
        (503, None, "no_token"),
        (503, Problem.STORE_DOWN, "unsaved"),
        (200, Problem.STORE_DOWN, "unsaved"),
        (200, Problem.UNEXPECTED, "failed"),
        (200, Problem.WORKSHOP_FULL, "full"),
        (200, "a word that a later version brings", "failed"),
    ],
)
def test_a_turn_has_its_outcome(status: int, problem: str | None, outcome: str) -> None:
    assert outcome_of_turn({"status": status, "problem": problem and str(problem)}) == outcome

"""The outcome of a turn or a call is one word of a short list, whatever happened."""

from __future__ import annotations

import asyncio
import contextlib

import pytest

from bot.core.ports import Conflict, StoreUnavailable
from bot.core.problems import Problem
from bot.watched.meters import Meters
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


async def test_a_call_that_nobody_waits_for_any_more_is_not_one_that_was_done() -> None:
    meters = Meters()
    for ends in (TimeoutError, asyncio.CancelledError, Conflict, StoreUnavailable, None):
        expected = contextlib.suppress(TimeoutError, asyncio.CancelledError, Conflict, StoreUnavailable)
        with expected, meters.measured(meters.calls, "get"):
            if ends is not None:
                raise ends
    counted = {
        sample.labels["outcome"]: sample.value
        for family in meters.calls.count.collect()
        for sample in family.samples
    }
    assert counted == {"failed": 1, "cut_off": 1, "conflict": 1, "unavailable": 1, "done": 1}

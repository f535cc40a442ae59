"""The comparison notices what it is there for."""

from __future__ import annotations

from typing import Any

import pytest

from tests.chaos.presses import Answer, Press, misfit, verdict_of
from tests.chaos.saying import Saying
from tests.service.card import CARD

KEY = ("ST1", None)


def said(text: str) -> Saying:
    return Saying("answer", frozenset({("note", text)}))


def card(*sentences: str) -> Answer:
    body: list[dict[str, Any]] = [{"type": "TextBlock", "text": one} for one in sentences]
    return 200, {"type": CARD, "value": {"type": "AdaptiveCard", "body": body}}


THANKS = card("Danke")
REFUSAL = card("Diese Karte war schon älter. Hier ist der aktuelle Stand.")
SORRY = card("I can't save at the moment. What you entered is still here. Please try again in a moment.")


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (THANKS, "acknowledged"),
        (REFUSAL, "refused"),
        (card("Please enter a number from 1 to 9."), "refused"),
        (SORRY, "unclear"),
        ((503, None), "unclear"),
        (None, "unclear"),
    ],
)
def test_a_press_counts_as_what_its_card_says(answer: Answer, verdict: str) -> None:
    assert verdict_of(answer) == verdict


@pytest.mark.parametrize(
    ("history", "lost", "extra"),
    [
        (["first", "maybe", "last"], 0, 0),
        (["first", "last"], 0, 0),
        (["first", "maybe"], 1, 0),
        (["last"], 1, 0),
        (["first", "first", "last"], 0, 1),
        (["first", "refused", "last"], 0, 1),
        (["last", "first"], 1, 1),
        ([], 2, 0),
    ],
)
def test_a_history_fits_only_what_was_acknowledged_or_may_have_been_stored(
    history: list[str], lost: int, extra: int
) -> None:
    presses = [
        Press(KEY, said("first"), [THANKS, REFUSAL]),
        Press(KEY, said("maybe"), [None, SORRY]),
        Press(KEY, said("refused"), [REFUSAL]),
        Press(KEY, said("last"), [None, THANKS]),
    ]
    found = misfit([said(one) for one in history], presses)
    assert (found.lost, found.extra) == (lost, extra)


def test_what_repeats_the_standing_answer_need_not_be_in_the_history_again() -> None:
    presses = [Press(KEY, said("same"), [THANKS]), Press(KEY, said("same"), [THANKS])]
    assert misfit([said("same")], presses).total == 0


@pytest.mark.parametrize(("stored", "fits"), [("confirmed", True), ("open", False)])
def test_of_a_question_that_is_asked_again_in_part_only_that_part_is_compared(
    stored: str, fits: bool
) -> None:
    again = Saying("answer", frozenset({("confirm", "confirmed")}))
    whole = Saying("answer", frozenset({("confirm", stored), ("rhythm", "weekly")}))
    assert Press(KEY, again, shown=frozenset({"confirm"})).says(whole) is fits
    assert not Press(KEY, again, shown=frozenset({"confirm", "rhythm"})).says(whole)

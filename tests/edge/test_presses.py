"""Every button leads somewhere: what cards send and what the features answer are the same presses."""

from __future__ import annotations

import ast

import pytest

from bot.core.screens.checkins.check_in import FORMS as CHECK_IN_FORMS
from bot.core.screens.plan.plan import ITEM_FORMS
from bot.core.screens.talks.talks import TALK_FORMS
from bot.teams.presses import answers, plan
from bot.teams.presses.table import ALL_PRESSES, united
from bot.teams.turn.typed.meant import INTENTS
from dialogs import questions, roles, setup
from dialogs.runner import TAKEN
from tests.words_in_code import called, calls, sources

FILLED_IN = {
    "bot/core/screens/checkins/check_in.py": {*CHECK_IN_FORMS},
    "bot/core/screens/plan/forms.py": {*ITEM_FORMS},
    "bot/core/screens/questions/forms.py": {"planned", "handed", "not_applicable", "skipped", "except"},
    "bot/core/screens/record/completing.py": {"outcome", "outcome_undo"},
    "bot/core/screens/talks/forms.py": {*TALK_FORMS},
    "bot/teams/turn/typed/meant.py": INTENTS & ALL_PRESSES.keys(),
}
"""Where the name of a button is filled in, and what may be filled in there."""


def _named(action: ast.expr) -> set[str]:
    """The actions that stand in the call itself, one or two to choose from."""
    match action:
        case ast.Constant(value=str(name)):
            return {name}
        case ast.IfExp():
            return _named(action.body) | _named(action.orelse)
    return set()


def test_every_press_that_a_card_sends_is_answered_and_every_press_that_is_answered_is_sent() -> None:
    sent = {name for call in calls("Button", "bot") for name in _named(call.args[0])}
    assert sent.union(*FILLED_IN.values()) == ALL_PRESSES.keys()


def test_every_way_of_naming_a_button_is_known_here() -> None:
    found = {
        path
        for path, tree in sources("bot")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) == "Button" and not _named(node.args[0])
    }
    assert found == set(FILLED_IN)


def test_a_dialog_takes_what_the_table_leads_to_it_and_nothing_twice() -> None:
    assert TAKEN.keys() <= ALL_PRESSES.keys()
    assert len(TAKEN) == len(questions.TAKES) + len(setup.TAKES) + len(roles.TAKES)


def test_two_features_cannot_answer_the_same_press() -> None:
    with pytest.raises(ValueError, match="two features answer the press answer"):
        united([plan.PRESSES, answers.PRESSES, {"answer": plan.PRESSES["plan"]}])

"""Every press there is, from the tables of the features, and the look-up of a press in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import cards
from bot.core.problems import Fault, Problem
from bot.core.reading.viewer import Viewer
from bot.core.screens.left_out import is_left_out
from bot.teams.presses import (
    answers,
    checkins,
    files,
    meeting,
    metrics,
    minutes,
    own,
    people,
    plan,
    record,
    setup,
    talks,
    workshop,
)
from bot.teams.presses.action import TO_QUESTIONS, Action, Anywhere, lead_on
from bot.teams.turn.call import Call
from dialogs.press import Press
from dialogs.turn import WorkshopTurn


def united(tables: Iterable[Mapping[str, Action | Anywhere]]) -> dict[str, Action | Anywhere]:
    """All of the tables in one. ValueError where an action stands in two of them."""
    found: dict[str, Action | Anywhere] = {}
    for table in tables:
        if twice := sorted(found.keys() & table.keys()):
            raise ValueError(f"two features answer the press {twice[0]}")
        found |= table
    return found


ALL_PRESSES = united(
    one.PRESSES
    for one in (
        workshop, answers, people, setup, meeting, plan, checkins, talks, metrics, record, minutes, files,
        own,
    )
)  # fmt: skip
"""Action of a button -> what it does."""


async def run_press(call: Call) -> None:
    """Lead a press to its action; one that nobody knows gets a kind sentence and changes nothing."""
    action = ALL_PRESSES.get(call.pressed.data.action)
    if isinstance(action, Anywhere):
        await action.run(call)
    elif call.turn is None:
        await call.refuse_no_workshop()
    elif action is None:
        await call.refuse(Problem.BAD_PRESS, TO_QUESTIONS)
    elif is_left_out(call.turn.book, call.pressed.data.action):
        await call.refuse(Problem.NOT_INCLUDED, TO_QUESTIONS)
    else:
        await action.run(call, call.turn)


async def run_again(call: Call, turn: WorkshopTurn) -> None:
    """Answer a press whose effect is there already with the person's present view."""
    action = ALL_PRESSES.get(call.pressed.data.action)
    again = action.again if isinstance(action, Action) else lead_on
    await again(call, turn)


def kept_view(viewer: Viewer, press: Press, faults: Sequence[Fault]) -> cards.Screen | None:
    """The view that was pressed, with what was entered in it; None where there was nothing to lose."""
    action = ALL_PRESSES.get(press.data.action)
    kept = action.kept if isinstance(action, Action) else None
    return None if kept is None else kept(viewer, press, faults)


def is_shared(call: Call) -> bool:
    """True for a press on a card that all share, which stays as it is."""
    action = None if call.press is None else ALL_PRESSES.get(call.press.data.action)
    return isinstance(action, Action) and action.shared

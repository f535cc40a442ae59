"""The action of a button: an entry of a feature's table of presses."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import cards
from bot.core.parts import Button
from bot.core.problems import Fault, Problem
from bot.core.reading.viewer import Viewer
from bot.teams.turn.call import Call
from dialogs.press import Press
from dialogs.runner import run_dialogs
from dialogs.turn import WorkshopTurn

Run = Callable[[Call, WorkshopTurn], Awaitable[None]]
Kept = Callable[[Viewer, Press, Sequence[Fault]], cards.Screen | None]
TO_QUESTIONS = (Button("my_questions", primary=True),)
"""The way on after a refusal."""


async def lead_on(call: Call, turn: WorkshopTurn) -> None:
    """Drop the press, and lead the person on to where they stand."""
    turn.press = None
    await run_dialogs(call.tools.dialogs, call.context)


async def hand_on(call: Call, turn: WorkshopTurn) -> None:
    """Hand the press to the dialog that takes it. Of a question that is not asked, or in a workshop that is
    over, the dialog would show its form once more: that is refused before."""
    if call.pressed.data.question is not None and call.asked is None:
        await call.refuse(Problem.NOT_ASKED, TO_QUESTIONS)
    elif turn.engagement.status in ("completed", "gone"):
        await call.refuse(Problem.WORKSHOP_FINISHED)
    else:
        await run_dialogs(call.tools.dialogs, call.context)


@dataclass(frozen=True, slots=True)
class Action:
    """`run` answers the press. `again` is shown where the very same press reaches the bot once more, its
    effect being there already. `kept` draws the view that was pressed with what was entered, for when nothing
    can be saved; without it there is nothing to lose. `shared` are buttons on cards that all share: a client
    without Action.Execute gets its answer beside such a card."""

    run: Run
    again: Run = lead_on
    kept: Kept | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Anywhere:
    """A press that needs no workshop."""

    run: Callable[[Call], Awaitable[None]]

"""What only the FM reads: shown where nobody else does, in the channel behind a button."""

from __future__ import annotations

from bot.core.parts import Button
from bot.core.problems import Problem
from bot.core.screens.choose import ChooseScreen
from bot.teams.commands.pick import workshop_of
from bot.teams.presses import record as recording
from bot.teams.turn.call import Call

_COMMAND = {"tasks": "tasks", "completing": "complete"}


async def fm_alone(call: Call, action: str) -> None:
    """Do what the action of a button does, or offer that button; refused where nobody set up a workshop, or
    somebody else leads it."""
    if not await workshop_of(call, _COMMAND[action]):
        return
    turn = call.here
    if not turn.viewer.is_fm:
        await call.refuse_not_fm()
    elif call.private:
        await recording.ACTIONS[action](call, turn)
    elif turn.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
    elif action == "tasks":
        await call.show(ChooseScreen("tasks", call.stamp, buttons=(Button("tasks", primary=True),)))
    else:
        await call.show(ChooseScreen("completing", call.stamp, buttons=(Button("completing", primary=True),)))

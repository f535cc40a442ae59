"""Views for the FM alone: shown where nobody else reads them, in the channel behind a button."""

from __future__ import annotations

from bot.core.problems import Problem
from bot.core.screens.choose import ChooseScreen
from bot.teams.presses.action import Run
from bot.teams.turn.call import Call


async def fm_alone(call: Call, show: Run, offer: ChooseScreen) -> None:
    """Show it where only the FM reads the reply, else offer it; refused where somebody else leads the
    workshop, and before it is set up."""
    if not call.here.viewer.is_fm:
        await call.refuse_not_fm()
    elif call.private:
        await show(call, call.here)
    elif call.here.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
    else:
        await call.show(offer)

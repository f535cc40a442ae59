"""Presses of files to take away."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.papers.files import FileKind, file_name
from bot.core.parts import UNSAID, Said
from bot.core.problems import Problem
from bot.core.screens.export import export_screen
from bot.teams.presses.action import TO_QUESTIONS, Action
from bot.teams.turn.call import Call
from dialogs.turn import WorkshopTurn


async def show_files(call: Call, turn: WorkshopTurn) -> None:
    """Show the files to take away, where they can be given; elsewhere say where that is."""
    await _show(call, turn, UNSAID)


async def _make(call: Call, turn: WorkshopTurn) -> None:
    """Have a file made and offered beside this turn."""
    kind = next((one for one in FileKind if one.value == call.pressed.inputs.get("file")), None)
    if kind is None:
        await call.refuse(Problem.BAD_PRESS)
        return
    customer = turn.engagement.setup.customer
    name = Said(file_name(kind, customer, turn.words, call.now))
    if await _show(call, turn, name):
        call.tools.file_offers.offer(call.incoming, kind, turn.engagement.id)


async def _show(call: Call, turn: WorkshopTurn, asked: Said) -> bool:
    if not turn.viewer.is_fm:
        await call.refuse_not_fm(TO_QUESTIONS)
    elif call.incoming.scope != "personal":
        await call.refuse(Problem.FILES_IN_PERSONAL_CHAT)
    elif turn.engagement.status == "gone":
        await call.refuse(Problem.DISCARDED)
    elif turn.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
    else:
        await call.show(export_screen(turn.viewer, files=call.tools.file_offers.sends_files, asked=asked))
        return True
    return False


PRESSES: Mapping[str, Action] = {
    "take_away": Action(show_files),
    "take": Action(_make),
}
"""Action of a button -> what it does."""

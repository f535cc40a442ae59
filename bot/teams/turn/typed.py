"""Typed text that is no command: an answer to the person's open question, or a search."""

from __future__ import annotations

from bot.teams.turn.call import Call
from bot.teams.turn.typed_answer import Opened, take_as_answer
from dialogs.turn import WorkshopTurn


async def run_typed(call: Call, text: str, opened: Opened | None) -> None:
    """Take a text as the answer to the open question where it may be one, else search."""
    turn = call.turn
    answers = turn is not None and opened is not None and _in_thread(call, turn)
    if turn is None or opened is None or not answers or not await take_as_answer(call, turn, opened, text):
        await call.show_resources(text)


def _in_thread(call: Call, turn: WorkshopTurn) -> bool:
    """True where questions are answered: in the thread of the workshop, or the person's own chat."""
    incoming, reference = call.incoming, turn.engagement.reference
    if incoming.scope == "personal":
        return True
    return incoming.conversation == reference.conversation and incoming.thread == reference.thread

"""Typed text that is no command: an answer to the person's open question, or a search."""

from __future__ import annotations

from bot.core.parts import Button, Said
from bot.core.playbook.ask import Ask
from bot.core.problems import Fault
from bot.core.questions.parse import TEXT_LIMIT, Entry, parse
from bot.core.reading.wording import say
from bot.core.screens.choose import ChooseScreen
from bot.teams.presses.answers import needed_entries, save_answer
from bot.teams.turn.call import Call
from dialogs.turn import WorkshopTurn

_CLEAR_KINDS = ("choice", "yes_partly_no", "multi", "number", "date", "url")


async def run_typed(call: Call, text: str, open_ask: Ask | None) -> None:
    """Save a text that names an answer, ask where it may be one, else search."""
    turn = call.turn
    if turn is not None and open_ask is not None and _in_thread(call, turn):
        needed = needed_entries(call, turn, open_ask)
        if len(needed) == 1 and needed[0].kind in _CLEAR_KINDS and _names(needed[0], text, turn):
            await save_answer(call, turn, open_ask, needed[0].id, text, turn.engagement.revision)
            return
        if len(needed) == 1 and needed[0].kind in ("text", "person"):
            await _ask_which(call, turn, text, open_ask)
            return
    await call.show_resources(text)


async def _ask_which(call: Call, turn: WorkshopTurn, text: str, ask: Ask) -> None:
    data = (
        ("question", ask.question.id),
        ("service", ask.service or ""),
        ("typed", text[:TEXT_LIMIT]),
    )
    buttons = (Button("save_typed", data, primary=True), Button("search_typed", data))
    stamp, asked = turn.viewer.stamp(ask), say(ask.question.ask, call.words.language)
    await call.show(ChooseScreen("save_or_search", stamp, asked, Said(text), buttons=buttons))


def _names(entry: Entry, text: str, turn: WorkshopTurn) -> bool:
    value = parse(entry, {entry.id: text}, turn.picture.facts.today)
    return value is not None and not isinstance(value, Fault)


def _in_thread(call: Call, turn: WorkshopTurn) -> bool:
    incoming, reference = call.incoming, turn.engagement.reference
    return incoming.conversation == reference.conversation and incoming.thread == reference.thread

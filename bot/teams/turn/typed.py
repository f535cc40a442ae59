"""Typed text that is no command: an intent in words, an answer to the person's open question, or neither."""

from __future__ import annotations

from bot.core.parts import Button, Said
from bot.core.playbook.ask import Ask
from bot.core.problems import Fault
from bot.core.questions.entries import question_entries
from bot.core.questions.parse import TEXT_LIMIT, Entry, parse
from bot.core.reading.wording import say
from bot.core.screens.choose import ChooseScreen
from bot.core.typed.intents import read_intent
from bot.core.typed.spelling import words_of
from bot.teams.presses.answers import needed_entries, save_answer
from bot.teams.turn.call import Call
from bot.teams.turn.meant import do_what_is_meant, say_files_are_not_read, say_what_there_is
from dialogs.turn import WorkshopTurn

_CLEAR_KINDS = ("choice", "yes_partly_no", "multi", "number", "date", "url")


async def run_typed(call: Call, text: str, open_ask: Ask | None) -> None:
    """Do what a text asks for. The words of a choice of the open question are its answer; then come the
    intents, then any other answer. What is none of these gets one kind line, and no search."""
    if not text and call.incoming.attached:
        await say_files_are_not_read(call)
        return
    if not text:
        await call.tools.commands["help"].run(call, "")
        return
    if _is_choice(call, open_ask, text) and await _take_as_answer(call, text, open_ask):
        return
    meant = read_intent(call.incoming.asked)
    if meant is not None and await do_what_is_meant(call, meant, open_ask):
        return
    if not await _take_as_answer(call, text, open_ask):
        await say_what_there_is(call, call.incoming.asked)


async def _take_as_answer(call: Call, text: str, open_ask: Ask | None) -> bool:
    """Save a text that names an answer, ask where it may be one; False where it is none."""
    turn = call.turn
    if turn is None or open_ask is None or not _in_thread(call, turn):
        return False
    needed = needed_entries(call, turn, open_ask)
    if len(needed) != 1:
        return False
    if needed[0].kind in _CLEAR_KINDS and _names(needed[0], text, turn):
        await save_answer(call, turn, open_ask, needed[0].id, text, turn.engagement.revision)
        return True
    if needed[0].kind in ("text", "person"):
        await _ask_which(call, turn, text, open_ask)
        return True
    return False


def _is_choice(call: Call, ask: Ask | None, text: str) -> bool:
    """True for the words of one of the open question's choices: they are nobody's command."""
    typed, turn = words_of(text), call.turn
    if turn is None or ask is None:
        return False
    entries = question_entries(call.tools.book, turn.engagement, ask.question, turn.people)
    titles = (
        title for entry in entries if entry.kind != "person" for _, each in entry.options for title in each
    )
    return any(words_of(title) == typed for title in titles)


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

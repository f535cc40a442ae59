"""Typed text that is no command: an intent in words, an answer to the person's open question, or neither."""

from __future__ import annotations

import asyncio

from bot.core.questions.entries import question_entries
from bot.core.typed.intents import read_intent
from bot.core.typed.spelling import words_of
from bot.teams.turn.call import Call
from bot.teams.turn.typed.answer import Opened, take_as_answer
from bot.teams.turn.typed.meant import do_what_is_meant, say_files_are_not_read, say_what_there_is
from dialogs.turn import WorkshopTurn


async def run_typed(call: Call, text: str, opened: Opened | None) -> None:
    """Do what a text asks for. The words of a choice of the open question are its answer; then come the
    intents, then any other answer. What is none of these gets one kind line, and no search."""
    if not text and call.incoming.attached:
        await say_files_are_not_read(call)
    elif not text:
        await call.tools.commands["help"].run(call, "")
    elif not await _done(call, text, opened):
        await say_what_there_is(call, call.incoming.asked)


async def _done(call: Call, text: str, opened: Opened | None) -> bool:
    turn = call.turn
    if turn is None or opened is None or not _in_thread(call, turn):
        opened = None
    if (
        turn
        and opened
        and _is_choice(call, turn, opened, text)
        and await take_as_answer(call, turn, opened, text)
    ):
        return True
    # Beside the loop, because the first text that is read loads the phrases.
    meant = await asyncio.to_thread(read_intent, call.incoming.asked)
    if meant is not None and await do_what_is_meant(call, meant, opened.ask if opened else None):
        return True
    return bool(turn and opened and await take_as_answer(call, turn, opened, text))


def _is_choice(call: Call, turn: WorkshopTurn, opened: Opened, text: str) -> bool:
    """True for the words of one of the open question's choices: they are nobody's command."""
    typed, question = words_of(text), opened.ask.question
    entries = question_entries(turn.book, turn.engagement, question, turn.people)
    titles = (
        title for entry in entries if entry.kind != "person" for _, each in entry.options for title in each
    )
    return any(words_of(title) == typed for title in titles)


def _in_thread(call: Call, turn: WorkshopTurn) -> bool:
    """True where questions are answered: in the thread of the workshop, or the person's own chat."""
    incoming, reference = call.incoming, turn.engagement.reference
    if incoming.scope == "personal":
        return True
    return incoming.conversation == reference.conversation and incoming.thread == reference.thread

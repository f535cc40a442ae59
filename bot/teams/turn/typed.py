"""What people type beside commands: an answer to their open question, or a search."""

from __future__ import annotations

from bot.core.answers.events import Say
from bot.core.parts import Button, Said
from bot.core.playbook.ask import Ask
from bot.core.problems import Fault, Problem
from bot.core.questions.entries import question_entries
from bot.core.questions.parse import TEXT_LIMIT, Entry, clean, parse
from bot.core.reading.wording import say
from bot.core.screens.choose import ChooseScreen
from bot.core.screens.notice import NoticeScreen
from bot.teams.turn.call import Call
from dialogs.press import Press, PressData
from dialogs.runner import run_dialogs
from dialogs.turn import WorkshopTurn

_CLEAR_KINDS = ("choice", "yes_partly_no", "multi", "number", "date", "url")


async def run_typed(call: Call, text: str, open_ask: Ask | None) -> None:
    """Save a text that names an answer, ask where it may be one, else search."""
    turn = call.turn
    if turn is not None and open_ask is not None and _in_thread(call, turn):
        entries = question_entries(call.tools.book, turn.engagement, open_ask.question, turn.people)
        needed = [entry for entry in entries if entry.required] or entries[:1]
        if len(needed) == 1 and needed[0].kind in _CLEAR_KINDS and _names(needed[0], text, turn):
            await _answer(call, turn, open_ask, needed[0].id, text, turn.engagement.revision)
            return
        if len(needed) == 1 and needed[0].kind in ("text", "person"):
            data = (
                ("question", open_ask.question.id),
                ("service", open_ask.service or ""),
                ("typed", text[:TEXT_LIMIT]),
            )
            buttons = (Button("save_typed", data, primary=True), Button("search_typed", data))
            stamp, asked = turn.viewer.stamp(open_ask), say(open_ask.question.ask, call.words.language)
            await call.show(ChooseScreen("save_or_search", stamp, asked, Said(text), buttons=buttons))
            return
    await call.show_resources(text)


async def save_typed(call: Call) -> None:
    """Save what was typed as the answer to the question that it was typed at."""
    turn, press = call.here, call.pressed
    ask = turn.picture.find(press.data.question or "", press.service)
    typed = clean(press.inputs.get("typed"))
    if ask is None:
        await call.refuse(Problem.NOT_ASKED, (Button("my_questions", primary=True),))
        return
    entries = question_entries(call.tools.book, turn.engagement, ask.question, turn.people)
    needed = [entry for entry in entries if entry.required] or entries[:1]
    field = needed[0].id
    if needed[0].kind == "person" and isinstance(
        parse(needed[0], {field: typed}, turn.picture.facts.today), Fault
    ):
        field = f"{field}_name"
    # The card's own revision: pressed once more later, it does not undo what was said since.
    await _answer(call, turn, ask, field, typed, press.data.revision)


async def search_typed(call: Call) -> None:
    """Search for what was typed."""
    typed = clean(call.pressed.inputs.get("typed"))
    await call.show_resources(typed)


def _names(entry: Entry, text: str, turn: WorkshopTurn) -> bool:
    value = parse(entry, {entry.id: text}, turn.picture.facts.today)
    return value is not None and not isinstance(value, Fault)


async def _answer(call: Call, turn: WorkshopTurn, ask: Ask, field: str, text: str, revision: int) -> None:
    data = PressData(action="answer", revision=revision, question=ask.question.id, service=ask.service)
    turn.press = Press(data, {field: text})
    if call.private:
        await run_dialogs(call.tools.dialogs, call.context)
        return
    # In the thread everybody reads the reply: it says what was saved, and asks nothing private.
    event = Say(turn.person, ask.question.id, ask.service, "answer", {field: text}, data.revision)
    step = turn.apply(event)
    on = Button("my_questions", primary=True)
    if step.faults:
        await call.refuse_faults(step.faults, (on,))
        return
    turn.said_something = True
    title = Said(say(ask.question.title, call.words.language))
    values = (("question", title), ("answer", Said(text)))
    await call.show(NoticeScreen("saved", call.viewer.stamp(), values=values, buttons=(on,)))


def _in_thread(call: Call, turn: WorkshopTurn) -> bool:
    incoming, reference = call.incoming, turn.engagement.reference
    return incoming.conversation == reference.conversation and incoming.thread == reference.thread

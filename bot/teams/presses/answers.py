"""Presses of questions: answer one or set it aside, open it, settle what differs, save what was typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import cards
from bot.core.answers.acknowledging import OF_ANSWERS
from bot.core.answers.events import Confirm, Say, Settle
from bot.core.parts import Button, Said
from bot.core.playbook.ask import Ask
from bot.core.problems import Fault, Problem
from bot.core.questions.entries import question_entries
from bot.core.questions.news import without_news
from bot.core.questions.parse import Entry, clean, parse
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.forms.inputs import sent_values
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.questions.forms import aside_form
from bot.core.screens.questions.question import previous, question_screen
from bot.core.screens.questions.settle import disputes, settle_form
from bot.core.screens.setup.hand_over import hand_over_form
from bot.core.screens.workshop.lead import lead_form
from bot.teams.presses.action import TO_QUESTIONS, Action, hand_on
from bot.teams.turn.call import Call
from dialogs.press import Press, PressData
from dialogs.questions import TAKES
from dialogs.runner import run_dialogs
from dialogs.turn import WorkshopTurn

_ASIDE = tuple(action for action in TAKES if action != "answer")
"""The replies to a question in place of an answer; the form has the name of the press that saves it."""


async def _hand_on(call: Call, turn: WorkshopTurn) -> None:
    if call.pressed.data.question is None:
        await call.refuse(Problem.BAD_PRESS, TO_QUESTIONS)
    else:
        await hand_on(call, turn)


async def _form(call: Call, turn: WorkshopTurn) -> None:
    ask, form = call.asked, call.pressed.data.form
    if form == "hand_over" and turn.viewer.is_fm:
        await call.show(hand_over_form(turn.viewer))
    elif form == "settle" and ask is not None and turn.viewer.is_fm:
        await call.show(settle_form(turn.viewer, ask))
    elif ask is None or form not in _ASIDE:
        await call.refuse(Problem.NOT_ASKED if ask is None else Problem.BAD_PRESS, TO_QUESTIONS)
    else:
        await call.show(aside_form(turn.viewer, ask, form))


async def _open(call: Call, turn: WorkshopTurn) -> None:
    if call.asked is None:
        await call.refuse(Problem.NOT_ASKED, TO_QUESTIONS)
    else:
        await turn.show_question(call.context, call.asked)


async def _back(call: Call, turn: WorkshopTurn) -> None:
    before = previous(turn.viewer, call.asked) if call.asked else None
    if before is None:
        await run_dialogs(call.tools.dialogs, call.context)
    else:
        await turn.show_question(call.context, before)


async def _settle(call: Call, turn: WorkshopTurn) -> None:
    """Settle a question, then the next disagreement."""
    press = call.pressed
    step = turn.apply(Settle(turn.person, press.data.question or "", press.service, press.inputs))
    ask = call.asked
    if step.faults and (ask is None or any(fault.field is None for fault in step.faults)):
        await call.refuse_faults(step.faults, TO_QUESTIONS)
    elif step.faults and ask is not None:
        await call.show(settle_form(turn.viewer, ask, call.sent, step.faults))
    elif left := disputes(turn.viewer):
        await call.show(settle_form(turn.viewer, left[0]))
    else:
        await call.show(lead_form(turn.viewer))


async def _confirm(call: Call, turn: WorkshopTurn) -> None:
    """Confirm what somebody else said, and show it confirmed."""
    press = call.pressed
    step = turn.apply(Confirm(turn.person, press.data.question or "", press.service))
    ask = call.asked
    if step.faults or ask is None:
        await call.refuse_faults(step.faults or (Fault(Problem.NOT_ASKED),), TO_QUESTIONS)
    else:
        await turn.show_question(call.context, ask)


async def _save_typed(call: Call, turn: WorkshopTurn) -> None:
    """Save what was typed as the answer to the question that it was typed at."""
    ask, typed = call.asked, clean(call.pressed.inputs.get("typed"))
    if ask is None:
        await call.refuse(Problem.NOT_ASKED, TO_QUESTIONS)
        return
    needed = needed_entries(call, turn, ask)
    field = needed[0].id
    if needed[0].kind == "person" and isinstance(
        parse(needed[0], {field: typed}, turn.picture.facts.today), Fault
    ):
        field = f"{field}_name"
    # The card's own revision: pressed once more later, it does not undo what was said since.
    await save_answer(call, turn, ask, field, typed, call.pressed.data.revision)


async def _search_typed(call: Call, turn: WorkshopTurn) -> None:
    await call.show_resources(clean(call.pressed.inputs.get("typed")))


def needed_entries(call: Call, turn: WorkshopTurn, ask: Ask) -> list[Entry]:
    """The inputs without which a question is not answered; where it has none of these, the first."""
    entries = question_entries(call.tools.book, turn.engagement, ask.question, turn.people)
    return [entry for entry in entries if entry.required] or entries[:1]


async def save_answer(call: Call, turn: WorkshopTurn, ask: Ask, field: str, text: str, revision: int) -> None:
    """Answer a question with a text for one of its inputs."""
    data = PressData(action="answer", revision=revision, question=ask.question.id, service=ask.service)
    turn.press = Press(data, {field: text})
    if call.private:
        await run_dialogs(call.tools.dialogs, call.context)
        return
    # In the thread everybody reads the reply: it says what was saved, and asks nothing private.
    event = Say(turn.person, ask.question.id, ask.service, "answer", {field: text}, data.revision)
    step = turn.apply(event)
    if step.faults:
        await call.refuse_faults(step.faults, TO_QUESTIONS)
        return
    turn.said_something = True
    # The reply says it; that it differs from another answer is for the person's own next view.
    turn.engagement = without_news(turn.engagement, turn.person.key, ask.key, *OF_ANSWERS)
    title = Said(say(ask.question.title, call.words.language))
    values = (("question", title), ("answer", Said(text)))
    buttons: tuple[Button, ...] = TO_QUESTIONS
    await call.show(NoticeScreen("saved", call.viewer.stamp(), values=values, buttons=buttons))


def _kept(viewer: Viewer, press: Press, faults: Sequence[Fault]) -> cards.Screen | None:
    question = viewer.book.questions.get(press.data.question or "")
    if question is None:
        return None
    ask, sent = Ask(question, press.service), sent_values(press.inputs)
    if press.data.action == "answer":
        return question_screen(viewer, ask, sent=sent, faults=faults)
    return aside_form(viewer, ask, press.data.action, sent, faults)


PRESSES: Mapping[str, Action] = {
    **dict.fromkeys(TAKES, Action(_hand_on, kept=_kept)),
    "form": Action(_form),
    "open": Action(_open),
    "back": Action(_back),
    "settle": Action(_settle),
    "confirm": Action(_confirm),
    "save_typed": Action(_save_typed),
    "search_typed": Action(_search_typed),
}
"""Action of a button -> what it does."""

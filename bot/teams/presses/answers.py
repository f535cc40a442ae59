"""Presses of questions: answer, set aside, open, settle what differs, save what was typed, and undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import cards
from bot.core.answers.events import Confirm, Settle, Undo
from bot.core.keys import short_hash
from bot.core.playbook.ask import Ask
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.problems import Fault, Problem
from bot.core.questions.parse import Entry, clean, parse, parse_all
from bot.core.reading.viewer import Viewer
from bot.core.screens.forms.inputs import sent_values
from bot.core.screens.questions.forms import aside_form
from bot.core.screens.questions.question import previous, question_screen
from bot.core.screens.questions.settle import disputes, settle_form
from bot.core.screens.setup.hand_over import hand_over_form
from bot.core.screens.workshop.lead import lead_form
from bot.core.typed.readings import is_complete
from bot.teams.presses.action import TO_QUESTIONS, Action, hand_on
from bot.teams.turn.call import Call
from bot.teams.turn.typed.answer import (
    FOR_ALL,
    held_against,
    needed_entries,
    save_inputs,
    taken_back_notice,
)
from dialogs.press import Press
from dialogs.questions import TAKES
from dialogs.runner import run_dialogs
from dialogs.standing import with_standing
from dialogs.turn import WorkshopTurn

_ASIDE = tuple(action for action in TAKES if action not in ("answer", "answer_more"))
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
    needed = needed_entries(turn, ask)
    field = needed[0].id
    if needed[0].kind == "person" and isinstance(
        parse(needed[0], {field: typed}, turn.picture.facts.today), Fault
    ):
        field += OTHER_PERSON
    await _save_or_open(call, turn, ask, {field: typed})


async def _search_typed(call: Call, turn: WorkshopTurn) -> None:
    await call.show_resources(clean(call.pressed.inputs.get("typed")))


async def _save_understood(call: Call, turn: WorkshopTurn) -> None:
    """Save what a typed text was understood as; where more must be filled in, lead into the question."""
    ask = call.asked
    if await _is_theirs(call, turn, ask) and ask is not None:
        entries = held_against(turn, ask, every=True).entries
        await _save_or_open(call, turn, ask, _known(entries, call.sent))


async def _save_or_open(call: Call, turn: WorkshopTurn, ask: Ask, inputs: Mapping[str, str]) -> None:
    """Save an answer; where more must be filled in, or something is wrong, open the question with it."""
    if turn.engagement.status != "running":
        await call.refuse(Problem.WORKSHOP_FINISHED)
        return
    whole = await with_standing(turn, ask, inputs)
    question = held_against(turn, ask, whole)
    if is_complete(question, whole):
        # The card's own revision: pressed once more later, it does not undo what was said since.
        await save_inputs(call, turn, ask, whole, call.pressed.data.revision)
        return
    _, faults = parse_all(question.entries, whole, question.today)
    await turn.show_question(call.context, ask, sent=whole, faults=faults)


async def _change_understood(call: Call, turn: WorkshopTurn) -> None:
    """Open the question with what was understood filled in."""
    ask = call.asked
    if await _is_theirs(call, turn, ask) and ask is not None:
        entries = held_against(turn, ask, every=True).entries
        sent = await with_standing(turn, ask, _known(entries, call.sent))
        await turn.show_question(call.context, ask, sent=sent)


async def _undo(call: Call, turn: WorkshopTurn) -> None:
    """Take back the answer that the notice is about."""
    ask, (typist, revision, mark) = call.asked, _undone(call)
    if typist != short_hash(turn.person.key):
        await call.refuse(Problem.NOT_WHAT_YOU_TYPED, TO_QUESTIONS)
        return
    press = call.pressed
    step = turn.apply(Undo(turn.person, press.data.question or "", press.service, revision))
    if step.faults or ask is None:
        await call.refuse_faults(step.faults or (Fault(Problem.NOT_ASKED),), TO_QUESTIONS)
        return
    turn.asked = ask
    if mark == FOR_ALL:
        words = turn.texts.words(turn.engagement.setup.language)
        call.for_all = cards.render(taken_back_notice(call, ask, words), words)
    await call.show(taken_back_notice(call, ask, call.words))


async def _undone_again(call: Call, turn: WorkshopTurn) -> None:
    """The same answer to the same press: it is taken back."""
    if call.asked is not None:
        await call.show(taken_back_notice(call, call.asked, call.words))


def _undone(call: Call) -> tuple[str, int, str]:
    """The person, the revision and the place that an `Undo` names."""
    typist, _, rest = call.item.partition(".")
    revision, _, mark = rest.partition(".")
    return typist, int(revision) if revision.isdecimal() and len(revision) < 10 else 0, mark


async def _is_theirs(call: Call, turn: WorkshopTurn, ask: Ask | None) -> bool:
    """True where whoever pressed typed it, at a question that is asked; else they are told."""
    if ask is None:
        await call.refuse(Problem.NOT_ASKED, TO_QUESTIONS)
    elif call.item != short_hash(turn.person.key):
        await call.refuse(Problem.NOT_WHAT_YOU_TYPED, TO_QUESTIONS)
    else:
        return True
    return False


def _known(entries: Sequence[Entry], inputs: Mapping[str, str]) -> dict[str, str]:
    """Of some inputs those that the question has."""
    names = {name for entry in entries for name in (entry.id, entry.id + OTHER_PERSON)}
    return {name: value for name, value in inputs.items() if name in names}


def _kept(viewer: Viewer, press: Press, faults: Sequence[Fault]) -> cards.Screen | None:
    question = viewer.book.questions.get(press.data.question or "")
    if question is None:
        return None
    ask, sent = Ask(question, press.service), sent_values(press.inputs)
    if press.data.action == "answer":
        return question_screen(viewer, ask, sent=sent, faults=faults)
    if press.data.action == "answer_more":
        return question_screen(viewer, ask, sent=sent, faults=faults, only=frozenset(sent))
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
    "save_understood": Action(_save_understood),
    "change_understood": Action(_change_understood),
    "undo": Action(_undo, again=_undone_again),
}
"""Action of a button -> what it does."""

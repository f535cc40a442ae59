"""Presses of a meeting: start, next, stop, state, a voice."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.answers.acknowledging import OF_ANSWERS
from bot.core.answers.events import Say
from bot.core.engagement import VoiceKind
from bot.core.keys import ask_key
from bot.core.meeting.events import LiveNext, LiveStart, LiveStop
from bot.core.meeting.steps import live_ask
from bot.core.problems import Fault, Problem
from bot.core.questions.news import without_news
from bot.core.screens.meeting.live import closed_screen, live_screen, thanks_notice
from bot.core.screens.workshop.lead import lead_form
from bot.core.screens.workshop.workshop import ending
from bot.teams.presses.action import TO_QUESTIONS, Action
from bot.teams.turn.call import Call
from dialogs.turn import WorkshopTurn


async def _live_start(call: Call, turn: WorkshopTurn) -> None:
    """Put the first question to the thread."""
    step = turn.apply(LiveStart(turn.person))
    await _after_live(call, turn, step.faults)


async def _live_next(call: Call, turn: WorkshopTurn) -> None:
    """Settle, and put the next question; on the question's own card show its result."""
    data = call.pressed.data
    seen = data.item or (ask_key(data.question, call.pressed.service) if data.question else "")
    step = turn.apply(LiveNext(turn.person, seen))
    await _after_live(call, turn, step.faults)


async def _live_stop(call: Call, turn: WorkshopTurn) -> None:
    """End the meeting."""
    step = turn.apply(LiveStop(turn.person))
    if step.faults:
        await call.refuse_faults(step.faults, TO_QUESTIONS)
    else:
        await call.show(ending(turn.viewer, "live_over"))


async def _live_state(call: Call, turn: WorkshopTurn) -> None:
    """The counts of answers to the question in the thread; the FM has them in their own view."""
    asked = call.asked
    ask = asked or live_ask(turn.picture)
    if ask is None:
        await call.refuse(Problem.NOT_ASKED, TO_QUESTIONS)
    elif asked is None and turn.viewer.is_fm:
        await call.show(lead_form(turn.viewer))
    else:
        await call.show(live_screen(turn.viewer, ask, counted=True))


async def _live_answer(call: Call, turn: WorkshopTurn) -> None:
    """A voice to the question of this card, also when the FM has gone on since."""
    await _say(call, turn, "answer")


async def _live_unknown(call: Call, turn: WorkshopTurn) -> None:
    """The voice of somebody who does not know."""
    await _say(call, turn, "handed")


async def _say(call: Call, turn: WorkshopTurn, kind: VoiceKind) -> None:
    data, press = call.pressed.data, call.pressed
    inputs = press.inputs if kind == "answer" else {}
    step = turn.apply(Say(turn.person, data.question or "", press.service, kind, inputs, data.revision))
    ask = call.asked
    if ask is None or any(fault.problem is Problem.NOT_ASKED for fault in step.faults):
        await call.refuse(Problem.NOT_ASKED, TO_QUESTIONS)
    elif step.faults:
        await call.show(live_screen(turn.viewer, ask, sent=call.sent, faults=step.faults))
    else:
        await _thanked(call, turn)


async def _thanked(call: Call, turn: WorkshopTurn) -> None:
    """The thanks for a voice, which say that it is saved; the question itself to whom there is none of."""
    ask = call.asked
    if ask is None:
        await call.refuse(Problem.NOT_ASKED, TO_QUESTIONS)
        return
    turn.engagement = without_news(turn.engagement, turn.person.key, ask.key, *OF_ANSWERS)
    await call.show(thanks_notice(turn.viewer, ask) or live_screen(turn.viewer, ask))


async def _live_change(call: Call, turn: WorkshopTurn) -> None:
    """The question again, with what the person said."""
    if call.asked is None:
        await call.refuse(Problem.NOT_ASKED, TO_QUESTIONS)
    else:
        await call.show(live_screen(turn.viewer, call.asked))


async def _after_live(call: Call, turn: WorkshopTurn, faults: tuple[Fault, ...]) -> None:
    ask = call.asked
    if faults and ask is not None:
        await call.show(live_screen(turn.viewer, ask, faults=faults))
    elif faults:
        await call.refuse_faults(faults, TO_QUESTIONS)
    elif ask is not None:
        await call.show(closed_screen(turn.viewer, ask))
    else:
        await call.show(lead_form(turn.viewer))


PRESSES: Mapping[str, Action] = {
    "live_start": Action(_live_start),
    "live_next": Action(_live_next),
    "live_stop": Action(_live_stop),
    "live_state": Action(_live_state, again=_live_state),
    "live_answer": Action(_live_answer, again=_thanked, shared=True),
    "live_unknown": Action(_live_unknown, again=_thanked, shared=True),
    "live_change": Action(_live_change),
}
"""Action of a button -> what it does."""

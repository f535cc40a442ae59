"""Presses of minutes: preview, issue, confirm, the text to send."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.minutes.events import ConfirmMinutes, IssueMinutes
from bot.core.problems import Problem
from bot.core.questions.parse import clean
from bot.core.reading.viewer import Viewer
from bot.core.screens.forms.inputs import fault_text
from bot.core.screens.minutes.minutes import follow_up_form, minutes_screen
from bot.teams.presses.action import TO_QUESTIONS, Action
from bot.teams.turn.call import Call
from dialogs.turn import WorkshopTurn


async def _minutes(call: Call, turn: WorkshopTurn) -> None:
    """The minutes as they stand, for the presser alone."""
    if turn.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
    else:
        await call.show(minutes_screen(turn.viewer))


async def _issue(call: Call, turn: WorkshopTurn) -> None:
    """Ask the team to confirm them."""
    step = turn.apply(IssueMinutes(turn.person))
    if step.faults:
        await call.refuse_faults(step.faults, TO_QUESTIONS)
    else:
        await call.show(minutes_screen(turn.viewer))


async def _confirm(call: Call, turn: WorkshopTurn) -> None:
    """Confirm the minutes. Refused: the minutes as they stand now, with the reason."""
    version = clean(call.pressed.inputs.get("version"))
    number = int(version) if version.isdecimal() and len(version) < 6 else 0
    step = turn.apply(ConfirmMinutes(turn.person, number))
    if any(fault.problem in (Problem.NOT_SET_UP, Problem.WORKSHOP_FINISHED) for fault in step.faults):
        await call.refuse_faults(step.faults)
        return
    problem = fault_text(step.faults[0], turn.words) if step.faults else ""
    await call.show(minutes_screen(turn.viewer, problem))


async def _follow_up(call: Call, turn: WorkshopTurn) -> None:
    """The text to send to the customer, in the workshop's language."""
    if not turn.viewer.is_fm:
        await call.refuse_not_fm(TO_QUESTIONS)
        return
    theirs = turn.texts.words(turn.engagement.setup.language)
    everybody = Viewer(turn.picture, theirs)
    await call.show(follow_up_form(turn.viewer, everybody))


PRESSES: Mapping[str, Action] = {
    "minutes": Action(_minutes),
    "issue_minutes": Action(_issue, again=_minutes),
    "confirm_minutes": Action(_confirm, again=_minutes, shared=True),
    "follow_up": Action(_follow_up),
}
"""Action of a button -> what it does."""

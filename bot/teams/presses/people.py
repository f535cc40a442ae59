"""Presses of taking part: the roles that somebody has, and those with which the FM invites people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.people.events import Invite
from bot.core.problems import Fault, Problem
from bot.core.reading.viewer import Viewer
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import sent_values
from bot.core.screens.people.invite import invite_form, invited_banner
from bot.core.screens.people.roles import take_part_form
from bot.core.screens.workshop.workshop import workshop_screen
from bot.teams.presses.action import TO_QUESTIONS, Action, hand_on
from bot.teams.turn.call import Call
from dialogs.press import Press
from dialogs.roles import ROLES, TAKES
from dialogs.runner import begin_dialog
from dialogs.turn import WorkshopTurn

_NOT_NOW = {"setup": Problem.NOT_SET_UP}


async def _take_part(call: Call, turn: WorkshopTurn) -> None:
    await begin_dialog(call.tools.dialogs, call.context, ROLES)


async def _invite(call: Call, turn: WorkshopTurn) -> None:
    if not turn.viewer.is_fm:
        await call.refuse_not_fm(TO_QUESTIONS)
    elif turn.engagement.status != "running":
        await call.refuse(_NOT_NOW.get(turn.engagement.status, Problem.WORKSHOP_FINISHED))
    else:
        await call.show(invite_form(turn.viewer))


async def _save_invitation(call: Call, turn: WorkshopTurn) -> None:
    """Invite, and show the card that all share; refused at a field, the form with what was entered."""
    before = turn.engagement.invitations
    step = turn.apply(Invite(turn.person, call.pressed.inputs))
    if any(fault.field is None for fault in step.faults):
        await call.refuse_faults(step.faults, TO_QUESTIONS)
    elif step.faults:
        await call.show(invite_form(turn.viewer, call.sent, step.faults))
    else:
        posted = turn.engagement.invitations != before
        banner = invited_banner(turn.words, turn.effects, posted=posted)
        await call.show(workshop_screen(turn.viewer, banner))


def _kept_invitation(viewer: Viewer, press: Press, faults: Sequence[Fault]) -> FormScreen:
    return invite_form(viewer, sent_values(press.inputs), faults)


def _kept(viewer: Viewer, press: Press, faults: Sequence[Fault]) -> FormScreen:
    return take_part_form(viewer, sent_values(press.inputs), faults)


PRESSES: Mapping[str, Action] = {
    "take_part": Action(_take_part, shared=True),
    **dict.fromkeys(TAKES, Action(hand_on, kept=_kept)),
    "invite": Action(_invite),
    "save_invitation": Action(_save_invitation, kept=_kept_invitation),
}
"""Action of a button -> what it does."""

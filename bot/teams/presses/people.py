"""Presses of taking part: the roles that somebody has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.problems import Fault
from bot.core.reading.viewer import Viewer
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import sent_values
from bot.core.screens.people.roles import take_part_form
from bot.teams.presses.action import Action, hand_on
from bot.teams.turn.call import Call
from dialogs.press import Press
from dialogs.roles import ROLES, TAKES
from dialogs.runner import begin_dialog
from dialogs.turn import WorkshopTurn


async def _take_part(call: Call, turn: WorkshopTurn) -> None:
    await begin_dialog(call.tools.dialogs, call.context, ROLES)


def _kept(viewer: Viewer, press: Press, faults: Sequence[Fault]) -> FormScreen:
    return take_part_form(viewer, sent_values(press.inputs), faults)


PRESSES: Mapping[str, Action] = {
    "take_part": Action(_take_part, shared=True),
    **dict.fromkeys(TAKES, Action(hand_on, kept=_kept)),
}
"""Action of a button -> what it does."""

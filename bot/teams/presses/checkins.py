"""What presses on check-ins lead to: the FM's view of the series and its forms, and being left in peace."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.core.checkins.events import (
    Mute,
    PauseCheckIn,
    ResumeCheckIn,
    SeriesEvent,
    SetCheckIn,
    SnoozeCheckIn,
    StopCheckIn,
)
from bot.core.checkins.series import HELD_IN
from bot.core.problems import Fault, Problem
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import name_of
from bot.core.screens.checkins.check_in import (
    check_in_view,
    mute_notice,
    pause_form,
    series_form,
    snooze_form,
)
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import sent_values
from bot.core.screens.workshop.workshop import workshop_screen
from bot.teams.turn.call import Call
from dialogs.press import Press
from dialogs.turn import WorkshopTurn

Form = Callable[[Viewer, Mapping[str, str] | None, Sequence[Fault]], FormScreen]
FORMS: dict[str, Form] = {
    "check_in_set": series_form,
    "check_in_snooze": snooze_form,
    "check_in_pause": pause_form,
}
"""The forms of the series, by the press that saves each."""
ACTS = (*FORMS, "check_in_resume", "check_in_stop")
_SAID = ("check_in_set", "check_in_snooze", "check_in_resume")
"""What is said to be done; of a pause and an end the view itself says so."""
MUTING = ("mute", "unmute")


async def check_in(call: Call, turn: WorkshopTurn) -> None:
    """The series, for the FM; anybody else is told who that is."""
    if await may_lead(call, turn):
        await call.show(check_in_view(turn.viewer))


async def change(call: Call, turn: WorkshopTurn) -> None:
    """The form that the press names."""
    form = FORMS.get(call.pressed.data.form or "")
    if not await may_lead(call, turn):
        return
    if form is None:
        await call.refuse(Problem.BAD_PRESS)
    else:
        await call.show(form(turn.viewer, None, ()))


async def act(call: Call, turn: WorkshopTurn) -> None:
    """Do it. Refused: at the field where it belongs to one, with what was entered, else on the view."""
    action, inputs = call.pressed.data.action, call.pressed.inputs
    if not await may_lead(call, turn):
        return
    step = turn.apply(_event(call.pressed, turn))
    if not step.faults:
        await call.show(check_in_view(turn.viewer, action if action in _SAID else ""))
    elif action in FORMS and all(fault.field for fault in step.faults):
        await call.show(FORMS[action](turn.viewer, sent_values(inputs), step.faults))
    else:
        await call.show(check_in_view(turn.viewer, faults=step.faults))


async def mute(call: Call, turn: WorkshopTurn) -> None:
    """Leave the person in peace, or remind them again."""
    muted = call.pressed.data.action == "mute"
    turn.apply(Mute(turn.person, muted))
    await call.show(mute_notice(turn.viewer, muted=muted))


async def again(call: Call, turn: WorkshopTurn) -> None:
    """The present view after a press that has had its effect."""
    if call.pressed.data.action in MUTING:
        muted = turn.person.key in turn.engagement.muted
        await call.show(mute_notice(turn.viewer, muted=muted))
    else:
        await check_in(call, turn)


async def may_lead(call: Call, turn: WorkshopTurn) -> bool:
    """Whether the person leads a workshop that has check-ins; if not, they were told."""
    if not turn.viewer.is_fm:
        fm = name_of(turn.engagement, turn.engagement.fm)
        await call.show(workshop_screen(turn.viewer, turn.words("banner.fm_is", fm=fm)))
        return False
    return await has_check_ins(call, turn)


async def has_check_ins(call: Call, turn: WorkshopTurn) -> bool:
    """Whether there can be check-ins in a workshop as it stands; if not, the person was told."""
    status = turn.engagement.status
    if status not in HELD_IN:
        await call.refuse(Problem.NOT_SET_UP if status == "setup" else Problem.WORKSHOP_FINISHED)
    return status in HELD_IN


def _event(press: Press, turn: WorkshopTurn) -> SeriesEvent:
    match press.data.action:
        case "check_in_set":
            return SetCheckIn(turn.person, press.inputs)
        case "check_in_snooze":
            return SnoozeCheckIn(turn.person, press.inputs)
        case "check_in_pause":
            return PauseCheckIn(turn.person, press.inputs)
        case "check_in_resume":
            return ResumeCheckIn(turn.person)
    return StopCheckIn(turn.person)

"""What presses on check-ins lead to: the FM's view of the series and its forms, and being left in peace."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.core.checkin import HELD_IN
from bot.core.checkin_events import (
    Mute,
    PauseCheckIn,
    ResumeCheckIn,
    SeriesEvent,
    SetCheckIn,
    SnoozeCheckIn,
    StopCheckIn,
)
from bot.core.problems import Fault, Problem
from bot.core.screens.check_in import check_in_view, mute_notice, pause_form, series_form, snooze_form
from bot.core.screens.form import FormScreen
from bot.core.screens.inputs import sent_values
from bot.core.screens.workshop import workshop_screen
from bot.core.viewer import Viewer
from bot.core.wording import name_of
from bot.teams.call import Call
from dialogs.press import Press
from dialogs.sitting import Sitting

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


async def check_in(call: Call, sitting: Sitting) -> None:
    """The series, for the FM; anybody else is told who that is."""
    if await may_lead(call, sitting):
        await call.show(check_in_view(sitting.viewer))


async def change(call: Call, sitting: Sitting) -> None:
    """The form that the press names."""
    form = FORMS.get(call.pressed.data.form or "")
    if not await may_lead(call, sitting):
        return
    if form is None:
        await call.refuse(Problem.BAD_PRESS)
    else:
        await call.show(form(sitting.viewer, None, ()))


async def act(call: Call, sitting: Sitting) -> None:
    """Do it. Refused: at the field where it belongs to one, with what was entered, else on the view."""
    action, inputs = call.pressed.data.action, call.pressed.inputs
    if not await may_lead(call, sitting):
        return
    step = sitting.take(_event(call.pressed, sitting))
    if not step.faults:
        await call.show(check_in_view(sitting.viewer, action if action in _SAID else ""))
    elif action in FORMS and all(fault.field for fault in step.faults):
        await call.show(FORMS[action](sitting.viewer, sent_values(inputs), step.faults))
    else:
        await call.show(check_in_view(sitting.viewer, faults=step.faults))


async def mute(call: Call, sitting: Sitting) -> None:
    """Leave the person in peace, or remind them again."""
    muted = call.pressed.data.action == "mute"
    sitting.take(Mute(sitting.person, muted))
    await call.show(mute_notice(sitting.viewer, muted=muted))


async def again(call: Call, sitting: Sitting) -> None:
    """The present view after a press that has had its effect."""
    if call.pressed.data.action in MUTING:
        muted = sitting.person.key in sitting.engagement.muted
        await call.show(mute_notice(sitting.viewer, muted=muted))
    else:
        await check_in(call, sitting)


async def may_lead(call: Call, sitting: Sitting) -> bool:
    """Whether the person leads a workshop that has check-ins; if not, they were told."""
    if not sitting.viewer.is_fm:
        fm = name_of(sitting.engagement, sitting.engagement.fm)
        await call.show(workshop_screen(sitting.viewer, sitting.words("banner.fm_is", fm=fm)))
        return False
    return await has_check_ins(call, sitting)


async def has_check_ins(call: Call, sitting: Sitting) -> bool:
    """Whether there can be check-ins in a workshop as it stands; if not, the person was told."""
    status = sitting.engagement.status
    if status not in HELD_IN:
        await call.refuse(Problem.NOT_SET_UP if status == "setup" else Problem.WORKSHOP_FINISHED)
    return status in HELD_IN


def _event(press: Press, sitting: Sitting) -> SeriesEvent:
    match press.data.action:
        case "check_in_set":
            return SetCheckIn(sitting.person, press.inputs)
        case "check_in_snooze":
            return SnoozeCheckIn(sitting.person, press.inputs)
        case "check_in_pause":
            return PauseCheckIn(sitting.person, press.inputs)
        case "check_in_resume":
            return ResumeCheckIn(sitting.person)
    return StopCheckIn(sitting.person)

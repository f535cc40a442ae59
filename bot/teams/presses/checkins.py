"""Presses of check-ins: the FM's view of the series and its forms, and being left in peace."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.core.checkins.events import (
    Mute,
    PauseCheckIn,
    RemindAll,
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
from bot.core.screens.workshop.lead import lead_form
from bot.core.screens.workshop.workshop import workshop_screen
from bot.teams.presses.action import TO_QUESTIONS, Action, Kept
from bot.teams.turn.call import Call
from dialogs.press import Press
from dialogs.turn import WorkshopTurn

_Form = Callable[[Viewer, Mapping[str, str] | None, Sequence[Fault]], FormScreen]
_Event = Callable[[WorkshopTurn, Press], SeriesEvent]
_FORMS: Mapping[str, _Form] = {
    "check_in_set": series_form,
    "check_in_snooze": snooze_form,
    "check_in_pause": pause_form,
}
"""The forms of the series, by the press that saves each."""


async def show_check_in(call: Call, turn: WorkshopTurn) -> None:
    """The series, for the FM; anybody else is told who that is."""
    if await _may_lead(call, turn):
        await call.show(check_in_view(turn.viewer))


async def _change(call: Call, turn: WorkshopTurn) -> None:
    """The form that the press names."""
    form = _FORMS.get(call.pressed.data.form or "")
    if not await _may_lead(call, turn):
        return
    if form is None:
        await call.refuse(Problem.BAD_PRESS)
    else:
        await call.show(form(turn.viewer, None, ()))


def _act(action: str, event: _Event, *, said: str = "") -> Action:
    """The action that changes the series. Refused: at the field where it belongs to one, with what was
    entered, else on the view. `said` is the press as the view names it, where it does not say by itself that
    it is done."""
    form = _FORMS.get(action)

    async def run(call: Call, turn: WorkshopTurn) -> None:
        if not await _may_lead(call, turn):
            return
        step = turn.apply(event(turn, call.pressed))
        if not step.faults:
            await call.show(check_in_view(turn.viewer, said))
        elif form is not None and all(fault.field for fault in step.faults):
            await call.show(form(turn.viewer, call.sent, step.faults))
        else:
            await call.show(check_in_view(turn.viewer, faults=step.faults))

    return Action(run, again=show_check_in, kept=None if form is None else _kept(form))


def _kept(form: _Form) -> Kept:
    return lambda viewer, press, faults: form(viewer, sent_values(press.inputs), faults)


async def _remind_all(call: Call, turn: WorkshopTurn) -> None:
    """Have all with open questions reminded, and say to the FM what happens."""
    step = turn.apply(RemindAll(turn.person))
    if any(fault.problem is Problem.FM_ONLY for fault in step.faults):
        await call.refuse_faults(step.faults, TO_QUESTIONS)
    else:
        await call.show(lead_form(turn.viewer, step.faults))


async def _lead(call: Call, turn: WorkshopTurn) -> None:
    await call.show(lead_form(turn.viewer))


async def _mute(call: Call, turn: WorkshopTurn) -> None:
    """Leave the person in peace, or remind them again."""
    muted = call.pressed.data.action == "mute"
    turn.apply(Mute(turn.person, muted))
    await call.show(mute_notice(turn.viewer, muted=muted))


async def _muted(call: Call, turn: WorkshopTurn) -> None:
    await call.show(mute_notice(turn.viewer, muted=turn.person.key in turn.engagement.muted))


async def _may_lead(call: Call, turn: WorkshopTurn) -> bool:
    """True for the FM of a workshop that can have check-ins; otherwise the person is told why."""
    if not turn.viewer.is_fm:
        fm = name_of(turn.engagement, turn.engagement.fm)
        await call.show(workshop_screen(turn.viewer, turn.words("banner.fm_is", fm=fm)))
        return False
    return await has_check_ins(call, turn)


async def has_check_ins(call: Call, turn: WorkshopTurn) -> bool:
    """True where a workshop can have check-ins as it stands; otherwise the person is told why."""
    status = turn.engagement.status
    if status not in HELD_IN:
        await call.refuse(Problem.NOT_SET_UP if status == "setup" else Problem.WORKSHOP_FINISHED)
    return status in HELD_IN


PRESSES: Mapping[str, Action] = {
    "check_in": Action(show_check_in, shared=True),
    "check_in_change": Action(_change),
    "check_in_set": _act(
        "check_in_set", lambda turn, press: SetCheckIn(turn.person, press.inputs), said="check_in_set"
    ),
    "check_in_snooze": _act(
        "check_in_snooze",
        lambda turn, press: SnoozeCheckIn(turn.person, press.inputs),
        said="check_in_snooze",
    ),
    "check_in_pause": _act("check_in_pause", lambda turn, press: PauseCheckIn(turn.person, press.inputs)),
    "check_in_resume": _act(
        "check_in_resume", lambda turn, press: ResumeCheckIn(turn.person), said="check_in_resume"
    ),
    "check_in_stop": _act("check_in_stop", lambda turn, press: StopCheckIn(turn.person)),
    "remind": Action(_remind_all, again=_lead),
    "mute": Action(_mute, again=_muted, shared=True),
    "unmute": Action(_mute, again=_muted),
}
"""Action of a button -> what it does."""

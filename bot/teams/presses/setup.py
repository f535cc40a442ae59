"""Presses of the setup: open it, save its steps, decide about it, discard the workshop, hand it over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.engagement import Person
from bot.core.problems import Fault, Problem
from bot.core.questions.parse import clean
from bot.core.reading.viewer import Viewer
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import sent_values
from bot.core.screens.setup.forms import begin_form, key_inputs_form, setup_form
from bot.core.screens.setup.hand_over import hand_over_form
from bot.core.screens.setup.playbooks import may_choose, playbooks_screen
from bot.core.screens.workshop.workshop import ending, workshop_screen
from bot.core.setup.events import ChoosePlaybook, Discard, HandOver, SetUp
from bot.core.setup.reading import CARD
from bot.core.setup.steps import NEW_FM
from bot.teams.presses.action import TO_QUESTIONS, Action, hand_on
from bot.teams.turn.call import Call
from dialogs.press import Press
from dialogs.runner import begin_dialog
from dialogs.setup import SETUP, TAKES
from dialogs.turn import WorkshopTurn

_NOT_NOW = {"setup": Problem.NOT_SET_UP}


async def _open(call: Call, turn: WorkshopTurn) -> None:
    if turn.viewer.is_fm:
        await begin_dialog(call.tools.dialogs, call.context, SETUP)
    else:
        await call.refuse_not_fm(TO_QUESTIONS)


async def _other_playbook(call: Call, turn: WorkshopTurn) -> None:
    if not turn.viewer.is_fm:
        await call.refuse_not_fm(TO_QUESTIONS)
    elif may_choose(turn.viewer):
        await call.show(playbooks_screen(turn.viewer))
    else:
        await call.show(workshop_screen(turn.viewer, turn.words("problem.old_card")))


async def _choose_playbook(call: Call, turn: WorkshopTurn) -> None:
    """The workshop is about the playbook that was pressed; its setup follows."""
    if turn.apply(ChoosePlaybook(turn.person, call.item)).faults:
        await _other_playbook(call, turn)
        return
    key = turn.engagement.playbook
    turn.read_by(call.tools.book.named(key), call.tools.texts.of(key))
    await call.show(setup_form(turn.viewer))


async def _hand_on(call: Call, turn: WorkshopTurn) -> None:
    if turn.viewer.is_fm:
        await hand_on(call, turn)
    else:
        await call.refuse_not_fm(TO_QUESTIONS)


async def _cancel(call: Call, turn: WorkshopTurn) -> None:
    """The launch stays where it was."""
    await call.show(workshop_screen(turn.viewer, turn.words("plan.nothing_changed")))


async def _discard(call: Call, turn: WorkshopTurn) -> None:
    step = turn.apply(Discard(turn.person))
    if step.faults:
        await call.refuse_faults(step.faults)
    else:
        await call.show(ending(turn.viewer, "gone"))


async def _hand_over(call: Call, turn: WorkshopTurn) -> None:
    """Another FM leads; only somebody who may lead anywhere."""
    wanted = clean(call.pressed.inputs.get(NEW_FM))
    tenant, _, object_id = wanted.partition("/")
    known = wanted in turn.people
    if known and not call.tools.settings.is_fm(Person(tenant, object_id, turn.people[wanted])):
        faults: tuple[Fault, ...] = (Fault(Problem.NOT_AN_FM, NEW_FM),)
    else:
        faults = turn.apply(HandOver(turn.person, call.pressed.inputs)).faults
    if any(fault.field is None for fault in faults):
        await call.refuse_faults(faults, TO_QUESTIONS)
    elif faults:
        await call.show(hand_over_form(turn.viewer, call.sent, faults))
    else:
        await call.show(ending(turn.viewer, "handed_over"))


async def _key_inputs(call: Call, turn: WorkshopTurn) -> None:
    """What is to be there before the workshop; asked of the FM, once it runs."""
    if not turn.viewer.is_fm:
        await call.refuse_not_fm(TO_QUESTIONS)
    elif turn.engagement.status != "running":
        await call.refuse(_NOT_NOW.get(turn.engagement.status, Problem.WORKSHOP_FINISHED))
    else:
        await call.show(key_inputs_form(turn.viewer))


async def _save_key_inputs(call: Call, turn: WorkshopTurn) -> None:
    step = turn.apply(SetUp(turn.person, {**call.pressed.inputs, CARD: "later"}))
    if any(fault.field is None for fault in step.faults):
        await call.refuse_faults(step.faults, TO_QUESTIONS)
    elif step.faults:
        await call.show(key_inputs_form(turn.viewer, call.sent, step.faults))
    else:
        await call.show(workshop_screen(turn.viewer, turn.words("banner.setup_changed")))


def _kept(viewer: Viewer, press: Press, faults: Sequence[Fault]) -> FormScreen:
    return setup_form(viewer, sent_values(press.inputs), faults)


def _kept_second(viewer: Viewer, press: Press, faults: Sequence[Fault]) -> FormScreen:
    return begin_form(viewer, sent_values(press.inputs), faults)


def _kept_key_inputs(viewer: Viewer, press: Press, faults: Sequence[Fault]) -> FormScreen:
    return key_inputs_form(viewer, sent_values(press.inputs), faults)


PRESSES: Mapping[str, Action] = {
    "setup": Action(_open),
    "playbooks": Action(_other_playbook),
    "playbook": Action(_choose_playbook, again=_open),
    **dict.fromkeys(TAKES, Action(_hand_on)),
    **dict.fromkeys(("setup_next", "save_setup", "apply"), Action(_hand_on, kept=_kept)),
    "begin": Action(_hand_on, kept=_kept_second),
    "key_inputs": Action(_key_inputs),
    "save_key_inputs": Action(_save_key_inputs, kept=_kept_key_inputs),
    "cancel": Action(_cancel),
    "discard": Action(_discard),
    "hand_over": Action(_hand_over),
}
"""Action of a button -> what it does."""

"""What the FM's presses lead to: the lead view, disagreements, the meeting, the hand-over."""

from __future__ import annotations

from bot.core.answers.events import Confirm, Settle
from bot.core.engagement import Person
from bot.core.parts import Button
from bot.core.playbook.ask import Ask
from bot.core.problems import Fault, Problem
from bot.core.questions.parse import clean
from bot.core.reading.wording import name_of
from bot.core.screens.forms.inputs import sent_values
from bot.core.screens.questions.settle import disputes, settle_form
from bot.core.screens.setup.hand_over import hand_over_form
from bot.core.screens.workshop.lead import lead_form
from bot.core.screens.workshop.workshop import ending, workshop_screen
from bot.core.setup.events import HandOver
from bot.core.setup.steps import NEW_FM
from bot.core.workshop.path_finder import Place, next_for
from bot.teams.turn.call import Call
from dialogs.runner import begin_dialog
from dialogs.setup import SETUP
from dialogs.turn import WorkshopTurn

_ON = (Button("my_questions", primary=True),)


async def lead(call: Call, turn: WorkshopTurn) -> None:
    """The FM's menu, or the setup where that comes first; anybody else is told who the FM is."""
    if not turn.viewer.is_fm:
        fm = name_of(turn.engagement, turn.engagement.fm)
        await call.show(workshop_screen(turn.viewer, turn.words("banner.fm_is", fm=fm)))
    elif next_for(turn.picture, turn.person.key).place in (Place.SETUP, Place.DECISION):
        await begin_dialog(call.tools.dialogs, call.context, SETUP)
    else:
        await call.show(lead_form(turn.viewer))


async def setup(call: Call, turn: WorkshopTurn) -> None:
    """The setup, to change it."""
    if turn.viewer.is_fm:
        await begin_dialog(call.tools.dialogs, call.context, SETUP)
    else:
        await call.refuse_not_fm(_ON)


async def settle(call: Call, turn: WorkshopTurn) -> None:
    """Settle a question, then the next disagreement."""
    data = call.pressed.data
    step = turn.apply(Settle(turn.person, data.question or "", call.pressed.service, call.pressed.inputs))
    ask = asked(call, turn)
    if step.faults and (ask is None or any(fault.field is None for fault in step.faults)):
        await call.refuse_faults(step.faults, _ON)
    elif step.faults and ask is not None:
        await call.show(settle_form(turn.viewer, ask, sent_values(call.pressed.inputs), step.faults))
    elif left := disputes(turn.viewer):
        await call.show(settle_form(turn.viewer, left[0]))
    else:
        await call.show(lead_form(turn.viewer))


async def confirm(call: Call, turn: WorkshopTurn) -> None:
    """Confirm what somebody else said, and show it confirmed."""
    data = call.pressed.data
    step = turn.apply(Confirm(turn.person, data.question or "", call.pressed.service))
    ask = asked(call, turn)
    if step.faults or ask is None:
        await call.refuse_faults(step.faults or (Fault(Problem.NOT_ASKED),), _ON)
    else:
        await turn.show_question(call.context, ask)


async def hand_over(call: Call, turn: WorkshopTurn) -> None:
    """Another FM leads; only somebody who may lead anywhere."""
    wanted = clean(call.pressed.inputs.get(NEW_FM))
    tenant, _, object_id = wanted.partition("/")
    known = wanted in turn.people
    if known and not call.tools.settings.is_fm(Person(tenant, object_id, turn.people[wanted])):
        faults: tuple[Fault, ...] = (Fault(Problem.NOT_AN_FM, NEW_FM),)
    else:
        faults = turn.apply(HandOver(turn.person, call.pressed.inputs)).faults
    if any(fault.field is None for fault in faults):
        await call.refuse_faults(faults, _ON)
    elif faults:
        await call.show(hand_over_form(turn.viewer, sent_values(call.pressed.inputs), faults))
    else:
        await call.show(ending(turn.viewer, "handed_over"))


def asked(call: Call, turn: WorkshopTurn) -> Ask | None:
    """The question that a press names, None where it is not asked."""
    data = call.pressed.data
    return turn.picture.find(data.question or "", call.pressed.service)

"""What the FM's presses lead to: the lead view, disagreements, the meeting, the hand-over."""

from __future__ import annotations

from bot.core.ask import Ask
from bot.core.engagement import Person
from bot.core.events import Confirm, HandOver, LiveNext, LiveStart, LiveStop, Say, Settle
from bot.core.guide import Place, next_for
from bot.core.live import live_ask
from bot.core.parse import clean
from bot.core.problems import Fault, Problem
from bot.core.screens.inputs import sent_values
from bot.core.screens.lead import disputes, hand_over_form, lead_form, settle_form
from bot.core.screens.live import closed_screen, live_screen
from bot.core.screens.parts import Button
from bot.core.screens.workshop import ending, workshop_screen
from bot.core.settling import NEW_FM
from bot.core.wording import name_of
from bot.teams.call import Call
from dialogs.conduct import begin
from dialogs.setup import SETUP
from dialogs.sitting import Sitting

_ON = (Button("my_questions", primary=True),)


async def lead(call: Call, sitting: Sitting) -> None:
    """The FM's menu, or the setup where that comes first; anybody else is told who the FM is."""
    if not sitting.viewer.is_fm:
        fm = name_of(sitting.engagement, sitting.engagement.fm)
        await call.show(workshop_screen(sitting.viewer, sitting.words("banner.fm_is", fm=fm)))
    elif next_for(sitting.picture, sitting.person.key).place in (Place.SETUP, Place.DECISION):
        await begin(call.tools.dialogs, call.context, SETUP)
    else:
        await call.show(lead_form(sitting.viewer))


async def setup(call: Call, sitting: Sitting) -> None:
    """The setup, to change it."""
    if sitting.viewer.is_fm:
        await begin(call.tools.dialogs, call.context, SETUP)
    else:
        await call.refuse_not_fm(_ON)


async def settle(call: Call, sitting: Sitting) -> None:
    """Settle a question, then the next disagreement."""
    data = call.pressed.data
    step = sitting.take(
        Settle(sitting.person, data.question or "", call.pressed.service, call.pressed.inputs)
    )
    ask = asked(call, sitting)
    if step.faults and (ask is None or any(fault.field is None for fault in step.faults)):
        await call.refuse_faults(step.faults, _ON)
    elif step.faults and ask is not None:
        await call.show(settle_form(sitting.viewer, ask, sent_values(call.pressed.inputs), step.faults))
    elif left := disputes(sitting.viewer):
        await call.show(settle_form(sitting.viewer, left[0]))
    else:
        await call.show(lead_form(sitting.viewer))


async def confirm(call: Call, sitting: Sitting) -> None:
    """Confirm what somebody else said, and show it confirmed."""
    data = call.pressed.data
    step = sitting.take(Confirm(sitting.person, data.question or "", call.pressed.service))
    ask = asked(call, sitting)
    if step.faults or ask is None:
        await call.refuse_faults(step.faults or (Fault(Problem.NOT_ASKED),), _ON)
    else:
        await sitting.show_question(call.context, ask)


async def hand_over(call: Call, sitting: Sitting) -> None:
    """Another FM leads; only somebody who may lead anywhere."""
    wanted = clean(call.pressed.inputs.get(NEW_FM))
    tenant, _, object_id = wanted.partition("/")
    known = wanted in sitting.people
    if known and not call.tools.settings.is_fm(Person(tenant, object_id, sitting.people[wanted])):
        faults: tuple[Fault, ...] = (Fault(Problem.NOT_AN_FM, NEW_FM),)
    else:
        faults = sitting.take(HandOver(sitting.person, call.pressed.inputs)).faults
    if any(fault.field is None for fault in faults):
        await call.refuse_faults(faults, _ON)
    elif faults:
        await call.show(hand_over_form(sitting.viewer, sent_values(call.pressed.inputs), faults))
    else:
        await call.show(ending(sitting.viewer, "handed_over"))


async def live_start(call: Call, sitting: Sitting) -> None:
    """Put the first question to the thread."""
    step = sitting.take(LiveStart(sitting.person))
    await _after_live(call, sitting, step.faults)


async def live_next(call: Call, sitting: Sitting) -> None:
    """Settle, and put the next question; on the question's own card show what came of it."""
    step = sitting.take(LiveNext(sitting.person))
    await _after_live(call, sitting, step.faults)


async def live_stop(call: Call, sitting: Sitting) -> None:
    """End the meeting."""
    step = sitting.take(LiveStop(sitting.person))
    if step.faults:
        await call.refuse_faults(step.faults, _ON)
    else:
        await call.show(ending(sitting.viewer, "live_over"))


async def live_state(call: Call, sitting: Sitting) -> None:
    """How many said what to the question in the thread."""
    ask = asked(call, sitting) or live_ask(sitting.picture)
    if ask is None:
        await call.refuse(Problem.NOT_ASKED, _ON)
    else:
        await call.show(live_screen(sitting.viewer, ask, counted=True))


async def live_answer(call: Call, sitting: Sitting) -> None:
    """A voice to the question of this card, also when the FM has gone on since."""
    data, press = call.pressed.data, call.pressed
    event = Say(sitting.person, data.question or "", press.service, "answer", press.inputs, data.revision)
    step = sitting.take(event)
    ask = asked(call, sitting)
    if ask is None or any(fault.problem is Problem.NOT_ASKED for fault in step.faults):
        await call.refuse(Problem.NOT_ASKED, _ON)
    elif step.faults:
        sent = sent_values(press.inputs)
        await call.show(live_screen(sitting.viewer, ask, sent=sent, faults=step.faults))
    else:
        await call.show(live_screen(sitting.viewer, ask))


async def _after_live(call: Call, sitting: Sitting, faults: tuple[Fault, ...]) -> None:
    ask = asked(call, sitting)
    if faults and ask is not None:
        await call.show(live_screen(sitting.viewer, ask, faults=faults))
    elif faults:
        await call.refuse_faults(faults, _ON)
    elif ask is not None:
        await call.show(closed_screen(sitting.viewer, ask))
    else:
        await call.show(lead_form(sitting.viewer))


def asked(call: Call, sitting: Sitting) -> Ask | None:
    """The question that a press names, None where it is not asked."""
    data = call.pressed.data
    return sitting.picture.find(data.question or "", call.pressed.service)

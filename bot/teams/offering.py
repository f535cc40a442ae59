"""What presses on offers lead to: the private view of all talks, one of them, and what was decided."""

from __future__ import annotations

from bot.core.discussions import Discussion, find_discussion, topic
from bot.core.problems import Problem
from bot.core.screens.inputs import fault_text, form_problem, sent_values
from bot.core.screens.offer_forms import ACTS, request_screen, talk_form
from bot.core.screens.offers import TALK_FORMS, offer_screen, offers_screen
from bot.core.screens.parts import Button, Said
from bot.core.value_events import DecideTalk
from bot.core.wording import say
from bot.teams.call import Call
from dialogs.sitting import Sitting

_TO_OFFERS = (Button("offer_list", label="back_to_offers", primary=True),)


async def offers(call: Call, sitting: Sitting) -> None:
    """Every talk, for the presser alone."""
    if sitting.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
        return
    await call.show(offers_screen(sitting.viewer))


async def offer(call: Call, sitting: Sitting) -> None:
    """One talk, with what the presser may do about it."""
    found = _talk(call, sitting)
    if found is None:
        await call.refuse(Problem.NOT_OFFERED, _TO_OFFERS)
    else:
        await call.show(offer_screen(sitting.viewer, found))


async def change_offer(call: Call, sitting: Sitting) -> None:
    """The form that a decision needs."""
    found, form = _talk(call, sitting), call.pressed.data.form
    if found is None or form not in TALK_FORMS:
        await call.refuse(Problem.NOT_OFFERED if found is None else Problem.BAD_PRESS, _TO_OFFERS)
    else:
        await call.show(talk_form(sitting.viewer, found, form))


async def decide(call: Call, sitting: Sitting) -> None:
    """Keep the decision. Refused: at the field where it belongs to one, else on the talk as it stands."""
    action, inputs = call.pressed.data.action, call.pressed.inputs
    event = DecideTalk(sitting.person, call.pressed.data.item or "", ACTS[action], inputs)
    step = sitting.take(event)
    found = _talk(call, sitting)
    if found is None:
        await call.refuse(Problem.NOT_OFFERED, _TO_OFFERS)
    elif not step.faults:
        title = say(topic(call.tools.book, found), sitting.words.language)
        banner = Said(sitting.words(f"offers.decided.{event.act}", title=title))
        await call.show(offers_screen(sitting.viewer, banner))
    elif action in TALK_FORMS and not form_problem(step.faults, sitting.words):
        await call.show(talk_form(sitting.viewer, found, action, sent_values(inputs), step.faults))
    else:
        await call.show(offer_screen(sitting.viewer, found, fault_text(step.faults[0], sitting.words)))


async def expert_request(call: Call, sitting: Sitting) -> None:
    """The request for an expert: the FM's, in the personal chat alone."""
    found = _talk(call, sitting)
    if found is None:
        await call.refuse(Problem.NOT_OFFERED, _TO_OFFERS)
    elif not sitting.viewer.is_fm:
        await call.refuse_not_fm(_TO_OFFERS)
    elif not sitting.personal:
        await call.refuse(Problem.IN_PERSONAL_CHAT, _TO_OFFERS)
    else:
        await call.show(request_screen(sitting.viewer, found))


def _talk(call: Call, sitting: Sitting) -> Discussion | None:
    return find_discussion(sitting.picture, call.pressed.data.item or "")

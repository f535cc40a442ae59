"""Presses of talks: the private view of all, one of them, and the decisions about it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.parts import Button, Said
from bot.core.problems import Problem
from bot.core.reading.wording import say
from bot.core.screens.forms.inputs import fault_text, form_problem
from bot.core.screens.talks.forms import ACTS, request_screen, talk_form
from bot.core.screens.talks.talks import TALK_FORMS, talk_screen, talks_screen
from bot.core.talks.events import DecideTalk
from bot.core.talks.talks import Talk, find_talk, topic
from bot.teams.presses.action import Action
from bot.teams.turn.call import Call
from dialogs.turn import WorkshopTurn

_TO_OFFERS = (Button("offer_list", label="back_to_offers", primary=True),)


async def _offers(call: Call, turn: WorkshopTurn) -> None:
    """Every talk, for the presser alone."""
    if turn.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
        return
    await call.show(talks_screen(turn.viewer))


async def _offer(call: Call, turn: WorkshopTurn) -> None:
    """One talk, with what the presser may do about it."""
    found = _talk(call, turn)
    if found is None:
        await call.refuse(Problem.NOT_OFFERED, _TO_OFFERS)
    else:
        await call.show(talk_screen(turn.viewer, found))


async def _change_offer(call: Call, turn: WorkshopTurn) -> None:
    """The form that a decision needs."""
    found, form = _talk(call, turn), call.pressed.data.form
    if found is None or form not in TALK_FORMS:
        await call.refuse(Problem.NOT_OFFERED if found is None else Problem.BAD_PRESS, _TO_OFFERS)
    else:
        await call.show(talk_form(turn.viewer, found, form))


async def _decide(call: Call, turn: WorkshopTurn) -> None:
    """Keep the decision. Refused: at the field where it belongs to one, else on the talk as it stands."""
    action, inputs = call.pressed.data.action, call.pressed.inputs
    event = DecideTalk(turn.person, call.item, ACTS[action], inputs)
    step = turn.apply(event)
    found = _talk(call, turn)
    if found is None:
        await call.refuse(Problem.NOT_OFFERED, _TO_OFFERS)
    elif not step.faults:
        title = say(topic(turn.book, found), turn.words.language)
        banner = Said(turn.words(f"talks.decided.{event.act}", title=title))
        await call.show(talks_screen(turn.viewer, banner))
    elif action in TALK_FORMS and not form_problem(step.faults, turn.words):
        await call.show(talk_form(turn.viewer, found, action, call.sent, step.faults))
    else:
        await call.show(talk_screen(turn.viewer, found, fault_text(step.faults[0], turn.words)))


async def _expert_request(call: Call, turn: WorkshopTurn) -> None:
    """The request for an expert: the FM's, in the personal chat alone."""
    found = _talk(call, turn)
    if found is None:
        await call.refuse(Problem.NOT_OFFERED, _TO_OFFERS)
    elif not turn.viewer.is_fm:
        await call.refuse_not_fm(_TO_OFFERS)
    elif not turn.personal:
        await call.refuse(Problem.IN_PERSONAL_CHAT, _TO_OFFERS)
    else:
        await call.show(request_screen(turn.viewer, found))


async def _again(call: Call, turn: WorkshopTurn) -> None:
    await call.show(talks_screen(turn.viewer))


def _talk(call: Call, turn: WorkshopTurn) -> Talk | None:
    return find_talk(turn.picture, call.item)


PRESSES: Mapping[str, Action] = {
    "offers": Action(_offers, shared=True),
    "offer_list": Action(_offers),
    "offer": Action(_offer),
    "change_offer": Action(_change_offer),
    **dict.fromkeys(ACTS, Action(_decide, again=_again)),
    "expert_request": Action(_expert_request),
}
"""Action of a button -> what it does."""

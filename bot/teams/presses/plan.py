"""Presses of the plan: its private view, one item, a new one, and changes of its state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import cards
from bot.core.parts import Button, Said
from bot.core.plan.events import Act, ActOnItem, AddItem
from bot.core.plan.items import Item, find_item, item_is_outlived, item_title, may_change
from bot.core.problems import Fault, Problem
from bot.core.questions.roster import departed
from bot.core.reading.viewer import Viewer
from bot.core.screens.forms.inputs import fault_text, form_problem, sent_values
from bot.core.screens.plan.forms import add_item_form, item_form
from bot.core.screens.plan.plan import ITEM_FORMS, item_screen, plan_screen
from bot.teams.presses.action import Action
from bot.teams.turn.call import Call
from dialogs.press import Press
from dialogs.turn import WorkshopTurn

_ACTS: Mapping[str, Act] = {
    "item_done": "done",
    "item_reopen": "reopen",
    "item_date": "date",
    "item_owner": "owner",
    "item_stuck": "stuck",
    "item_dropped": "dropped",
}
"""Action of a button -> what it does with the item."""
_TO_PLAN = (Button("items", label="back_to_plan", primary=True),)


async def _plan(call: Call, turn: WorkshopTurn) -> None:
    """A page of the plan, for the presser alone."""
    if turn.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
        return
    await call.show(plan_screen(turn.viewer, call.page))


async def _item(call: Call, turn: WorkshopTurn) -> None:
    """One item, with what the presser may do with it."""
    found = _found(call, turn)
    if found is None:
        await call.refuse(Problem.NOT_IN_PLAN, _TO_PLAN)
    else:
        await call.show(item_screen(turn.viewer, found))


async def _add_item(call: Call, turn: WorkshopTurn) -> None:
    """The form for an item of the team's own."""
    if turn.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
        return
    await call.show(add_item_form(turn.viewer, _gone(turn)))


async def _save_item(call: Call, turn: WorkshopTurn) -> None:
    """Keep the new item; refused, the form with what was typed."""
    inputs = call.pressed.inputs
    step = turn.apply(AddItem(turn.person, inputs, _gone(turn)))
    if step.faults:
        await call.show(add_item_form(turn.viewer, _gone(turn), call.sent, step.faults))
        return
    await call.show(plan_screen(turn.viewer, banner=Said(turn.words("plan.added"))))


async def _change_item(call: Call, turn: WorkshopTurn) -> None:
    """The form that an act needs."""
    found, form = _found(call, turn), call.pressed.data.form
    if found is None or form not in ITEM_FORMS:
        await call.refuse(Problem.NOT_IN_PLAN if found is None else Problem.BAD_PRESS, _TO_PLAN)
    elif found.closed or not may_change(turn.engagement, found, turn.person):
        await call.show(item_screen(turn.viewer, found))
    else:
        await call.show(item_form(turn.viewer, found, form, _gone(turn)))


async def _act(call: Call, turn: WorkshopTurn) -> None:
    """Change the item. Refused: at the field where it belongs to one, else on the item as it stands."""
    action, inputs = call.pressed.data.action, call.pressed.inputs
    event = ActOnItem(turn.person, call.item, _ACTS[action], inputs, _gone(turn))
    step = turn.apply(event)
    found = _found(call, turn)
    if found is None:
        await call.refuse(Problem.NOT_IN_PLAN, _TO_PLAN)
    elif not step.faults:
        title = item_title(turn.book, found, turn.words.language)
        outlived = event.act == "done" and item_is_outlived(turn.picture, found)
        words = turn.words
        said = (
            words("plan.acted.done_gap", title=title)
            if outlived
            else words(f"plan.acted.{event.act}", title=title)
        )
        banner = Said(said)
        await call.show(plan_screen(turn.viewer, banner=banner))
    elif action in ITEM_FORMS and not form_problem(step.faults, turn.words):
        form = item_form(turn.viewer, found, action, _gone(turn), call.sent, step.faults)
        await call.show(form)
    else:
        await call.show(item_screen(turn.viewer, found, fault_text(step.faults[0], turn.words)))


async def _again(call: Call, turn: WorkshopTurn) -> None:
    await call.show(plan_screen(turn.viewer))


def _kept_item(viewer: Viewer, press: Press, faults: Sequence[Fault]) -> cards.Screen | None:
    action, sent = press.data.action, sent_values(press.inputs)
    item = find_item(viewer.picture, press.data.item or "")
    return None if item is None else item_form(viewer, item, action, sent=sent, faults=faults)


def _kept_new(viewer: Viewer, press: Press, faults: Sequence[Fault]) -> cards.Screen | None:
    return add_item_form(viewer, sent=sent_values(press.inputs), faults=faults)


def _found(call: Call, turn: WorkshopTurn) -> Item | None:
    return find_item(turn.picture, call.item)


def _gone(turn: WorkshopTurn) -> frozenset[str]:
    return departed(turn.engagement, turn.roster, turn.roster_read) - {turn.person.key}


PRESSES: Mapping[str, Action] = {
    "plan": Action(_plan, shared=True),
    "items": Action(_plan),
    "item": Action(_item, shared=True),
    "open_item": Action(_item),
    "add_item": Action(_add_item, shared=True),
    "save_item": Action(_save_item, again=_again, kept=_kept_new),
    "change_item": Action(_change_item),
    **dict.fromkeys(_ACTS, Action(_act, again=_again)),
    **dict.fromkeys(ITEM_FORMS, Action(_act, again=_again, kept=_kept_item)),
}
"""Action of a button -> what it does."""

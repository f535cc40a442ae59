"""What presses on the plan lead to: its private view, one item, a new one, and what became of it."""

from __future__ import annotations

from bot.core.parts import Button, Said
from bot.core.plan.events import Act, ActOnItem, AddItem
from bot.core.plan.items import Item, find_item, item_is_outlived, item_title, may_change
from bot.core.problems import Problem
from bot.core.questions.parse import clean
from bot.core.questions.roster import departed
from bot.core.screens.forms.inputs import fault_text, form_problem, sent_values
from bot.core.screens.plan.forms import add_item_form, item_form
from bot.core.screens.plan.plan import ITEM_FORMS, item_screen, plan_screen
from bot.core.screens.workshop.workshop import workshop_screen
from bot.teams.turn.call import Call
from dialogs.turn import WorkshopTurn

ACTS: dict[str, Act] = {
    "item_done": "done",
    "item_reopen": "reopen",
    "item_date": "date",
    "item_owner": "owner",
    "item_stuck": "stuck",
    "item_dropped": "dropped",
}
"""Action of a button -> what it does with the item."""
_TO_PLAN = (Button("items", label="back_to_plan", primary=True),)


async def plan(call: Call, turn: WorkshopTurn) -> None:
    """A page of the plan, for the presser alone."""
    if turn.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
        return
    page = clean(call.pressed.inputs.get("page"))
    await call.show(plan_screen(turn.viewer, int(page) if page.isdecimal() and len(page) < 4 else 1))


async def item(call: Call, turn: WorkshopTurn) -> None:
    """One item, with what the presser may do with it."""
    found = _item(call, turn)
    if found is None:
        await call.refuse(Problem.NOT_IN_PLAN, _TO_PLAN)
    else:
        await call.show(item_screen(turn.viewer, found))


async def add_item(call: Call, turn: WorkshopTurn) -> None:
    """The form for an item of the team's own."""
    if turn.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
        return
    await call.show(add_item_form(turn.viewer, _gone(turn)))


async def save_item(call: Call, turn: WorkshopTurn) -> None:
    """Keep the new item; refused, the form with what was typed."""
    inputs = call.pressed.inputs
    step = turn.apply(AddItem(turn.person, inputs, _gone(turn)))
    if step.faults:
        await call.show(add_item_form(turn.viewer, _gone(turn), sent_values(inputs), step.faults))
        return
    await call.show(plan_screen(turn.viewer, banner=Said(turn.words("plan.added"))))


async def change_item(call: Call, turn: WorkshopTurn) -> None:
    """The form that an act needs."""
    found, form = _item(call, turn), call.pressed.data.form
    if found is None or form not in ITEM_FORMS:
        await call.refuse(Problem.NOT_IN_PLAN if found is None else Problem.BAD_PRESS, _TO_PLAN)
    elif found.closed or not may_change(turn.engagement, found, turn.person):
        await call.show(item_screen(turn.viewer, found))
    else:
        await call.show(item_form(turn.viewer, found, form, _gone(turn)))


async def act(call: Call, turn: WorkshopTurn) -> None:
    """Do it. Refused: at the field where it belongs to one, else on the item as it stands."""
    action, inputs = call.pressed.data.action, call.pressed.inputs
    event = ActOnItem(turn.person, call.pressed.data.item or "", ACTS[action], inputs, _gone(turn))
    step = turn.apply(event)
    found = _item(call, turn)
    if found is None:
        await call.refuse(Problem.NOT_IN_PLAN, _TO_PLAN)
    elif not step.faults:
        title = item_title(call.tools.book, found, turn.words.language)
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
        form = item_form(turn.viewer, found, action, _gone(turn), sent_values(inputs), step.faults)
        await call.show(form)
    else:
        await call.show(item_screen(turn.viewer, found, fault_text(step.faults[0], turn.words)))


async def cancel(call: Call, turn: WorkshopTurn) -> None:
    """The launch stays where it was."""
    await call.show(workshop_screen(turn.viewer, turn.words("plan.nothing_changed")))


def _item(call: Call, turn: WorkshopTurn) -> Item | None:
    return find_item(turn.picture, call.pressed.data.item or "")


def _gone(turn: WorkshopTurn) -> frozenset[str]:
    return departed(turn.engagement, turn.roster, turn.roster_read) - {turn.person.key}

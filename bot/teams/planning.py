"""What presses on the plan lead to: its private view, one item, a new one, and what became of it."""

from __future__ import annotations

from bot.core.entries import departed
from bot.core.parse import clean
from bot.core.plan import Item, find_item, item_is_outlived, item_title, may_change
from bot.core.plan_events import Act, ActOnItem, AddItem
from bot.core.problems import Problem
from bot.core.screens.inputs import fault_text, form_problem, sent_values
from bot.core.screens.parts import Button, Said
from bot.core.screens.plan import ITEM_FORMS, item_screen, plan_screen
from bot.core.screens.plan_forms import add_item_form, item_form
from bot.core.screens.workshop import workshop_screen
from bot.teams.call import Call
from dialogs.sitting import Sitting

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


async def plan(call: Call, sitting: Sitting) -> None:
    """A page of the plan, for the presser alone."""
    if sitting.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
        return
    page = clean(call.pressed.inputs.get("page"))
    await call.show(plan_screen(sitting.viewer, int(page) if page.isdecimal() and len(page) < 4 else 1))


async def item(call: Call, sitting: Sitting) -> None:
    """One item, with what the presser may do with it."""
    found = _item(call, sitting)
    if found is None:
        await call.refuse(Problem.NOT_IN_PLAN, _TO_PLAN)
    else:
        await call.show(item_screen(sitting.viewer, found))


async def add_item(call: Call, sitting: Sitting) -> None:
    """The form for an item of the team's own."""
    if sitting.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
        return
    await call.show(add_item_form(sitting.viewer, _gone(sitting)))


async def save_item(call: Call, sitting: Sitting) -> None:
    """Keep the new item; refused, the form with what was typed."""
    inputs = call.pressed.inputs
    step = sitting.take(AddItem(sitting.person, inputs, _gone(sitting)))
    if step.faults:
        await call.show(add_item_form(sitting.viewer, _gone(sitting), sent_values(inputs), step.faults))
        return
    await call.show(plan_screen(sitting.viewer, banner=Said(sitting.words("plan.added"))))


async def change_item(call: Call, sitting: Sitting) -> None:
    """The form that an act needs."""
    found, form = _item(call, sitting), call.pressed.data.form
    if found is None or form not in ITEM_FORMS:
        await call.refuse(Problem.NOT_IN_PLAN if found is None else Problem.BAD_PRESS, _TO_PLAN)
    elif found.closed or not may_change(sitting.engagement, found, sitting.person):
        await call.show(item_screen(sitting.viewer, found))
    else:
        await call.show(item_form(sitting.viewer, found, form, _gone(sitting)))


async def act(call: Call, sitting: Sitting) -> None:
    """Do it. Refused: at the field where it belongs to one, else on the item as it stands."""
    action, inputs = call.pressed.data.action, call.pressed.inputs
    event = ActOnItem(sitting.person, call.pressed.data.item or "", ACTS[action], inputs, _gone(sitting))
    step = sitting.take(event)
    found = _item(call, sitting)
    if found is None:
        await call.refuse(Problem.NOT_IN_PLAN, _TO_PLAN)
    elif not step.faults:
        title = item_title(call.tools.book, found, sitting.words.language)
        outlived = event.act == "done" and item_is_outlived(sitting.picture, found)
        words = sitting.words
        said = (
            words("plan.acted.done_gap", title=title)
            if outlived
            else words(f"plan.acted.{event.act}", title=title)
        )
        banner = Said(said)
        await call.show(plan_screen(sitting.viewer, banner=banner))
    elif action in ITEM_FORMS and not form_problem(step.faults, sitting.words):
        form = item_form(sitting.viewer, found, action, _gone(sitting), sent_values(inputs), step.faults)
        await call.show(form)
    else:
        await call.show(item_screen(sitting.viewer, found, fault_text(step.faults[0], sitting.words)))


async def cancel(call: Call, sitting: Sitting) -> None:
    """The launch stays where it was."""
    await call.show(workshop_screen(sitting.viewer, sitting.words("plan.nothing_changed")))


def _item(call: Call, sitting: Sitting) -> Item | None:
    return find_item(sitting.picture, call.pressed.data.item or "")


def _gone(sitting: Sitting) -> frozenset[str]:
    return departed(sitting.engagement, sitting.roster, sitting.roster_read) - {sitting.person.key}

"""The steps of action items: add one, close it, say what holds it up, move it, pass it on."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from bot.core.clock import utc
from bot.core.engagement import ItemState, Person
from bot.core.plan.events import ActOnItem, AddItem
from bot.core.plan.items import OWN, Item, find_item, may_change
from bot.core.problems import Fault, Problem
from bot.core.questions.changes import Handlers, with_person
from bot.core.questions.entries import BECAUSE, BECAUSE_LIMIT
from bot.core.questions.parse import Entry, parse_all
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster, everybody, people_options
from bot.core.step import RecordLog, Step

ITEM_TITLE, ITEM_OWNER, ITEM_DUE = "title", "owner", "due"
TITLE_LIMIT = 120
MOST_OWN_ITEMS = 100
"""Items of its own that a team may add."""


def item_entries(act: str, people: Roster) -> list[Entry]:
    """The fields of the form for an act, or for "add"."""
    match act:
        case "add":
            title = Entry(ITEM_TITLE, "text", limit=TITLE_LIMIT)
            return [title, *item_entries("owner", people), *item_entries("date", people)]
        case "owner":
            return [Entry(ITEM_OWNER, "person", people_options(people))]
        case "date":
            return [Entry(ITEM_DUE, "date", past="refused")]
        case "stuck" | "dropped":
            return [Entry(BECAUSE, "text", limit=BECAUSE_LIMIT)]
    return []


def _add_item(picture: Picture, event: AddItem, roster: Roster) -> Step:
    """An item of the team's own; the same one twice is one."""
    engagement = picture.engagement
    values, faults = _read(picture, "add", event, roster)
    if faults:
        return Step(engagement, faults=faults)
    own = [key for key in engagement.plan if key.startswith(OWN)]
    wanted = ItemState(title=values[ITEM_TITLE], owner=values[ITEM_OWNER], due=values[ITEM_DUE])
    if any(_unsigned(engagement.plan[key]) == wanted for key in own):
        return Step(engagement)
    if len(own) >= MOST_OWN_ITEMS:
        limit = (("limit", str(MOST_OWN_ITEMS)),)
        return Step(engagement, faults=(Fault(Problem.TOO_MANY_ITEMS, values=limit),))
    return _written(picture, f"{OWN}{len(own) + 1}", wanted, "item_add", event.by)


def _act_on_item(picture: Picture, event: ActOnItem, roster: Roster) -> Step:
    """Apply an act to an item; the same act once more changes nothing."""
    engagement = picture.engagement
    item = find_item(picture, event.item)
    if item is None:
        return Step(engagement, faults=(Fault(Problem.NOT_IN_PLAN),))
    if not may_change(engagement, item, event.by):
        return Step(engagement, faults=(Fault(Problem.NOT_YOUR_ITEM),))
    values, faults = _read(picture, event.act, event, roster)
    if faults:
        return Step(engagement, faults=faults)
    before = engagement.plan.get(item.id, ItemState())
    after = _acted(before, event, values)
    if _unsigned(after) == _unsigned(before) or _says_nothing_new(item, event, values):
        return Step(engagement)
    if item.closed and event.act != "reopen":
        return Step(engagement, faults=(Fault(Problem.OLD_CARD),))
    return _written(picture, item.id, after, f"item_{event.act}", event.by)


def _acted(before: ItemState, event: ActOnItem, values: dict[str, Any]) -> ItemState:
    match event.act:
        case "date":
            return replace(before, due=values[ITEM_DUE])
        case "owner":
            return replace(before, owner=values[ITEM_OWNER])
        case "stuck" | "dropped":
            return replace(before, status=event.act, reason=values[BECAUSE])
        case "done":
            return replace(before, status="done", reason=None)
        case "reopen":
            return replace(before, status="open", reason=None)


def _says_nothing_new(item: Item, event: ActOnItem, values: dict[str, Any]) -> bool:
    """True when a day or an owner is the one that the answers give anyway: then it is not stored again."""
    return (event.act == "date" and values[ITEM_DUE] == item.due and item.agreed) or (
        event.act == "owner" and values[ITEM_OWNER] == item.owner
    )


def _read(
    picture: Picture, act: str, event: AddItem | ActOnItem, roster: Roster
) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    people = {**everybody(picture.engagement, roster), event.by.key: event.by.name}
    entries = item_entries(act, people)
    values, faults = parse_all(entries, event.raw, picture.facts.today)
    owner = values.get(ITEM_OWNER)
    if isinstance(owner, dict) and f"{owner.get('tenant')}/{owner.get('id')}" in event.gone:
        faults = (*faults, Fault(Problem.OWNER_LEFT, ITEM_OWNER))
    return values, faults


def _unsigned(state: ItemState) -> ItemState:
    return replace(state, by="", at="")


def _written(picture: Picture, key: str, state: ItemState, what: str, by: Person) -> Step:
    engagement = picture.engagement
    now = utc(picture.now)
    signed = replace(state, by=by.key, at=now)
    after = replace(
        with_person(engagement, by, picture.now),
        plan={**engagement.plan, key: signed},
        revision=engagement.revision + 1,
        updated=now,
    )
    return Step(after, records=(RecordLog(what, by.key, key, engagement.plan.get(key)),))


HANDLERS: Handlers = {
    AddItem: _add_item,
    ActOnItem: _act_on_item,
}

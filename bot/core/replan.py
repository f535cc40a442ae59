"""How the plan follows the workshop: its rows, and what a moved launch does to its dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from bot.core.events import Step
from bot.core.picture import Picture
from bot.core.plan import Item, items
from bot.core.plan_events import RecordItem
from bot.core.setup import read_setup
from bot.core.urgency import first_needed

MOST_ROWS = 90
"""Rows of items in one transaction, which takes a hundred changes; further ones wait until they change."""


@dataclass(frozen=True, slots=True)
class Redating:
    """What moving the launch from `old` to `new` (ISO days, or "") does to the open items: each that changes
    with its old and its new day; `kept` counts the others. An item may appear ("" as old) or leave the plan.
    """

    old: str
    new: str
    changes: tuple[tuple[Item, str, str], ...]
    kept: int


def redating(picture: Picture, raw: Mapping[str, Any]) -> Redating | None:
    """What saving this setup would do to the plan; None where it moves no launch, cannot be saved, or nothing
    is open."""
    engagement = picture.engagement
    setup, faults = read_setup(picture.book, engagement, raw, picture.facts.today)
    if faults or engagement.status != "running" or setup.launch == engagement.setup.launch:
        return None
    moved = picture.facts.today.isoformat()
    after = Picture(picture.book, replace(engagement, setup=setup, launch_moved=moved), picture.now)
    old = {item.id: item for item in items(picture) if not item.closed}
    new = {item.id: item for item in items(after) if not item.closed}
    if not old and not new:
        return None
    days = {key: (_due(old.get(key)), _due(new.get(key))) for key in {**old, **new}}
    named = {**old, **new}
    changes = tuple((named[key], was, becomes) for key, (was, becomes) in days.items() if was != becomes)
    kept = len(days) - len(changes)
    return Redating(engagement.setup.launch or "", setup.launch or "", changes, kept)


def with_plan(before: Picture, step: Step) -> Step:
    """A step with what it does to the plan: the day of a moved launch, how urgent it
    is now, and the rows of items that changed."""
    after = step.engagement
    if after is before.engagement or not step.records:
        return step
    if after.setup.launch != before.engagement.setup.launch and before.engagement.status != "setup":
        after = replace(after, launch_moved=before.facts.today.isoformat())
    then = Picture(before.book, after, before.now)
    rows, urgent = _rows(before, then), first_needed(then, items(then))
    if urgent != after.urgent:
        after = replace(after, urgent=urgent)
    if not rows and after is step.engagement:
        return step
    return Step(after, step.effects, (*step.records, *rows), step.faults)


def _rows(before: Picture, after: Picture) -> tuple[RecordItem, ...]:
    old = {item.id: item for item in items(before)}
    new = {item.id: item for item in items(after)}
    changed = [RecordItem(key, item) for key, item in new.items() if old.get(key) != item]
    gone = [RecordItem(key, None) for key in old if key not in new]
    return tuple([*changed, *gone][:MOST_ROWS])


def _due(item: Item | None) -> str:
    return item.due if item else ""

"""The effect of a moved launch on the dates of the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from bot.core.plan.items import Item, items
from bot.core.questions.picture import Picture
from bot.core.setup.reading import read_setup


@dataclass(frozen=True, slots=True)
class Redating:
    """The effect on the open items of moving the launch from `old` to `new` (ISO days, or ""): each item that
    changes, with its old and its new day; `kept` counts the others. An item may appear ("" as old) or leave
    the plan.
    """

    old: str
    new: str
    changes: tuple[tuple[Item, str, str], ...]
    kept: int


def redating(picture: Picture, raw: Mapping[str, Any]) -> Redating | None:
    """The effect on the plan of saving this setup; None where it moves no launch, cannot be saved, or no item
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


def _due(item: Item | None) -> str:
    return item.due if item else ""

"""What the owner of action items hears in person: what of theirs is due tomorrow, or was yesterday."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.plan import Item, items
from bot.core.screens.parts import Button, Said, Stamp
from bot.core.screens.plan import ItemLine, item_line
from bot.core.viewer import Viewer

_MOST = 8


@dataclass(frozen=True, slots=True)
class ReminderScreen:
    """`more` items are not shown."""

    stamp: Stamp
    customer: Said
    lines: tuple[ItemLine, ...]
    more: int = 0
    buttons: tuple[Button, ...] = ()


def reminder_screen(viewer: Viewer, ids: Sequence[str]) -> ReminderScreen:
    """These items of the plan, with what helps; a single one can be closed at once."""
    mine = [item for item in items(viewer.picture) if item.id in ids]
    return ReminderScreen(
        stamp=viewer.stamp(),
        customer=Said(viewer.engagement.setup.customer),
        lines=tuple(item_line(viewer, item) for item in mine[:_MOST]),
        more=max(0, len(mine) - _MOST),
        buttons=_buttons(mine),
    )


def _buttons(mine: Sequence[Item]) -> tuple[Button, ...]:
    mute = Button("mute", overflow=True)
    if len(mine) != 1:
        return (Button("items", label="open_plan", primary=True), mute)
    here = (("item", mine[0].id),)
    return (
        Button("item_done", here, primary=True),
        Button("change_item", (*here, ("form", "item_date")), label="item_date"),
        Button("change_item", (*here, ("form", "item_stuck")), label="item_stuck"),
        Button("items", label="open_plan"),
        mute,
    )

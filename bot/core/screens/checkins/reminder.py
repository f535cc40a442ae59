"""The reminder to an owner in person: their action items due the next working day, or the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.parts import Button, Said, Stamp
from bot.core.plan.items import Item, items
from bot.core.reading.viewer import Viewer
from bot.core.screens.plan.plan import ItemLine, item_line, quick_acts

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
        lines=tuple(_line(viewer, item, alone=len(mine) == 1) for item in mine[:_MOST]),
        more=max(0, len(mine) - _MOST),
        buttons=_buttons(mine),
    )


def _line(viewer: Viewer, item: Item, *, alone: bool) -> ItemLine:
    return replace(item_line(viewer, item), acts=() if alone else quick_acts(item))


def _buttons(mine: Sequence[Item]) -> tuple[Button, ...]:
    mute = Button("mute", overflow=True)
    if len(mine) != 1:
        return (Button("items", label="my_actions", primary=True), mute)
    done, *others = quick_acts(mine[0])
    return (replace(done, primary=True), *others, Button("items", label="my_actions"), mute)

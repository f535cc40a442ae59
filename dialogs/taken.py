"""A press that an open dialog takes: which dialog that is, and what the press does in the workshop."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.core.step import Event
from dialogs.press import Press
from dialogs.turn import WorkshopTurn

BegunWith = Mapping[str, str | None]
"""What a dialog is begun with."""


def _without(turn: WorkshopTurn, press: Press) -> BegunWith | None:
    return {}


@dataclass(frozen=True, slots=True)
class Taken:
    """`event` is what the press does; `options` are what the dialog was begun with, None where nothing can
    have waited for this press."""

    dialog: str
    event: Callable[[WorkshopTurn, Press], Event]
    options: Callable[[WorkshopTurn, Press], BegunWith | None] = _without


def apply_press(turn: WorkshopTurn, takes: Mapping[str, Taken]) -> None:
    """Apply what the turn's press does to the workshop."""
    if turn.press is not None:
        turn.apply(takes[turn.press.data.action].event(turn, turn.press))

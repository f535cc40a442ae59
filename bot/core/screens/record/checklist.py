"""A checklist of the FM's: tasks, material, outcomes, or the open points before the end."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.parts import UNSAID, Button, Link, Said, Stamp


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line. `state` is done, todo, or open (nothing to tick); `rest` stands below the title, `notes` are
    text of people there, and a press opens it. `part`: it belongs to one above."""

    title: Said
    state: str
    rest: tuple[str, ...] = ()
    notes: tuple[Said, ...] = ()
    links: tuple[Link, ...] = ()
    press: Button | None = None
    part: bool = False


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """Lines under a heading (texts: check.group.<name>), or behind a button of that name where they are
    `folded`; `more` counts those that did not fit."""

    name: str
    lines: tuple[CheckLine, ...]
    more: int = 0
    folded: bool = False


@dataclass(frozen=True, slots=True)
class ChecklistScreen:
    """`checklist` names it (texts: check.<checklist>.title and .intro); `counted` are done and all, where
    there is something to count."""

    checklist: str
    stamp: Stamp
    customer: Said
    groups: tuple[CheckGroup, ...]
    counted: tuple[int, int] | None = None
    banner: Said = UNSAID
    buttons: tuple[Button, ...] = ()

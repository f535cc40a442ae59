"""Buttons: every press an Action.Execute, with the same as an Action.Submit for older clients."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from bot.core.parts import Button, Stamp
from bot.core.recent import Recent
from bot.core.texts import Words
from cards._kit import Action, ActionSet, Execute, Submit
from cards._text import cut, plain

A = TypeVar("A", bound=Action)
MOST_VISIBLE = 6
"""Buttons that a client shows; the rest go into its menu."""
_LONGEST_TITLE = 80
_ROW = 288
"""Pixels that a row of buttons has on a phone 320 wide."""
_AROUND, _GAP, _LETTER, _MENU = 26, 8, 7.5, 44
"""Pixels of a button besides its letters, between buttons, of a letter on average, and of the menu."""


def press_data(button: Button, stamp: Stamp) -> dict[str, object]:
    """The data that a press sends besides the inputs."""
    return {**action_data(button.action, stamp), **dict(button.data)}


def action_data(action: str, stamp: Stamp) -> dict[str, object]:
    """The data of an action, with a button or without."""
    return {"action": action, **_stamp_data(stamp)}


def _stamp_data(stamp: Stamp) -> dict[str, object]:
    data: dict[str, object] = {"revision": stamp.revision, "workshop": stamp.workshop}
    if stamp.question is not None:
        data["question"] = stamp.question
    if stamp.service is not None:
        data["service"] = stamp.service
    if stamp.engagement is not None:
        data["engagement"] = stamp.engagement
    return data


def press(
    button: Button, stamp: Stamp, title: str, *, style: str | None = None, mode: str | None = None
) -> Execute:
    """One button, with its twin for older clients."""
    shared = {
        "title": title,
        "data": press_data(button, stamp),
        "associated_inputs": "none" if button.bare else None,
        "style": style,
        "mode": mode,
    }
    return Execute(verb=button.action, fallback=Submit(**shared), **shared)


def tap(button: Button, stamp: Stamp, *, twin: bool) -> Execute:
    """The action of a tap on a text, on a card without inputs; without `twin` where space is short."""
    data = press_data(button, stamp)
    return Execute(verb=button.action, data=data, fallback=Submit(data=data) if twin else None)


def title_of(button: Button, words: Words) -> str:
    """The title of a button."""
    return words(f"button.{button.label or button.action}")


def presses(
    buttons: Iterable[Button], stamp: Stamp, words: Words, titles: Iterable[str] = ()
) -> list[Execute]:
    """The buttons of a card: the first primary one is the positive one, what does not fit overflows.

    `titles` stand in the place of the buttons' own; they may be text of people.
    """
    given = iter(titles)
    found: list[Execute] = []
    positive, visible = False, 0
    for button in buttons:
        own = next(given, None)
        title = title_of(button, words) if own is None else plain(cut(own, _LONGEST_TITLE))
        first = button.primary and not positive
        positive = positive or first
        overflow = button.overflow or visible >= MOST_VISIBLE
        visible += not overflow
        mode, style = "secondary" if overflow else None, "positive" if first else None
        found.append(press(button, stamp, title, style=style, mode=mode))
    return found


def rows(actions: Sequence[A]) -> list[list[A]]:
    """Buttons in rows that fit on a phone, because clients squeeze what does not; the menu is last."""
    shown = [one for one in actions if one.mode != "secondary"]
    menu = [one for one in actions if one.mode == "secondary"]
    found: list[list[A]] = []
    left = 0.0
    for place, one in enumerate(shown):
        width = _AROUND + _LETTER * len(one.title)
        after = _GAP + _MENU if menu and place == len(shown) - 1 else 0
        if not found or width + after > left:
            found.append([])
            left = _ROW
        found[-1].append(one)
        left -= width + _GAP
    if menu:
        found = [*found[:-1], [*(found[-1] if found else []), *menu]]
    return found


_Layout = list[list[tuple[str, dict[str, str], Execute]]]
"""Rows of buttons: the action, its own data, and the button with everything that a stamp does not change."""
_recent = Recent(512)
_BLANK = Stamp(0, 0)


def laid_out(buttons: tuple[Button, ...], stamp: Stamp, words: Words) -> list[list[Execute]]:
    """The same buttons in the same rows as `rows(presses(...))`.

    A card has the same buttons each time, and only what they send changes: the rest is kept.
    """
    layout = _recent.get((words,), buttons, lambda: _layout(buttons, words))
    stamped = _stamp_data(stamp)
    return [[made.sending({"action": name, **stamped, **own}) for name, own, made in row] for row in layout]


def _layout(buttons: tuple[Button, ...], words: Words) -> _Layout:
    made = presses(buttons, _BLANK, words)
    own = {id(one): dict(button.data) for button, one in zip(buttons, made, strict=True)}
    return [[(str(one.verb), own[id(one)], one) for one in row] for row in rows(made)]


def action_sets(found: Iterable[Sequence[Action]]) -> list[ActionSet]:
    """Rows of buttons in the body of a card."""
    return [ActionSet(actions=row, spacing="Small" if place else "Large") for place, row in enumerate(found)]

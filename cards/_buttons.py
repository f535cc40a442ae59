"""Buttons: every press an Action.Execute, with the same as an Action.Submit for older clients."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.screens.parts import Button, Stamp
from bot.core.texts import Words
from cards._kit import Execute, Submit
from cards._text import cut, plain

MOST_VISIBLE = 6
"""Buttons that a client shows; the rest go into its menu."""
_LONGEST_TITLE = 80


def press_data(button: Button, stamp: Stamp) -> dict[str, object]:
    """What a press sends besides the inputs."""
    data: dict[str, object] = {
        "action": button.action,
        "revision": stamp.revision,
        "workshop": stamp.workshop,
    }
    if stamp.question is not None:
        data["question"] = stamp.question
    if stamp.service is not None:
        data["service"] = stamp.service
    data.update(button.data)
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
    """What a tap on a text does, on a card without inputs; without `twin` where space is short."""
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

"""The welcome: what the bot is for, what is stored, how to begin. Both languages on one card."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.parts import Button, Stamp


@dataclass(frozen=True, slots=True)
class WelcomeScreen:
    """`languages` in the order in which they stand on the card. In a `personal` chat it says what is found
    there, else who begins the workshop. `days` are those after which a workshop is deleted, by its
    state."""

    languages: tuple[str, ...]
    stamp: Stamp
    buttons: tuple[Button, ...] = ()
    personal: bool = False
    days: tuple[tuple[str, int], ...] = ()

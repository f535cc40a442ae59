"""The welcome: what the bot is for, what is stored, how to begin. All languages on one card."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.parts import Button, Stamp
from bot.core.texts import Words


@dataclass(frozen=True, slots=True)
class WelcomeScreen:
    """`spoken` are the words of each language, in the order in which they stand on the card. In a `personal`
    chat it says what is found there, else who begins the workshop. `days` are those after which a workshop is
    deleted, by its state."""

    spoken: tuple[Words, ...]
    stamp: Stamp
    buttons: tuple[Button, ...] = ()
    personal: bool = False
    days: tuple[tuple[str, int], ...] = ()

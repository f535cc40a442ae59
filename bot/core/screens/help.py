"""Help: what can be typed."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.parts import Button, Stamp
from bot.core.screens.resources import COMMANDS
from bot.core.texts import Words


@dataclass(frozen=True, slots=True)
class HelpScreen:
    """`commands` are (what to type, key of its sentence: texts command.<key>.about)."""

    stamp: Stamp
    commands: tuple[tuple[str, str], ...]
    buttons: tuple[Button, ...] = ()


def help_screen(stamp: Stamp, words: Words) -> HelpScreen:
    """Every command there is, in the order in which it is needed."""
    commands = tuple((words(f"command.{key}.name"), key) for key in COMMANDS)
    return HelpScreen(stamp, commands)

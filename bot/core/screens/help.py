"""Help: the commands that can be typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.parts import Button, Stamp
from bot.core.texts import Words


@dataclass(frozen=True, slots=True)
class HelpScreen:
    """`commands` are (what to type, key of its sentence: texts command.<key>.about)."""

    stamp: Stamp
    commands: tuple[tuple[str, str], ...]
    buttons: tuple[Button, ...] = ()


def help_screen(
    stamp: Stamp, words: Words, commands: Sequence[str], buttons: Sequence[Button] = ()
) -> HelpScreen:
    """These commands, named by the keys of their texts, and the way on."""
    return HelpScreen(stamp, tuple((words(f"command.{key}.name"), key) for key in commands), tuple(buttons))

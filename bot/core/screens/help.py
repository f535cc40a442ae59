"""Help: the commands that concern the reader where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.parts import Button, Stamp
from bot.core.texts import Words

_VARIED = "ssat"
"""The command that does something else for each reader."""


@dataclass(frozen=True, slots=True)
class HelpScreen:
    """`commands` are (what to type, key of its sentence). `more`: the personal chat has further ones."""

    stamp: Stamp
    commands: tuple[tuple[str, str], ...]
    buttons: tuple[Button, ...] = ()
    more: bool = False


def help_screen(
    stamp: Stamp,
    words: Words,
    commands: Sequence[str],
    *,
    leads: bool = True,
    personal: bool = False,
    more: bool = False,
) -> HelpScreen:
    """These commands, named by the keys of their texts, for somebody who `leads` or not."""
    varied = "help.ssat_personal" if personal else "command.ssat.about" if leads else "help.ssat_customer"
    return HelpScreen(
        stamp,
        tuple(
            (words(f"command.{key}.name"), varied if key == _VARIED else f"command.{key}.about")
            for key in commands
        ),
        more=more,
    )

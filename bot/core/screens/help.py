"""Help: the commands that concern the reader where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.parts import Button, Stamp
from bot.core.texts import Words


@dataclass(frozen=True, slots=True)
class HelpScreen:
    """`commands` are (what to type, what it does). `more`: the personal chat has further ones."""

    stamp: Stamp
    commands: tuple[tuple[str, str], ...]
    buttons: tuple[Button, ...] = ()
    more: bool = False


def help_screen(
    stamp: Stamp,
    words: Words,
    commands: Sequence[str],
    buttons: Sequence[Button] = (),
    *,
    leads: bool = True,
    personal: bool = False,
    more: bool = False,
) -> HelpScreen:
    """These commands, named by the keys of their texts, for somebody who `leads` or not, and the way on."""
    about = {key: words(f"command.{key}.about") for key in commands}
    if "ssat" in about and personal:
        about["ssat"] = words("help.ssat_personal")
    elif "ssat" in about and not leads:
        about["ssat"] = words("help.ssat_customer")
    named = tuple((words(f"command.{key}.name"), sentence) for key, sentence in about.items())
    return HelpScreen(stamp, named, tuple(buttons), more=more)

"""The words of the manifest that Teams shows, keyed as its localization files key them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.core.texts import Words

SCOPES: Final = ("team", "groupChat", "personal")
"""The scopes of the bot. Teams wants a list of commands for each: list 0 is the team's, and so on."""

_FIXED: Final = ("name.short", "name.full", "description.short", "description.full")


def strings(words: Words, commands: Sequence[str]) -> dict[str, str]:
    """Every string of one language: names, descriptions, and the commands in the list of each scope."""
    found = {key: words(f"manifest.{key}") for key in _FIXED}
    for number in range(len(SCOPES)):
        for position, command in enumerate(commands):
            place = f"bots[0].commandLists[{number}].commands[{position}]"
            found[f"{place}.title"] = title(words, command)
            found[f"{place}.description"] = app_about(words, command)
    return found


def title(words: Words, command: str) -> str:
    """The name of a command as Teams lists and types it. Its slash menu brings the slash."""
    return words(f"command.{command}.name").removeprefix("/")


def app_about(words: Words, command: str) -> str:
    """The description of a command; in Teams' list it stands alone, so it begins like a sentence."""
    said = words(f"command.{command}.about")
    return said[:1].upper() + said[1:]

"""Resources: what was searched, what was found, and a field to search again."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.screens.parts import Button, Input, Link, Said, Stamp


@dataclass(frozen=True, slots=True)
class ResourcesScreen:
    """`groups` are (heading, links); a heading is a factor's or service's name, "" for the rest.
    `withheld` counts further hits that did not fit."""

    stamp: Stamp
    words: Said
    groups: tuple[tuple[str, tuple[Link, ...]], ...]
    search: Input
    buttons: tuple[Button, ...] = ()
    withheld: int = 0
    commands: tuple[str, ...] = ()  # names of commands that the words may mean

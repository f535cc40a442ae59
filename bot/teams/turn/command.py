"""A command that people can type, and all of them together."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bot.core.questions.parse import clean

RunCommand = Callable[[Any, str], Awaitable[None]]
"""(call, words behind the command). A `Call` knows all commands: its type cannot be known here."""


@dataclass(frozen=True, slots=True)
class Command:
    """`key` names its texts (command.<key>.name and .about); each of `words` calls it, in lower case and
    without the slash. `takes_words` where words may follow it without a slash, too; `picked` where the FM of
    several workshops may pick in the personal chat which one it is about. `for_fm`: it concerns the FM alone;
    `in_person`: it shows itself in the personal chat alone."""

    key: str
    words: tuple[str, ...]
    run: RunCommand
    takes_words: bool = False
    picked: bool = True
    for_fm: bool = False
    in_person: bool = False


class Commands:
    """Some commands, in the order in which help and Teams' menus list them. ValueError where two have the
    same key, or are called by the same word."""

    def __init__(self, commands: Iterable[Command]) -> None:
        self._by_key: dict[str, Command] = {}
        self._by_word: dict[str, Command] = {}
        for command in commands:
            _add(self._by_key, command.key, command)
            for word in command.words:
                _add(self._by_word, word, command)

    def __getitem__(self, key: str) -> Command:
        return self._by_key[key]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of their texts."""
        return tuple(self._by_key)

    def find(self, text: str) -> tuple[Command, str] | None:
        """The command that a text calls, and the rest of the text; None where it calls none.

        With or without a slash, upper or lower case. Without a slash the command must stand alone or be one
        that takes words, so that a sentence that begins with "status" is no command by accident.
        """
        first, _, rest = clean(text).partition(" ")
        command = self._by_word.get(first.removeprefix("/").casefold())
        if command is None:
            return None
        rest = rest.strip()
        called = first.startswith("/") or not rest or command.takes_words
        return (command, rest) if called else None

    def picked(self, key: str) -> Command | None:
        """The command of this key, None where there is none for which a workshop may be picked."""
        command = self._by_key.get(key)
        return command if command is not None and command.picked else None


def _add(known: dict[str, Command], name: str, command: Command) -> None:
    if name in known:
        raise ValueError(f"two commands have the name {name}")
    known[name] = command

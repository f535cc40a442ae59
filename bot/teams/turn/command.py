"""A command that people can type, and all of them together."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bot.core.questions.parse import clean
from bot.core.typed.spelling import in_one_form

_CLOSING = ".,;:!?)]…"
_END = re.compile(rf"[\s{re.escape(_CLOSING)}]+")
"""A command ends at any white space or closing punctuation."""

RunCommand = Callable[[Any, str], Awaitable[None]]
"""(call, words behind the command). A `Call` knows all commands: its type cannot be known here."""


@dataclass(frozen=True, slots=True)
class Command:
    """`key` names its texts (command.<key>.name and .about); each of `words` calls it, in lower case and
    without the slash. `takes_words` where a word may follow it without a slash, too; `picked` where the FM of
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
        self._in_one: dict[str, Command] = {}
        for command in commands:
            _add(self._by_key, command.key, command)
            for word in command.words:
                _add(self._by_word, word, command)
                self._in_one[word.replace("-", "")] = command

    def __getitem__(self, key: str) -> Command:
        return self._by_key[key]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of their texts."""
        return tuple(self._by_key)

    def find(self, text: str) -> tuple[Command, str] | None:
        """The command that a text calls, and the rest of the text; None where it calls none.

        With or without a slash, upper or lower case, with any hyphen. Without a slash the command must stand
        alone, or be one that takes a word and have a single one: a sentence that begins with "status" or
        "language" is no command by accident.
        """
        first, *rest = _END.split(clean(text), maxsplit=1)
        behind = " ".join("".join(rest).split()).rstrip(_CLOSING)
        command = self._called(first)
        if command is None and first.startswith("/") and behind:
            following, *rest = _END.split(behind, maxsplit=1)
            command, behind = self._called(f"{first}-{following}"), "".join(rest)
        if command is None:
            return None
        called = first.startswith("/") or not behind or (command.takes_words and " " not in behind)
        return (command, behind) if called else None

    def _called(self, typed: str) -> Command | None:
        word = in_one_form(typed).removeprefix("/")
        return self._by_word.get(word) or self._in_one.get(word.replace("-", ""))

    def picked(self, key: str) -> Command | None:
        """The command of this key, None where there is none for which a workshop may be picked."""
        command = self._by_key.get(key)
        return command if command is not None and command.picked else None


def _add(known: dict[str, Command], name: str, command: Command) -> None:
    if name in known:
        raise ValueError(f"two commands have the name {name}")
    known[name] = command

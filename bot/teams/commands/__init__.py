"""What people can type, a file a command. The table below is the whole list."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.core.questions.parse import clean
from bot.teams.commands import (
    check_in,
    complete,
    export,
    language,
    next_steps,
    plan,
    portfolio,
    resources,
    ssat,
    status,
    tasks,
)
from bot.teams.commands import help as help_command
from bot.teams.turn.call import Call

Command = Callable[[Call, str], Awaitable[None]]

COMMANDS: dict[str, tuple[tuple[str, ...], Command]] = {
    "ssat": (("ssat",), ssat.run),
    "next_steps": (("next-steps", "naechste-schritte", "nächste-schritte"), next_steps.run),
    "plan": (("plan",), plan.run),
    "check_in": (("check-in",), check_in.run),
    "status": (("status",), status.run),
    "resources": (("resources", "ressourcen"), resources.run),
    "tasks": (("tasks", "aufgaben"), tasks.run),
    "complete": (("complete", "abschluss"), complete.run),
    "portfolio": (("portfolio",), portfolio.run),
    "language": (("language", "sprache"), language.run),
    "export": (("export",), export.run),
    "help": (("help", "hilfe"), help_command.run),
}
"""Key of its texts -> (the words that call it, without the slash), what it does."""

_BY_WORD = {word: key for key, (words, _) in COMMANDS.items() for word in words}


def find_command(text: str) -> tuple[str, str] | None:
    """The command that a text calls, and the rest of the text; None where it calls none.

    With or without a slash, upper or lower case. Without a slash the command must stand alone or be one
    that takes words, so that a sentence that begins with "status" is no command by accident.
    """
    first, _, rest = clean(text).partition(" ")
    key = _BY_WORD.get(first.removeprefix("/").casefold())
    if key is None:
        return None
    rest = rest.strip()
    takes_words = key in ("resources", "language")
    return (key, rest) if first.startswith("/") or not rest or takes_words else None


async def run_command(call: Call, key: str, rest: str) -> None:
    """Run a command by the key of its texts."""
    await COMMANDS[key][1](call, rest)

"""/help: what can be typed."""

from bot.core.screens.help import help_screen
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command


async def _run(call: Call, rest: str) -> None:
    """Reply with every command there is."""
    await call.show(help_screen(call.stamp, call.words, call.tools.commands.keys))


COMMAND = Command("help", ("help", "hilfe"), _run)

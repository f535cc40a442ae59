"""/help: what can be typed."""

from bot.core.parts import Button
from bot.core.screens.help import help_screen
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command


async def _run(call: Call, rest: str) -> None:
    """Reply with every command there is."""
    buttons = (Button("my_questions", primary=True),) if _is_here(call) else ()
    await call.show(help_screen(call.stamp, call.words, call.tools.commands.keys, buttons))


def _is_here(call: Call) -> bool:
    """True where this conversation has a workshop of its own."""
    return call.turn is not None and call.turn.engagement.channel == call.incoming.conversation


COMMAND = Command("help", ("help", "hilfe"), _run)

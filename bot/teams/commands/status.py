"""/status: the progress of the workshop."""

from bot.core.questions.lasting import STATUS_CARD
from bot.core.screens.workshop.status import status_screen
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command
from bot.teams.turn.pick import workshop_of


async def _run(call: Call, rest: str) -> None:
    """Reply with every question's state."""
    if await workshop_of(call, COMMAND.key):
        await call.show_lasting(STATUS_CARD, status_screen(call.viewer, await call.in_doubt()))


COMMAND = Command("status", ("status",), _run)

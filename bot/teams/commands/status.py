"""/status: where the workshop stands."""

from bot.core.screens.workshop.status import status_screen
from bot.teams.commands.pick import workshop_of
from bot.teams.turn.call import Call


async def run(call: Call, rest: str) -> None:
    """Reply with every question's state."""
    if await workshop_of(call, "status"):
        await call.show(status_screen(call.viewer))

"""/status: where the workshop stands."""

from bot.core.screens.status import status_screen
from bot.teams.call import Call
from bot.teams.commands.pick import workshop_of


async def run(call: Call, rest: str) -> None:
    """Reply with every question's state."""
    if await workshop_of(call, "status"):
        await call.show(status_screen(call.viewer))

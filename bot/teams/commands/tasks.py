"""/tasks: the FTOP tasks of the workshop, for the FM."""

from bot.teams.commands.privately import fm_alone
from bot.teams.turn.call import Call


async def run(call: Call, rest: str) -> None:
    """Reply with the tasks where only the FM reads them; in the channel with a button that opens them."""
    await fm_alone(call, "tasks")

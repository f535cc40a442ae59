"""/portfolio: all workshops of an FM, in their personal chat."""

from bot.teams.presses.workshop import show_portfolio
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command


async def _run(call: Call, rest: str) -> None:
    """Reply with the first page."""
    await show_portfolio(call)


COMMAND = Command("portfolio", ("portfolio",), _run)

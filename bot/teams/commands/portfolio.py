"""/portfolio: all workshops of an FM, in their personal chat."""

from bot.teams.turn.call import Call
from bot.teams.turn.command import Command
from bot.teams.turn.home import show_portfolio


async def _run(call: Call, rest: str) -> None:
    """Reply with the first page."""
    await show_portfolio(call)


COMMAND = Command("portfolio", ("portfolio",), _run, for_fm=True, in_person=True)

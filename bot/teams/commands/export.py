"""/export: what an FM can take away, in the personal chat."""

from bot.core.problems import Problem
from bot.teams.commands.pick import workshop_of
from bot.teams.presses.files import take_away
from bot.teams.turn.call import Call


async def run(call: Call, rest: str) -> None:
    """Reply with the files there are; elsewhere than in the personal chat it is said where."""
    if call.incoming.scope != "personal":
        await call.refuse(Problem.FILES_IN_PERSONAL_CHAT)
    elif await workshop_of(call, "export"):
        await take_away(call, call.here)

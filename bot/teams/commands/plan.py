"""/plan: who does what by when."""

from bot.core.problems import Problem
from bot.core.questions.lasting import PLAN_CARD
from bot.core.screens.plan.plan import plan_screen
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command
from bot.teams.turn.pick import workshop_of


async def _run(call: Call, rest: str) -> None:
    """Reply with the plan; there is none before the workshop is set up."""
    if not await workshop_of(call, COMMAND.key):
        return
    if call.here.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
    else:
        await call.show_lasting(PLAN_CARD, plan_screen(call.viewer))


COMMAND = Command("plan", ("plan",), _run)

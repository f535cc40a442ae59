"""/export: what an FM can take away, in the personal chat."""

from bot.core.problems import Problem
from bot.teams.presses.files import show_files
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command
from bot.teams.turn.pick import workshop_of


async def _run(call: Call, rest: str) -> None:
    """Reply with the files there are; elsewhere than in the personal chat the FM is told where, and anybody
    else who the FM is."""
    if call.incoming.scope == "personal":
        if await workshop_of(call, COMMAND.key):
            await show_files(call, call.here)
    elif call.leads:
        await call.refuse(Problem.FILES_IN_PERSONAL_CHAT)
    elif await workshop_of(call, COMMAND.key):
        engagement = call.here.engagement
        problem = Problem.NOT_SET_UP if engagement.status == "setup" else Problem.FILES_FOR_FM
        await call.refuse(problem, fm=call.viewer.name(engagement.fm))


COMMAND = Command("export", ("export",), _run, for_fm=True, in_person=True)

"""/export: what an FM can take away, in the personal chat."""

from bot.core.problems import Problem
from bot.core.reading.wording import name_of
from bot.teams.presses.files import show_files
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command
from bot.teams.turn.pick import workshop_of


async def _run(call: Call, rest: str) -> None:
    """Reply with the files there are; elsewhere than in the personal chat the FM is told where, and anybody
    else who the FM is."""
    if call.incoming.scope != "personal" and call.turn is not None and not call.leads:
        engagement = call.turn.engagement
        await call.refuse(Problem.FILES_FOR_FM, fm=name_of(engagement, engagement.fm))
    elif call.incoming.scope != "personal" and not call.leads:
        await call.refuse_no_workshop()
    elif call.incoming.scope != "personal":
        await call.refuse(Problem.FILES_IN_PERSONAL_CHAT)
    elif await workshop_of(call, COMMAND.key):
        await show_files(call, call.here)


COMMAND = Command("export", ("export",), _run, for_fm=True, in_person=True)

"""/check-in: when the next check-in is; the FM sets the series in a private view."""

from bot.core.screens.check_in import check_in_notice, check_in_view
from bot.teams.call import Call
from bot.teams.check_ins import has_check_ins, may_lead
from bot.teams.commands.pick import workshop_of


async def run(call: Call, rest: str) -> None:
    """Reply with the FM's view where only the FM reads it, else with what all may know."""
    if not await workshop_of(call, "check_in"):
        return
    sitting = call.here
    if not call.private:
        if await has_check_ins(call, sitting):
            await call.show(check_in_notice(call.viewer))
    elif await may_lead(call, sitting):
        await call.show(check_in_view(sitting.viewer))

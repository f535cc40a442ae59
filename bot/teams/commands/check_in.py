"""/check-in: when the next check-in is; the FM sets the series in a private view."""

from bot.core.screens.checkins.check_in import check_in_notice, check_in_view
from bot.teams.commands.pick import workshop_of
from bot.teams.presses.checkins import has_check_ins, may_lead
from bot.teams.turn.call import Call


async def run(call: Call, rest: str) -> None:
    """Reply with the FM's view where only the FM reads it, else with what all may know."""
    if not await workshop_of(call, "check_in"):
        return
    turn = call.here
    if not call.private:
        if await has_check_ins(call, turn):
            await call.show(check_in_notice(call.viewer))
    elif await may_lead(call, turn):
        await call.show(check_in_view(turn.viewer))

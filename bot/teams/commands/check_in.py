"""/check-in: when the next check-in is; the FM sets the series in a private view."""

from bot.core.screens.checkins.check_in import check_in_notice
from bot.teams.presses.checkins import has_check_ins, show_check_in
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command
from bot.teams.turn.pick import workshop_of


async def _run(call: Call, rest: str) -> None:
    """Reply with the FM's view where only the FM reads it, else with what all may know."""
    if not await workshop_of(call, COMMAND.key):
        return
    if call.private and call.leads:
        await show_check_in(call, call.here)
    elif await has_check_ins(call, call.here):
        await call.show(check_in_notice(call.viewer))


COMMAND = Command("check_in", ("check-in",), _run)

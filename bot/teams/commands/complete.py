"""/complete: what is still open, and the end of the workshop, for the FM."""

from bot.core.parts import Button
from bot.core.screens.choose import ChooseScreen
from bot.core.workshop.start import OVER
from bot.teams.commands.privately import fm_alone
from bot.teams.presses.record import show_completing
from bot.teams.presses.workshop import offer_next
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command
from bot.teams.turn.pick import workshop_of


async def _run(call: Call, rest: str) -> None:
    """Reply with what is open where only the FM reads it; in the channel with a button that opens it. One
    that is over already is offered to look at."""
    if not await workshop_of(call, COMMAND.key):
        return
    if call.here.engagement.status in OVER and call.here.viewer.is_fm:
        await offer_next(call)
        return
    open_it = (Button("completing", primary=True),)
    await fm_alone(call, show_completing, ChooseScreen("completing", call.stamp, buttons=open_it))


COMMAND = Command("complete", ("complete", "abschluss"), _run, for_fm=True)

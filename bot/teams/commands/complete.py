"""/complete: what is still open, and the end of the workshop, for the FM."""

from bot.core.workshop.start import OVER
from bot.teams.commands.pick import workshop_of
from bot.teams.commands.privately import fm_alone
from bot.teams.commands.ssat import offer_next
from bot.teams.turn.call import Call


async def run(call: Call, rest: str) -> None:
    """Reply with what is open where only the FM reads it; in the channel with a button that opens it. One
    that is over already is offered to look at."""
    if not await workshop_of(call, "complete"):
        return
    if call.here.engagement.status in OVER and call.here.viewer.is_fm:
        await offer_next(call)
    else:
        await fm_alone(call, "completing")

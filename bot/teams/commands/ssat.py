"""/ssat: starts a workshop in this channel, or brings its card to where people are."""

from bot.core.workshop.start import OVER, move
from bot.teams.presses.workshop import offer_next, start_workshop
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command


async def _run(call: Call, rest: str) -> None:
    """Start, move, or after the end ask which workshop is meant."""
    if call.turn is None or call.turn.engagement.status == "gone":
        await start_workshop(call)
    elif call.turn.engagement.status in OVER:
        await offer_next(call)
    else:
        engagement = call.turn.engagement
        step = move(engagement, call.incoming.person, call.reference, call.now)
        call.turn.engagement = step.engagement
        call.turn.effects += step.effects
        call.turn.records += step.records


# The card of a workshop that was picked in the personal chat would move there.
COMMAND = Command("ssat", ("ssat",), _run, picked=False)

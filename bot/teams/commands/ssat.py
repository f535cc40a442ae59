"""/ssat: starts a workshop in this channel, or brings its card to where people are; in person, the home."""

from bot.core.problems import Problem
from bot.core.screens.notice import NoticeScreen
from bot.core.workshop.start import OVER, move
from bot.teams.presses.workshop import offer_next, start_workshop
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command
from bot.teams.turn.home import show_first


async def _run(call: Call, rest: str) -> None:
    """Start, move, or after the end ask which workshop is meant; in the personal chat show what is there.
    Only the FM moves the card: anybody else is led to their questions."""
    if call.incoming.scope == "personal":
        await show_first(call)
    elif call.turn is None:
        await start_workshop(call)
    elif call.turn.engagement.status in OVER:
        await offer_next(call)
    elif not call.leads and call.turn.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
    elif not call.leads:
        fm = call.viewer.name(call.turn.engagement.fm)
        await call.show(NoticeScreen("already_here", call.stamp, (("fm", fm),), buttons=call.ways_on))
    else:
        engagement = call.turn.engagement
        step = move(engagement, call.incoming.person, call.reference, call.now)
        call.turn.engagement = step.engagement
        call.turn.effects += step.effects
        call.turn.records += step.records


# The card of a workshop that was picked in the personal chat would move there.
COMMAND = Command("ssat", ("ssat",), _run, picked=False)

"""/ssat: starts a workshop in this channel, or brings its card to where people are; in person, the home."""

from bot.core.problems import Problem
from bot.core.reading.taken_out import led_by_nobody
from bot.core.screens.notice import NoticeScreen
from bot.core.setup.events import TakeOver
from bot.core.workshop.start import OVER, move
from bot.teams.presses.workshop import offer_next, start_workshop
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command
from bot.teams.turn.home import show_first
from dialogs.turn import WorkshopTurn


async def _run(call: Call, rest: str) -> None:
    """Start, move, or after the end ask which workshop is meant; in the personal chat show what is there.
    Only the FM moves the card: anybody else is led to their questions. Where the FM was forgotten, whoever
    may lead takes it over."""
    if call.incoming.scope == "personal":
        await show_first(call)
    elif call.turn is None:
        await start_workshop(call)
    elif call.turn.engagement.status in OVER:
        await offer_next(call)
    elif led_by_nobody(call.turn.engagement) and call.tools.settings.is_fm(call.incoming.person):
        call.turn.apply(TakeOver(call.turn.person))
        _move(call, call.turn)
    elif not call.leads and call.turn.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
    elif not call.leads:
        fm = call.viewer.name(call.turn.engagement.fm)
        await call.show(NoticeScreen("already_here", call.stamp, (("fm", fm),), buttons=call.ways_on))
    else:
        _move(call, call.turn)


def _move(call: Call, turn: WorkshopTurn) -> None:
    """The card comes to this post."""
    step = move(turn.engagement, call.incoming.person, call.reference, call.now)
    turn.engagement = step.engagement
    turn.effects += step.effects
    turn.records += step.records


# The card of a workshop that was picked in the personal chat would move there.
COMMAND = Command("ssat", ("ssat",), _run, picked=False)

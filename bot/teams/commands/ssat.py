"""/ssat: starts a workshop in this channel, or brings its card to where people are."""

from __future__ import annotations

from bot.core.parts import Button
from bot.core.problems import Problem
from bot.core.screens.choose import ChooseScreen
from bot.core.screens.notice import NoticeScreen
from bot.core.workshop.start import OVER, Client, move, start
from bot.teams.turn.call import Call


async def run(call: Call, rest: str) -> None:
    """Start, move, or after the end ask which workshop is meant."""
    if call.turn is None:
        await start_workshop(call)
    elif call.turn.engagement.status in OVER and call.turn.engagement.status != "gone":
        await offer_next(call)
    elif call.turn.engagement.status == "gone":
        await start_workshop(call)
    else:
        engagement = call.turn.engagement
        step = move(engagement, call.incoming.person, call.reference, call.now)
        call.turn.engagement = step.engagement
        call.turn.effects += step.effects
        call.turn.records += step.records


async def offer_next(call: Call) -> None:
    """This workshop is over: a new one, or a look at it. A new one begins where the old one was."""
    if call.here.engagement.channel != call.incoming.conversation:
        look = Button("overview", primary=True)
        await call.show(ChooseScreen("finished_elsewhere", call.stamp, buttons=(look,)))
        return
    buttons = (Button("new_workshop", primary=True), Button("overview"))
    await call.show(ChooseScreen("finished_workshop", call.stamp, buttons=buttons))


async def start_next(call: Call) -> None:
    """The channel's next workshop. The press may come twice or from an old card: where one is open, the
    presser is led to that."""
    incoming = call.incoming
    if call.turn is not None and call.turn.engagement.channel != incoming.conversation:
        await offer_next(call)
        return
    present = await call.tools.engagements.current(incoming.tenant, incoming.conversation)
    if present is None or present.engagement.status in OVER:
        call.before, call.turn = present, call.sit(present) if present else None
        if not await start_workshop(call):
            return
    await call.show(NoticeScreen("next_workshop", call.stamp))


async def start_workshop(call: Call) -> bool:
    """A new workshop of this channel, for somebody who may be an FM; False where the person was refused."""
    incoming, tools = call.incoming, call.tools
    if not tools.settings.is_fm(incoming.person):
        await call.refuse(Problem.NO_FM)
        return False
    before = call.turn.engagement if call.turn else None
    client = Client(incoming.locale or "", incoming.time_zone or "")
    step = start(tools.book, incoming.person, incoming.conversation, call.reference, client, call.now, before)
    call.before = None
    call.turn = call.sit(tools.engagements.new(step.engagement))
    call.turn.effects += step.effects
    call.turn.records += step.records
    return True

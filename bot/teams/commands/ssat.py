"""/ssat: starts a workshop in this channel, or brings its card to where people are."""

from __future__ import annotations

from bot.core.problems import Problem
from bot.core.screens.choose import ChooseScreen
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.parts import Button
from bot.core.start import OVER, Client, move, start
from bot.teams.call import Call


async def run(call: Call, rest: str) -> None:
    """Start, move, or after the end ask which workshop is meant."""
    if call.sitting is None:
        await start_workshop(call)
    elif call.sitting.engagement.status in OVER and call.sitting.engagement.status != "gone":
        await offer_next(call)
    elif call.sitting.engagement.status == "gone":
        await start_workshop(call)
    else:
        engagement = call.sitting.engagement
        step = move(engagement, call.incoming.person, call.reference, call.now)
        call.sitting.engagement = step.engagement
        call.sitting.effects += step.effects
        call.sitting.records += step.records


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
    if call.sitting is not None and call.sitting.engagement.channel != incoming.conversation:
        await offer_next(call)
        return
    present = await call.tools.ledger.current(incoming.tenant, incoming.conversation)
    if present is None or present.engagement.status in OVER:
        call.before, call.sitting = present, call.sit(present.engagement) if present else None
        if not await start_workshop(call):
            return
    await call.show(NoticeScreen("next_workshop", call.stamp))


async def start_workshop(call: Call) -> bool:
    """A new workshop of this channel, for somebody who may be an FM; False where the person was refused."""
    incoming, tools = call.incoming, call.tools
    if not tools.settings.is_fm(incoming.person):
        await call.refuse(Problem.NO_FM)
        return False
    before = call.sitting.engagement if call.sitting else None
    client = Client(incoming.locale or "", incoming.time_zone or "")
    step = start(tools.book, incoming.person, incoming.conversation, call.reference, client, call.now, before)
    call.before = None
    call.sitting = call.sit(step.engagement)
    call.sitting.effects += step.effects
    call.sitting.records += step.records
    return True

"""Presses that lead through a workshop, its overviews, the FM's menu; to another one, and to the next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import cards
from bot.core.engagement import Engagement
from bot.core.parts import Button
from bot.core.people.events import Stop
from bot.core.problems import Problem
from bot.core.questions.parse import clean
from bot.core.questions.picture import Picture
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import name_of
from bot.core.screens.choose import ChooseScreen
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.workshop.lead import lead_form
from bot.core.screens.workshop.next_steps import next_steps_screen
from bot.core.screens.workshop.portfolio import PAGE, engagement_overview, page_of, portfolio_screen
from bot.core.screens.workshop.status import status_screen
from bot.core.screens.workshop.summary import summary_screen
from bot.core.screens.workshop.workshop import workshop_screen
from bot.core.workshop.path_finder import Place, next_for
from bot.core.workshop.start import OVER, Client, start
from bot.teams.presses.action import Action, Anywhere
from bot.teams.turn.call import Call
from dialogs.runner import begin_dialog, run_dialogs
from dialogs.setup import SETUP
from dialogs.turn import WorkshopTurn, card_activity


async def _my_questions(call: Call, turn: WorkshopTurn) -> None:
    await run_dialogs(call.tools.dialogs, call.context)


async def _lead(call: Call, turn: WorkshopTurn) -> None:
    """The FM's menu, or the setup where that comes first; anybody else is told who the FM is."""
    if not turn.viewer.is_fm:
        fm = name_of(turn.engagement, turn.engagement.fm)
        await call.show(workshop_screen(turn.viewer, turn.words("banner.fm_is", fm=fm)))
    elif next_for(turn.picture, turn.person.key).place in (Place.SETUP, Place.DECISION):
        await begin_dialog(call.tools.dialogs, call.context, SETUP)
    else:
        await call.show(lead_form(turn.viewer))


async def _later(call: Call, turn: WorkshopTurn) -> None:
    turn.apply(Stop(turn.person))
    elsewhere = turn.engagement.reference.conversation != call.incoming.conversation
    if elsewhere and turn.viewer.is_fm:
        # From the portfolio: back to where the FM came from.
        await call.show(engagement_overview(turn.viewer))
    else:
        await call.show(workshop_screen(turn.viewer, turn.words("banner.later")))


async def _overview(call: Call, turn: WorkshopTurn) -> None:
    await call.show(status_screen(turn.viewer))


async def _summary(call: Call, turn: WorkshopTurn) -> None:
    await call.show(summary_screen(turn.viewer))


async def _next_steps(call: Call, turn: WorkshopTurn) -> None:
    await call.show(next_steps_screen(turn.viewer))


async def _resources(call: Call) -> None:
    await call.show_resources(clean(call.pressed.inputs.get("words")))


async def _help(call: Call) -> None:
    await call.tools.commands["help"].run(call, "")


async def _speak(call: Call) -> None:
    """Change the language once that is confirmed."""
    await call.tools.commands["language"].run(call, call.item)


async def _pick(call: Call) -> None:
    """Go on in the workshop that was picked: with its overview, or the command for which it was picked."""
    data, known = call.pressed.data, call.tools.commands
    if not data.engagement or not await call.take_up(data.engagement):
        await call.refuse_no_workshop()
    elif data.command == "engagement":
        await call.show(engagement_overview(call.viewer))
    else:
        picked = known.picked(data.command or "") or known["status"]
        await picked.run(call, clean(call.pressed.inputs.get("typed")))


async def _portfolio(call: Call) -> None:
    await show_portfolio(call, call.page)


async def show_portfolio(call: Call, wanted: int = 1) -> None:
    """Reply with a page of the FM's workshops; elsewhere than in the personal chat say where it is shown,
    because others read there.

    It takes one query of the index, and one read for each workshop on the page. What the index says of a
    workshop is a hint: one that is somebody else's by now is left out.
    """
    if call.incoming.scope != "personal":
        await call.show(NoticeScreen("portfolio_elsewhere", call.stamp))
        return
    tools, person = call.tools, call.incoming.person
    keys = await tools.engagements.portfolio.all_of_fm(person.key)
    page, _ = page_of(len(keys), wanted)
    loaded = [await tools.engagements.load(key) for key in keys[(page - 1) * PAGE : page * PAGE]]
    mine = [one for one in loaded if one is not None and one.engagement.fm == person.key]
    words = tools.texts.words(_language(call, [one.engagement for one in mine]))
    pictures = [Picture(one.book, one.engagement, call.now) for one in mine]
    viewers = [Viewer(one, words, person, personal=True) for one in pictures]
    screen = portfolio_screen(viewers, len(keys), page)
    await call.context.send_activity(card_activity(cards.render(screen, words)))


def _language(call: Call, mine: Sequence[Engagement]) -> str | None:
    """The language that the person chose in a workshop, else their client's, else that of a workshop."""
    known = [one.people[one.fm].language for one in mine if one.fm in one.people]
    chosen = next(filter(None, known), None)
    return chosen or call.incoming.locale or next((one.setup.language for one in mine), None)


async def offer_next(call: Call) -> None:
    """This workshop is over: a new one, or a look at it. A new one begins where the old one was."""
    if call.here.engagement.channel != call.incoming.conversation:
        look = Button("overview", primary=True)
        await call.show(ChooseScreen("finished_elsewhere", call.stamp, buttons=(look,)))
        return
    buttons = (Button("new_workshop", primary=True), Button("overview"))
    await call.show(ChooseScreen("finished_workshop", call.stamp, buttons=buttons))


async def _new_workshop(call: Call) -> None:
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


PRESSES: Mapping[str, Action | Anywhere] = {
    "my_questions": Action(_my_questions, shared=True),
    "lead": Action(_lead, shared=True),
    "overview": Action(_overview, shared=True),
    "summary": Action(_summary),
    "next_steps": Action(_next_steps),
    "later": Action(_later),
    "resources": Anywhere(_resources),
    "help": Anywhere(_help),
    "speak": Anywhere(_speak),
    "pick": Anywhere(_pick),
    "portfolio": Anywhere(_portfolio),
    "new_workshop": Anywhere(_new_workshop),
}
"""Action of a button -> what it does."""

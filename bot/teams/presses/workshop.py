"""Presses that lead through a workshop, its overviews, the FM's menu; to another one, and to the next one."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.answers.events import AskLast
from bot.core.parts import Button, Stamp
from bot.core.people.events import Stop
from bot.core.problems import Problem
from bot.core.questions.changes import with_teams_id
from bot.core.questions.parse import clean
from bot.core.reading.wording import name_of
from bot.core.screens.choose import ChooseScreen
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.workshop.closing import ask_last_form
from bot.core.screens.workshop.lead import lead_form
from bot.core.screens.workshop.next_steps import next_steps_screen
from bot.core.screens.workshop.portfolio import engagement_overview
from bot.core.screens.workshop.status import status_screen
from bot.core.screens.workshop.summary import summary_screen
from bot.core.screens.workshop.workshop import workshop_screen
from bot.core.workshop.path_finder import Place, next_for
from bot.core.workshop.start import OVER, Client, start
from bot.teams.presses.action import TO_QUESTIONS, Action, Anywhere
from bot.teams.turn.call import Call
from bot.teams.turn.home import show_home, show_portfolio
from dialogs.runner import begin_dialog, run_dialogs
from dialogs.setup import SETUP
from dialogs.turn import WorkshopTurn


async def _my_questions(call: Call, turn: WorkshopTurn) -> None:
    """The person's next question; the one that the button names comes first where it is theirs."""
    named = call.asked
    if named is not None and named in turn.picture.queue(turn.person.key):
        await turn.show_question(call.context, named)
    else:
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


async def _before_last(call: Call, turn: WorkshopTurn) -> None:
    """Say how many questions are open, before the FM asks the last one."""
    await (call.show(ask_last_form(turn.viewer)) if turn.viewer.is_fm else _lead(call, turn))


async def _ask_last(call: Call, turn: WorkshopTurn) -> None:
    step = turn.apply(AskLast(turn.person))
    if step.faults:
        await call.refuse_faults(step.faults, TO_QUESTIONS)
    else:
        await call.show(lead_form(turn.viewer))


async def _later(call: Call, turn: WorkshopTurn) -> None:
    turn.apply(Stop(turn.person))
    elsewhere = turn.engagement.reference.conversation != call.incoming.conversation
    if elsewhere and turn.viewer.is_fm:
        # From the portfolio: back to where the FM came from.
        await call.show(engagement_overview(turn.viewer))
    elif elsewhere and turn.personal:
        await show_home(call, banner=turn.words("banner.later_at_home"))
    else:
        await call.show(workshop_screen(turn.viewer, turn.words("banner.later")))


async def _overview(call: Call, turn: WorkshopTurn) -> None:
    await call.show(status_screen(turn.viewer, await call.in_doubt()))


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
        await call.show(engagement_overview(call.viewer) if call.leads else workshop_screen(call.viewer))
    else:
        picked = known.picked(data.command or "") or known["status"]
        await picked.run(call, clean(call.pressed.inputs.get("typed")))


async def _portfolio(call: Call) -> None:
    await show_portfolio(call, call.page)


async def _home(call: Call) -> None:
    await show_home(call, call.page)


async def _rehearse(call: Call) -> None:
    """Ask once more: a workshop in the personal chat is a rehearsal. One that is open is shown instead."""
    if await _rehearsal(call):
        await call.show(engagement_overview(call.viewer))
        return
    buttons = (Button("rehearse_here", primary=True), Button("home"))
    await call.show(ChooseScreen("rehearse", Stamp(0, 0), buttons=buttons))


async def _rehearse_here(call: Call) -> None:
    """Begin the rehearsal, unless one is open."""
    if call.incoming.scope != "personal":
        await call.refuse(Problem.BAD_PRESS)
    elif await _rehearsal(call):
        await call.show(engagement_overview(call.viewer))
    elif await start_workshop(call):
        await call.show(NoticeScreen("rehearsing", call.stamp))


async def _rehearsal(call: Call) -> bool:
    """True where the person's rehearsal is open here, and the turn is about it now; else it is about none."""
    incoming = call.incoming
    present = await call.tools.engagements.current(incoming.tenant, incoming.conversation)
    is_open = present is not None and present.engagement.status not in OVER
    if present is None or not is_open or not await call.take_up(present.engagement.id):
        call.before = call.turn = None
        return False
    return True


async def offer_next(call: Call) -> None:
    """This workshop is over: a new one, or a look at it. A new one begins where the old one was, by somebody
    who may."""
    mine = call.here.viewer.is_fm and call.here.engagement.status == "completed"
    reopen = (Button("reopen"),) if mine else ()
    if call.here.engagement.channel != call.incoming.conversation:
        look = Button("overview", primary=True)
        await call.show(ChooseScreen("finished_elsewhere", call.stamp, buttons=(look, *reopen)))
        return
    if not call.tools.settings.is_fm(call.incoming.person):
        look = Button("overview", primary=True)
        await call.show(ChooseScreen("finished_for_all", call.stamp, buttons=(look,)))
        return
    buttons = (Button("new_workshop", primary=True), Button("overview"), *reopen)
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
    # One that was discarded is not found any more, but its number is taken.
    latest = await tools.engagements.latest(incoming.tenant, incoming.conversation)
    before = latest.engagement if latest else None
    client = Client(incoming.locale or "", incoming.time_zone or "", incoming.country, incoming.local_time)
    place, passed = incoming.conversation, tools.engagements.passed(incoming.tenant, incoming.conversation)
    step = start(tools.book, incoming.person, place, call.reference, client, call.now, before, passed)
    call.before = None
    begun = with_teams_id(step.engagement, incoming.person, incoming.teams_id)
    call.turn = call.sit(tools.engagements.new(begun))
    call.turn.effects += step.effects
    call.turn.records += step.records
    return True


PRESSES: Mapping[str, Action | Anywhere] = {
    "my_questions": Action(_my_questions, shared=True),
    "lead": Action(_lead, shared=True),
    "before_last": Action(_before_last),
    "ask_last": Action(_ask_last),
    "overview": Action(_overview, shared=True),
    "summary": Action(_summary),
    "next_steps": Action(_next_steps),
    "later": Action(_later),
    "resources": Anywhere(_resources),
    "help": Anywhere(_help),
    "speak": Anywhere(_speak),
    "pick": Anywhere(_pick),
    "portfolio": Anywhere(_portfolio),
    "home": Anywhere(_home),
    "rehearse": Anywhere(_rehearse),
    "rehearse_here": Anywhere(_rehearse_here),
    "new_workshop": Anywhere(_new_workshop),
}
"""Action of a button -> what it does."""

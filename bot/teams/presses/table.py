"""What a press leads to: the table of all actions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.core.parts import Button
from bot.core.people.events import Stop
from bot.core.problems import Problem
from bot.core.questions.parse import clean
from bot.core.screens.metrics.metrics import metrics_screen
from bot.core.screens.plan.plan import plan_screen
from bot.core.screens.questions.forms import aside_form
from bot.core.screens.questions.question import previous
from bot.core.screens.questions.settle import settle_form
from bot.core.screens.setup.hand_over import hand_over_form
from bot.core.screens.talks.forms import ACTS as TALK_ACTS
from bot.core.screens.talks.talks import offers_screen
from bot.core.screens.workshop.next_steps import next_steps_screen
from bot.core.screens.workshop.portfolio import engagement_overview
from bot.core.screens.workshop.status import status_screen
from bot.core.screens.workshop.summary import summary_screen
from bot.core.screens.workshop.workshop import ending, workshop_screen
from bot.core.setup.events import Discard
from bot.teams.commands import run_command
from bot.teams.commands.pick import take_up
from bot.teams.commands.portfolio import turn_page
from bot.teams.commands.ssat import start_next
from bot.teams.presses import checkins as check_ins
from bot.teams.presses import files, leading, meeting
from bot.teams.presses import metrics as measuring
from bot.teams.presses import minutes as exporting
from bot.teams.presses import plan as planning
from bot.teams.presses import record as recording
from bot.teams.presses import talks as offering
from bot.teams.turn.call import Call
from bot.teams.turn.typed import save_typed, search_typed
from dialogs.roles import ROLES
from dialogs.runner import TAKEN, begin_dialog, run_dialogs
from dialogs.setup import TAKES as OF_THE_FM
from dialogs.turn import WorkshopTurn

_FORMS = ("planned", "handed", "not_applicable", "skipped", "except")
_PICKED_FOR = ("status", "next_steps", "plan", "check_in", "tasks", "complete", "export")
"""Commands for which a workshop may be picked."""
_ON = (Button("my_questions", primary=True),)
Action = Callable[[Call, WorkshopTurn], Awaitable[None]]


async def run_press(call: Call) -> None:
    """Lead a press to its action; one that nobody knows gets a kind sentence and changes nothing."""
    action = call.pressed.data.action
    if action == "resources":
        await _resources(call)
    elif action == "pick":
        await _pick(call)
    elif action == "portfolio":
        await turn_page(call)
    elif action == "new_workshop":
        await start_next(call)
    elif call.turn is None:
        await call.refuse_no_workshop()
    elif action in TAKEN:
        await _take(call, call.turn)
    elif action in ACTIONS:
        await ACTIONS[action](call, call.turn)
    else:
        await call.refuse(Problem.BAD_PRESS, _ON)


async def run_again(call: Call, turn: WorkshopTurn) -> None:
    """Answer a press whose effect is there already with the person's present view."""
    if call.pressed.data.action in ("save_item", *planning.ACTS):
        await call.show(plan_screen(turn.viewer))
        return
    if call.pressed.data.action in ("issue_minutes", "confirm_minutes"):
        await exporting.minutes(call, turn)
        return
    if call.pressed.data.action in TALK_ACTS:
        await call.show(offers_screen(turn.viewer))
        return
    if call.pressed.data.action in ("save_metric", "save_values", "drop_metric", "review_held"):
        await call.show(metrics_screen(turn.viewer))
        return
    if call.pressed.data.action in recording.AGAIN:
        await recording.AGAIN[call.pressed.data.action](call, turn)
        return
    if call.pressed.data.action in (*check_ins.ACTS, *check_ins.MUTING):
        await check_ins.again(call, turn)
        return
    turn.press = None
    await run_dialogs(call.tools.dialogs, call.context)


async def _take(call: Call, turn: WorkshopTurn) -> None:
    press = call.pressed
    if press.data.question is not None and turn.picture.find(press.data.question, press.service) is None:
        await call.refuse(Problem.NOT_ASKED, _ON)
        return
    if press.data.question is None and press.data.action in (*_FORMS, "answer"):
        await call.refuse(Problem.BAD_PRESS, _ON)
        return
    if press.data.action in OF_THE_FM and not turn.viewer.is_fm:
        await call.refuse_not_fm(_ON)
        return
    if turn.engagement.status in ("completed", "gone"):
        await call.refuse(Problem.WORKSHOP_FINISHED)
        return
    await run_dialogs(call.tools.dialogs, call.context)


async def _my_questions(call: Call, turn: WorkshopTurn) -> None:
    await run_dialogs(call.tools.dialogs, call.context)


async def _take_part(call: Call, turn: WorkshopTurn) -> None:
    await begin_dialog(call.tools.dialogs, call.context, ROLES)


async def _form(call: Call, turn: WorkshopTurn) -> None:
    ask = leading.asked(call, turn)
    form = call.pressed.data.form
    if form == "hand_over" and turn.viewer.is_fm:
        await call.show(hand_over_form(turn.viewer))
        return
    if form == "settle" and ask is not None and turn.viewer.is_fm:
        await call.show(settle_form(turn.viewer, ask))
        return
    if ask is None or form not in _FORMS:
        await call.refuse(Problem.NOT_ASKED if ask is None else Problem.BAD_PRESS, _ON)
        return
    await call.show(aside_form(turn.viewer, ask, form))


async def _open(call: Call, turn: WorkshopTurn) -> None:
    ask = leading.asked(call, turn)
    if ask is None:
        await call.refuse(Problem.NOT_ASKED, _ON)
        return
    await turn.show_question(call.context, ask)


async def _back(call: Call, turn: WorkshopTurn) -> None:
    ask = leading.asked(call, turn)
    before = previous(turn.viewer, ask) if ask else None
    if before is None:
        await run_dialogs(call.tools.dialogs, call.context)
        return
    await turn.show_question(call.context, before)


async def _later(call: Call, turn: WorkshopTurn) -> None:
    turn.apply(Stop(turn.person))
    elsewhere = turn.engagement.reference.conversation != call.incoming.conversation
    if elsewhere and turn.viewer.is_fm:
        # From the portfolio: back to where the FM came from.
        await call.show(engagement_overview(turn.viewer))
        return
    await call.show(workshop_screen(turn.viewer, turn.words("banner.later")))


async def _discard(call: Call, turn: WorkshopTurn) -> None:
    step = turn.apply(Discard(turn.person))
    if step.faults:
        await call.refuse_faults(step.faults)
    else:
        await call.show(ending(turn.viewer, "gone"))


async def _overview(call: Call, turn: WorkshopTurn) -> None:
    await call.show(status_screen(turn.viewer))


async def _summary(call: Call, turn: WorkshopTurn) -> None:
    await call.show(summary_screen(turn.viewer))


async def _next_steps(call: Call, turn: WorkshopTurn) -> None:
    await call.show(next_steps_screen(turn.viewer))


async def _resources(call: Call) -> None:
    wanted = clean(call.pressed.inputs.get("words"))
    await call.show_resources(wanted)


async def _pick(call: Call) -> None:
    data = call.pressed.data
    if not data.engagement or not await take_up(call, data.engagement):
        await call.refuse_no_workshop()
    elif data.command == "engagement":
        await call.show(engagement_overview(call.viewer))
    else:
        await run_command(call, data.command if data.command in _PICKED_FOR else "status", "")


async def _save_typed(call: Call, turn: WorkshopTurn) -> None:
    await save_typed(call)


async def _search_typed(call: Call, turn: WorkshopTurn) -> None:
    await search_typed(call)


ACTIONS: dict[str, Action] = {
    "my_questions": _my_questions,
    "take_part": _take_part,
    "lead": leading.lead,
    "setup": leading.setup,
    "settle": leading.settle,
    "confirm": leading.confirm,
    "hand_over": leading.hand_over,
    "live_start": meeting.live_start,
    "live_next": meeting.live_next,
    "live_stop": meeting.live_stop,
    "live_state": meeting.live_state,
    "live_answer": meeting.live_answer,
    "form": _form,
    "open": _open,
    "back": _back,
    "later": _later,
    "discard": _discard,
    "overview": _overview,
    "summary": _summary,
    "next_steps": _next_steps,
    "plan": planning.plan,
    "items": planning.plan,
    "item": planning.item,
    "open_item": planning.item,
    "add_item": planning.add_item,
    "save_item": planning.save_item,
    "change_item": planning.change_item,
    **dict.fromkeys(planning.ACTS, planning.act),
    "minutes": exporting.minutes,
    "issue_minutes": exporting.issue,
    "confirm_minutes": exporting.confirm,
    "follow_up": exporting.follow_up,
    "take_away": files.take_away,
    "take": files.take,
    "cancel": planning.cancel,
    **recording.ACTIONS,
    "check_in": check_ins.check_in,
    "check_in_change": check_ins.change,
    **dict.fromkeys(check_ins.ACTS, check_ins.act),
    **dict.fromkeys(check_ins.MUTING, check_ins.mute),
    "offers": offering.offers,
    "offer_list": offering.offers,
    "offer": offering.offer,
    "change_offer": offering.change_offer,
    **dict.fromkeys(TALK_ACTS, offering.decide),
    "expert_request": offering.expert_request,
    "metrics": measuring.metrics,
    "metric_list": measuring.metrics,
    "metric": measuring.metric,
    "other_metric": measuring.other_metric,
    "choose_metric": measuring.choose_metric,
    "save_metric": measuring.save_metric,
    "enter_values": measuring.enter_values,
    "save_values": measuring.save_values,
    "drop_metric": measuring.drop_metric,
    "review_held": measuring.review_held,
    "save_typed": _save_typed,
    "search_typed": _search_typed,
}
"""Action of a button -> what it does, beside those that an open dialog takes."""

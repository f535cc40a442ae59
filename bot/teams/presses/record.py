"""What the FM's presses on the record lead to: tasks, material, outcomes, the sheet, the end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from bot.core.parts import Button, Said
from bot.core.playbook.ask import Ask
from bot.core.problems import Fault, Problem
from bot.core.record.events import (
    ActOnTask,
    AddTask,
    Complete,
    ShowMaterial,
    TaskAct,
    TickOutcome,
    WriteNote,
    WriteOverall,
)
from bot.core.record.material import find_presented
from bot.core.record.sheet.cells import sheet_services
from bot.core.record.sheet.notes import vague_words
from bot.core.record.tasks import find_task
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import form_problem, sent_values
from bot.core.screens.record.completing import completing_screen, outcomes_screen
from bot.core.screens.record.record import note_form, overall_form, record_screen
from bot.core.screens.record.tasks import add_task_form, material_screen, shown_form, task_form, tasks_screen
from bot.core.screens.workshop.workshop import ending
from bot.core.workshop.events import Event
from bot.teams.turn.call import Call
from dialogs.turn import WorkshopTurn

Handler = Callable[[Call, WorkshopTurn], Awaitable[None]]
_ON = (Button("my_questions", primary=True),)
_TO_LEAD = (Button("lead", label="back_to_lead", primary=True),)
_TASK_ACTS: Mapping[str, TaskAct] = {
    "task_done": "done",
    "task_reopen": "reopen",
    "task_note": "note",
    "task_drop": "drop",
}


async def tasks(call: Call, turn: WorkshopTurn) -> None:
    """The tasks of the workshop."""
    if await _may_look(call, turn):
        await call.show(tasks_screen(turn.viewer))


async def task(call: Call, turn: WorkshopTurn) -> None:
    """One task, to tick it or to note something."""
    if not await _may_look(call, turn):
        return
    found = find_task(turn.book, turn.engagement, call.pressed.data.item or "")
    if found is None:
        await call.refuse(Problem.NO_SUCH_TASK, _TO_LEAD)
    else:
        await call.show(task_form(turn.viewer, found))


async def act_on_task(call: Call, turn: WorkshopTurn) -> None:
    """Say what became of a task."""
    act, key = _TASK_ACTS[call.pressed.data.action], call.pressed.data.item or ""
    before = find_task(turn.book, turn.engagement, key)
    faults = turn.apply(ActOnTask(turn.person, key, act, call.pressed.inputs)).faults
    if before is None or _of_no_field(faults):
        await call.refuse_faults(faults or (Fault(Problem.NO_SUCH_TASK),), _TO_LEAD)
    elif faults:
        await call.show(task_form(turn.viewer, before, _sent(call), faults))
    else:
        banner = turn.words(f"check.task_{act}", id=key)
        await call.show(tasks_screen(turn.viewer, Said(banner)))


async def add_task(call: Call, turn: WorkshopTurn) -> None:
    """The form for a task of the FM's own."""
    if await _may_look(call, turn):
        await call.show(add_task_form(turn.viewer))


async def save_task(call: Call, turn: WorkshopTurn) -> None:
    """Keep it; refused, the form with what was typed."""
    faults = turn.apply(AddTask(turn.person, call.pressed.inputs)).faults
    if faults and form_problem(faults, turn.words) and not await _may_look(call, turn):
        return
    if faults:
        await call.show(add_task_form(turn.viewer, _sent(call), faults))
    else:
        await call.show(tasks_screen(turn.viewer, Said(turn.words("check.task_added"))))


async def material(call: Call, turn: WorkshopTurn) -> None:
    """What the FM presents; from a question, what serves that."""
    if await _may_look(call, turn):
        await call.show(material_screen(turn.viewer, ask=_ask(call, turn)))


async def shown(call: Call, turn: WorkshopTurn) -> None:
    """On which day one piece was shown."""
    if not await _may_look(call, turn):
        return
    found = find_presented(turn.book, turn.engagement, call.pressed.data.item or "")
    if found is None:
        await call.refuse(Problem.NO_SUCH_MATERIAL, _TO_LEAD)
    else:
        await call.show(shown_form(turn.viewer, found, ask=_ask(call, turn)))


async def save_shown(call: Call, turn: WorkshopTurn) -> None:
    """Keep that it was shown, or that it was not."""
    key, undo = call.pressed.data.item or "", call.pressed.data.action == "not_shown"
    faults = turn.apply(ShowMaterial(turn.person, key, call.pressed.inputs, undo)).faults
    found = find_presented(turn.book, turn.engagement, key)
    if found is None or _of_no_field(faults):
        await call.refuse_faults(faults or (Fault(Problem.NO_SUCH_MATERIAL),), _TO_LEAD)
    elif faults:
        await call.show(shown_form(turn.viewer, found, _sent(call), faults, _ask(call, turn)))
    else:
        banner = Said(turn.words("check.saved"))
        await call.show(material_screen(turn.viewer, banner, _ask(call, turn)))


async def outcomes(call: Call, turn: WorkshopTurn) -> None:
    """The outcomes of the page."""
    if await _may_look(call, turn):
        await call.show(outcomes_screen(turn.viewer))


async def tick_outcome(call: Call, turn: WorkshopTurn) -> None:
    """Tick one, or take it back."""
    undo = call.pressed.data.action == "outcome_undo"
    event = TickOutcome(turn.person, call.pressed.data.item or "", undo)
    await _take(call, turn, event, outcomes)


async def record(call: Call, turn: WorkshopTurn) -> None:
    """The record sheet."""
    if await _may_look(call, turn):
        await call.show(record_screen(turn.viewer))


async def note(call: Call, turn: WorkshopTurn) -> None:
    """The note of one service, to change it."""
    if not await _may_look(call, turn):
        return
    service = call.pressed.service or ""
    if service not in sheet_services(turn.picture):
        await call.refuse(Problem.NOT_IN_RECORD, _TO_LEAD)
    else:
        await call.show(note_form(turn.viewer, service))


async def save_note(call: Call, turn: WorkshopTurn) -> None:
    """Keep it. With words that say nothing later it is kept, too, and stays open with a warning."""
    service = call.pressed.service or ""
    faults = turn.apply(WriteNote(turn.person, service, call.pressed.inputs)).faults
    if _of_no_field(faults):
        await call.refuse_faults(faults, _TO_LEAD)
    else:
        sent = _sent(call) if faults else None
        form = note_form(turn.viewer, service, sent, faults, saved=not faults)
        await _kept(call, turn, form)


async def overall(call: Call, turn: WorkshopTurn) -> None:
    """What only the FM knows of the whole, to change it."""
    if await _may_look(call, turn):
        await call.show(overall_form(turn.viewer))


async def save_overall(call: Call, turn: WorkshopTurn) -> None:
    """Keep it, with a warning where it needs one."""
    faults = turn.apply(WriteOverall(turn.person, call.pressed.inputs)).faults
    if _of_no_field(faults):
        await call.refuse_faults(faults, _TO_LEAD)
    else:
        sent = _sent(call) if faults else None
        await _kept(call, turn, overall_form(turn.viewer, sent, faults, saved=not faults))


async def completing(call: Call, turn: WorkshopTurn) -> None:
    """What is still open, and the button that completes the workshop."""
    if not await _may_look(call, turn):
        return
    if turn.engagement.status == "completed":
        await call.show(ending(turn.viewer, "completed"))
    else:
        await call.show(completing_screen(turn.viewer))


async def complete(call: Call, turn: WorkshopTurn) -> None:
    """The workshop is completed."""
    faults = turn.apply(Complete(turn.person)).faults
    if faults:
        await call.refuse_faults(faults, _ON)
    else:
        await call.show(ending(turn.viewer, "completed"))


async def _kept(call: Call, turn: WorkshopTurn, form: FormScreen) -> None:
    """The form again where something is amiss in it or to be warned of, else the sheet."""
    typed = " ".join(one.value for one in form.inputs if one.kind == "text")
    if any(one.problem for one in form.inputs) or vague_words(turn.picture, typed):
        await call.show(form)
    else:
        await call.show(record_screen(turn.viewer, Said(turn.words("check.saved"))))


async def _take(call: Call, turn: WorkshopTurn, event: Event, then: Handler) -> None:
    faults = turn.apply(event).faults
    if faults:
        await call.refuse_faults(faults, _TO_LEAD)
    else:
        await then(call, turn)


async def _may_look(call: Call, turn: WorkshopTurn) -> bool:
    """Whether the presser leads a workshop that is set up and goes on; if not, they were told."""
    problem = None
    if not turn.viewer.is_fm:
        await call.refuse_not_fm(_ON)
        return False
    if turn.engagement.status == "setup":
        problem = Problem.NOT_SET_UP
    elif turn.engagement.status not in ("running", "completed"):
        problem = Problem.WORKSHOP_FINISHED
    if problem is not None:
        await call.refuse(problem, _ON)
    return problem is None


def _of_no_field(faults: tuple[Fault, ...]) -> bool:
    return any(fault.field is None for fault in faults)


def _ask(call: Call, turn: WorkshopTurn) -> Ask | None:
    """The question that the FM came from, None where they came from the list of tasks."""
    question = call.pressed.data.question if call.press is not None else None
    return turn.picture.find(question, call.pressed.service) if question else None


def _sent(call: Call) -> dict[str, str]:
    return sent_values(call.pressed.inputs)


ACTIONS: dict[str, Handler] = {
    "tasks": tasks,
    "task": task,
    **dict.fromkeys(_TASK_ACTS, act_on_task),
    "add_task": add_task,
    "save_task": save_task,
    "material": material,
    "shown": shown,
    "save_shown": save_shown,
    "not_shown": save_shown,
    "outcomes": outcomes,
    "outcome": tick_outcome,
    "outcome_undo": tick_outcome,
    "record": record,
    "note": note,
    "save_note": save_note,
    "overall": overall,
    "save_overall": save_overall,
    "completing": completing,
    "complete": complete,
}
"""Action of a button -> what it does."""
AGAIN: dict[str, Handler] = {
    **dict.fromkeys((*_TASK_ACTS, "save_task"), tasks),
    **dict.fromkeys(("save_shown", "not_shown"), material),
    **dict.fromkeys(("outcome", "outcome_undo"), outcomes),
    **dict.fromkeys(("save_note", "save_overall"), record),
    "complete": completing,
}
"""What is shown where such a press reaches the bot once more."""

"""The FM's presses of the record: tasks, material, outcomes, the sheet, the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.core.parts import Button, Said
from bot.core.problems import Fault, Problem
from bot.core.record.completing import still_open
from bot.core.record.events import (
    ActOnTask,
    AddTask,
    Complete,
    Reopen,
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
from bot.core.screens.forms.inputs import form_problem
from bot.core.screens.record.completing import complete_form, completing_screen, outcomes_screen
from bot.core.screens.record.guidance import guidance_screen
from bot.core.screens.record.record import note_form, overall_form, record_screen
from bot.core.screens.record.tasks import add_task_form, material_screen, shown_form, task_form, tasks_screen
from bot.core.screens.workshop.workshop import ending
from bot.core.step import Event
from bot.teams.presses.action import TO_QUESTIONS, Action, Run
from bot.teams.turn.call import Call
from dialogs.turn import WorkshopTurn

_TO_LEAD = (Button("lead", label="back_to_lead", primary=True),)
_TASK_ACTS: Mapping[str, TaskAct] = {
    "task_done": "done",
    "task_reopen": "reopen",
    "task_note": "note",
    "task_drop": "drop",
}


async def show_tasks(call: Call, turn: WorkshopTurn) -> None:
    """The tasks of the workshop."""
    if await _may_look(call, turn):
        await call.show(tasks_screen(turn.viewer))


async def _task(call: Call, turn: WorkshopTurn) -> None:
    """One task, to tick it or to note something."""
    if not await _may_look(call, turn):
        return
    found = find_task(turn.book, turn.engagement, call.item)
    if found is None:
        await call.refuse(Problem.NO_SUCH_TASK, _TO_LEAD)
    else:
        await call.show(task_form(turn.viewer, found))


async def _act_on_task(call: Call, turn: WorkshopTurn) -> None:
    """Tick, reopen, annotate or drop a task."""
    act, key = _TASK_ACTS[call.pressed.data.action], call.item
    before = find_task(turn.book, turn.engagement, key)
    faults = turn.apply(ActOnTask(turn.person, key, act, call.pressed.inputs)).faults
    if before is None or _of_no_field(faults):
        await call.refuse_faults(faults or (Fault(Problem.NO_SUCH_TASK),), _TO_LEAD)
    elif faults:
        await call.show(task_form(turn.viewer, before, call.sent, faults))
    else:
        banner = turn.words(f"check.task_{act}", id=key)
        await call.show(tasks_screen(turn.viewer, Said(banner)))


async def _add_task(call: Call, turn: WorkshopTurn) -> None:
    """The form for a task of the FM's own."""
    if await _may_look(call, turn):
        await call.show(add_task_form(turn.viewer))


async def _save_task(call: Call, turn: WorkshopTurn) -> None:
    """Keep the new task; refused, the form with what was typed."""
    faults = turn.apply(AddTask(turn.person, call.pressed.inputs)).faults
    if faults and form_problem(faults, turn.words) and not await _may_look(call, turn):
        return
    if faults:
        await call.show(add_task_form(turn.viewer, call.sent, faults))
    else:
        await call.show(tasks_screen(turn.viewer, Said(turn.words("check.task_added"))))


async def _guidance(call: Call, turn: WorkshopTurn) -> None:
    """What the programme says about the workshop, or one of its sections."""
    if await _may_look(call, turn):
        await call.show(guidance_screen(turn.viewer, call.item))


async def _material(call: Call, turn: WorkshopTurn) -> None:
    """The material that the FM presents; from a question, that which serves the question."""
    if await _may_look(call, turn):
        await call.show(material_screen(turn.viewer, ask=call.asked))


async def _shown(call: Call, turn: WorkshopTurn) -> None:
    """The form that asks on which day one piece of material was shown."""
    if not await _may_look(call, turn):
        return
    found = find_presented(turn.book, turn.engagement, call.item)
    if found is None:
        await call.refuse(Problem.NO_SUCH_MATERIAL, _TO_LEAD)
    else:
        await call.show(shown_form(turn.viewer, found, ask=call.asked))


async def _save_shown(call: Call, turn: WorkshopTurn) -> None:
    """Keep that it was shown, or that it was not."""
    key, undo = call.item, call.pressed.data.action == "not_shown"
    faults = turn.apply(ShowMaterial(turn.person, key, call.pressed.inputs, undo)).faults
    found = find_presented(turn.book, turn.engagement, key)
    if found is None or _of_no_field(faults):
        await call.refuse_faults(faults or (Fault(Problem.NO_SUCH_MATERIAL),), _TO_LEAD)
    elif faults:
        await call.show(shown_form(turn.viewer, found, call.sent, faults, call.asked))
    else:
        banner = Said(turn.words("check.saved"))
        await call.show(material_screen(turn.viewer, banner, call.asked))


async def _outcomes(call: Call, turn: WorkshopTurn) -> None:
    """The outcomes of the page."""
    if await _may_look(call, turn):
        await call.show(outcomes_screen(turn.viewer))


async def _tick_outcome(call: Call, turn: WorkshopTurn) -> None:
    """Tick one, or take it back."""
    undo = call.pressed.data.action == "outcome_undo"
    event = TickOutcome(turn.person, call.item, undo)
    await _do(call, turn, event, _outcomes)


async def _record(call: Call, turn: WorkshopTurn) -> None:
    """The record sheet."""
    if await _may_look(call, turn):
        await call.show(record_screen(turn.viewer))


async def _note(call: Call, turn: WorkshopTurn) -> None:
    """The note of one service, to change it."""
    if not await _may_look(call, turn):
        return
    service = call.pressed.service or ""
    if service not in sheet_services(turn.picture):
        await call.refuse(Problem.NOT_IN_RECORD, _TO_LEAD)
    else:
        await call.show(note_form(turn.viewer, service))


async def _save_note(call: Call, turn: WorkshopTurn) -> None:
    """Keep the note. One with words that say nothing later is kept, too, and stays open with a warning."""
    service = call.pressed.service or ""
    faults = turn.apply(WriteNote(turn.person, service, call.pressed.inputs)).faults
    if _of_no_field(faults):
        await call.refuse_faults(faults, _TO_LEAD)
    else:
        sent = call.sent if faults else None
        form = note_form(turn.viewer, service, sent, faults, saved=not faults)
        await _kept(call, turn, form)


async def _overall(call: Call, turn: WorkshopTurn) -> None:
    """The form for the FM's own notes on the whole workshop."""
    if await _may_look(call, turn):
        await call.show(overall_form(turn.viewer))


async def _save_overall(call: Call, turn: WorkshopTurn) -> None:
    """Keep the notes, with a warning where they need one."""
    faults = turn.apply(WriteOverall(turn.person, call.pressed.inputs)).faults
    if _of_no_field(faults):
        await call.refuse_faults(faults, _TO_LEAD)
    else:
        sent = call.sent if faults else None
        await _kept(call, turn, overall_form(turn.viewer, sent, faults, saved=not faults))


async def show_completing(call: Call, turn: WorkshopTurn) -> None:
    """Show the open points, and the button that completes the workshop."""
    if not await _may_look(call, turn):
        return
    if turn.engagement.status == "completed":
        await _show_completed(call, turn)
    else:
        await call.show(completing_screen(turn.viewer))


async def _complete(call: Call, turn: WorkshopTurn) -> None:
    """Complete the workshop; while questions have no answer ask once more."""
    running = turn.viewer.is_fm and turn.engagement.status == "running"
    if running and still_open(turn.picture).unanswered:
        await call.show(complete_form(turn.viewer))
    else:
        await _complete_anyway(call, turn)


async def _complete_anyway(call: Call, turn: WorkshopTurn) -> None:
    faults = turn.apply(Complete(turn.person)).faults
    if faults:
        await call.refuse_faults(faults, TO_QUESTIONS)
    else:
        await _show_completed(call, turn)


async def _show_completed(call: Call, turn: WorkshopTurn) -> None:
    """The card of the completed workshop, with the way back while it is at hand."""
    screen = ending(turn.viewer, "completed")
    await call.show(replace(screen, buttons=(*screen.buttons, Button("reopen", overflow=True))))


async def _reopen(call: Call, turn: WorkshopTurn) -> None:
    """Open the workshop again, unless its channel has a newer one."""
    present = await call.tools.engagements.current(turn.engagement.tenant, turn.engagement.channel)
    newer = present is not None and present.engagement.number > turn.engagement.number
    if newer and turn.viewer.is_fm:
        await call.refuse(Problem.NEWER_WORKSHOP, _TO_LEAD)
        return
    faults = turn.apply(Reopen(turn.person)).faults
    if faults:
        await call.refuse_faults(faults, TO_QUESTIONS)
    else:
        await call.show(ending(turn.viewer, "reopened"))


async def _kept(call: Call, turn: WorkshopTurn, form: FormScreen) -> None:
    """The form again where something is amiss in it or to be warned of, else the sheet."""
    typed = " ".join(one.value for one in form.inputs if one.kind == "text")
    if any(one.problem for one in form.inputs) or vague_words(turn.picture, typed):
        await call.show(form)
    else:
        await call.show(record_screen(turn.viewer, Said(turn.words("check.saved"))))


async def _do(call: Call, turn: WorkshopTurn, event: Event, then: Run) -> None:
    faults = turn.apply(event).faults
    if faults:
        await call.refuse_faults(faults, _TO_LEAD)
    else:
        await then(call, turn)


async def _may_look(call: Call, turn: WorkshopTurn) -> bool:
    """True for the FM of a workshop that is running or completed; otherwise the presser is told why."""
    problem = None
    if not turn.viewer.is_fm:
        await call.refuse_not_fm(TO_QUESTIONS)
        return False
    if turn.engagement.status == "setup":
        problem = Problem.NOT_SET_UP
    elif turn.engagement.status not in ("running", "completed"):
        problem = Problem.WORKSHOP_FINISHED
    if problem is not None:
        await call.refuse(problem, TO_QUESTIONS)
    return problem is None


def _of_no_field(faults: tuple[Fault, ...]) -> bool:
    return any(fault.field is None for fault in faults)


PRESSES: Mapping[str, Action] = {
    "tasks": Action(show_tasks),
    "task": Action(_task),
    **dict.fromkeys(_TASK_ACTS, Action(_act_on_task, again=show_tasks)),
    "add_task": Action(_add_task),
    "save_task": Action(_save_task, again=show_tasks),
    "material": Action(_material),
    "shown": Action(_shown),
    "save_shown": Action(_save_shown, again=_material),
    "not_shown": Action(_save_shown, again=_material),
    "outcomes": Action(_outcomes),
    "guidance": Action(_guidance),
    "outcome": Action(_tick_outcome, again=_outcomes),
    "outcome_undo": Action(_tick_outcome, again=_outcomes),
    "record": Action(_record),
    "note": Action(_note),
    "save_note": Action(_save_note, again=_record),
    "overall": Action(_overall),
    "save_overall": Action(_save_overall, again=_record),
    "completing": Action(show_completing),
    "complete": Action(_complete, again=show_completing),
    "complete_anyway": Action(_complete_anyway, again=show_completing),
    "reopen": Action(_reopen, again=show_completing),
}
"""Action of a button -> what it does."""

"""The FM's tasks and material as checklists, and the forms that note one as done or shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.parts import UNSAID, Button, Input, Said
from bot.core.playbook.ask import Ask
from bot.core.problems import Fault
from bot.core.questions.parse import Entry
from bot.core.reading.library import link, links
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import day_text, name_of, say
from bot.core.record.material import Died, Presented, died, presented
from bot.core.record.material_steps import SHOWN_ON
from bot.core.record.task_steps import NOTE, task_entries
from bot.core.record.tasks import TaskLine, task_lines
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import form_problem, input_kind, problem_at
from bot.core.screens.left_out import is_left_out, offered
from bot.core.screens.lines import service_names
from bot.core.screens.record.checklist import CheckGroup, CheckLine, ChecklistScreen

_MOST_SERVED = 3
_MOST_GONE = 5


def tasks_screen(viewer: Viewer, banner: Said = UNSAID) -> ChecklistScreen:
    """The tasks of this workshop: those of the playbook, then the FM's own."""
    tasks = task_lines(viewer.book, viewer.engagement)
    groups = (
        CheckGroup("listed", tuple(_line(viewer, one) for one in tasks if not one.own)),
        CheckGroup("own", tuple(_line(viewer, one) for one in tasks if one.own)),
        _gone(viewer),
    )
    return ChecklistScreen(
        "tasks",
        viewer.stamp(),
        Said(viewer.engagement.setup.customer),
        tuple(group for group in groups if group.lines),
        counted=(sum(one.done is not None for one in tasks), len(tasks)),
        banner=banner,
        buttons=offered(
            viewer.book,
            (
                Button("record", primary=True),
                Button("outcomes"),
                Button("material"),
                Button("add_task"),
                Button("guidance"),
                Button("lead", label="back_to_lead"),
            ),
        ),
    )


def task_form(
    viewer: Viewer, task: TaskLine, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The form of one task: its note, and a tick when it is done."""
    values = sent if sent is not None else {NOTE: task.note}
    here = (("item", task.id),)
    buttons = [
        Button("task_reopen" if task.done else "task_done", here, primary=True, bare=False),
        Button("task_note", here, label="save_note", bare=False),
    ]
    if task.own:
        buttons.append(Button("task_drop", here, overflow=True))
    lines = _about(viewer, task)
    return FormScreen(
        "task",
        viewer.stamp(),
        tuple(_input(viewer, entry, values, faults) for entry in task_entries("note")),
        (*buttons, Button("tasks", label="back_to_tasks")),
        subject=f"{task.id}: {say(task.name, viewer.language)}",
        lines=tuple(lines),
        problem=form_problem(faults, viewer.words),
    )


def add_task_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """A task of the FM's own."""
    return FormScreen(
        "add_task",
        viewer.stamp(),
        tuple(_input(viewer, entry, sent or {}, faults) for entry in task_entries("add")),
        (
            Button("save_task", label="save", primary=True, bare=False),
            Button("tasks", label="back_to_tasks"),
        ),
        problem=form_problem(faults, viewer.words),
    )


def material_screen(viewer: Viewer, banner: Said = UNSAID, ask: Ask | None = None) -> ChecklistScreen:
    """The material that the FM presents, its purpose and the day it was shown: all, or that of a question."""
    every = presented(viewer.book, viewer.engagement)
    back = Button("tasks", label="back_to_tasks", primary=True)
    if is_left_out(viewer.book, "tasks"):
        back = Button("lead", label="back_to_lead", primary=True)
    if ask is not None:
        mine = {one.key for one in links(viewer.book, ask.question.resources, viewer.reader)}
        every = tuple(one for one in every if one.resource.id in mine)
        here = (("question", ask.question.id), ("service", ask.service or ""))
        back = Button("open", here, label="back_to_question", primary=True)
    lines = tuple(_material(viewer, one) for one in every)
    return ChecklistScreen(
        "material",
        viewer.stamp(ask),
        Said(viewer.engagement.setup.customer),
        tuple(group for group in (CheckGroup("presented", lines), _gone(viewer)) if group.lines),
        counted=(sum(one.shown is not None for one in every), len(every)),
        banner=banner,
        buttons=(back,),
    )


def _gone(viewer: Viewer) -> CheckGroup:
    """The material whose page is gone, so that the FM knows before they would post or present it."""
    every = died(viewer.book, viewer.engagement)
    return CheckGroup(
        "gone", tuple(_died(viewer, one) for one in every[:_MOST_GONE]), max(0, len(every) - _MOST_GONE)
    )


def _died(viewer: Viewer, one: Died) -> CheckLine:
    day = day_text(one.answer.on, viewer.language)
    rest = [viewer.words("check.gone", day=day)]
    rest += [] if one.instead is None else [viewer.words("check.instead")]
    instead = () if one.instead is None else (link(viewer.book, one.instead, viewer.language),)
    return CheckLine(Said(say(one.resource.title, viewer.language)), "open", tuple(rest), links=instead)


def shown_form(
    viewer: Viewer,
    one: Presented,
    sent: Mapping[str, str] | None = None,
    faults: Sequence[Fault] = (),
    ask: Ask | None = None,
) -> FormScreen:
    """The form with the day on which material was shown: today, unless another is noted. Opened from a
    question it leads back to that."""
    day = one.shown.on if one.shown else viewer.picture.facts.today.isoformat()
    here = (("item", one.resource.id),)
    values = sent if sent is not None else {SHOWN_ON: day}
    undo = (Button("not_shown", here),) if one.shown else ()
    return FormScreen(
        "shown",
        viewer.stamp(ask),
        (_input(viewer, Entry(SHOWN_ON, "date"), values, faults),),
        (
            Button("save_shown", here, label="save", primary=True, bare=False),
            *undo,
            Button("material", label="cancel"),
        ),
        subject=say(one.resource.title, viewer.language),
        problem=form_problem(faults, viewer.words),
    )


def _line(viewer: Viewer, task: TaskLine) -> CheckLine:
    return CheckLine(
        title=Said(f"{task.id}: {say(task.name, viewer.language)}"),
        state="done" if task.done else "todo",
        rest=tuple(_about(viewer, task)),
        notes=(Said(task.note),) if task.note else (),
        press=Button("task", (("item", task.id),)),
    )


def _about(viewer: Viewer, task: TaskLine) -> list[str]:
    words = viewer.words
    found: list[str] = []
    if not task.own:
        needed = words("check.required" if task.required else "check.optional")
        services = ", ".join(service_names(viewer, task.services)) or words("sheet.all_services")
        found.append(f"{needed} · {services}")
    if task.done is not None:
        day, name = day_text(task.done.at[:10], viewer.language), name_of(viewer.engagement, task.done.by)
        found.append(words("check.done_by", name=name, day=day))
    elif task.closes:
        found.append(words("check.closes"))
    return found


def _material(viewer: Viewer, one: Presented) -> CheckLine:
    words, language = viewer.words, viewer.language
    served = [say(text, language) for text in one.serves[:_MOST_SERVED]]
    rest = [words("check.serves", titles=", ".join(served))] if served else []
    if one.shown is not None:
        rest.append(words("check.shown", day=day_text(one.shown.on, language)))
    return CheckLine(
        title=Said(say(one.resource.title, language)),
        state="done" if one.shown else "todo",
        rest=tuple(rest),
        links=(link(viewer.book, one.resource, language),),
        press=Button("shown", (("item", one.resource.id),)),
    )


def _input(viewer: Viewer, entry: Entry, values: Mapping[str, str], faults: Sequence[Fault]) -> Input:
    return Input(
        entry.id,
        input_kind(entry.kind),
        viewer.words(f"field.{entry.id}"),
        values.get(entry.id, ""),
        required=entry.required,
        multiline=entry.id == NOTE,
        max_length=entry.limit if entry.kind == "text" else None,
        problem=problem_at(entry.id, faults, viewer.words),
    )

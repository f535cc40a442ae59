"""The steps of tasks: the FM ticks one, writes a note, adds one, removes an own one."""

from __future__ import annotations

from msgspec.structs import replace

from bot.core.clock import utc
from bot.core.engagement import Engagement, Mark, TaskState
from bot.core.problems import Fault, Problem
from bot.core.questions.changes import Handlers, noted
from bot.core.questions.parse import Entry, parse_all
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.record.events import ActOnTask, AddTask
from bot.core.record.rows import RecordTask
from bot.core.record.tasks import find_task, task_lines
from bot.core.step import Step

NUMBER, NAME, NOTE = "task_id", "task_name", "task_note"
TASK_NAME_LIMIT = 120
TASK_NOTE_LIMIT = 500
MOST_OWN_TASKS = 20
"""Tasks of their own that an FM may add to a workshop."""
_HIGHEST = 999_999


def task_entries(form: str) -> list[Entry]:
    """The fields of the form for a new task ("add"), or for one that is there."""
    if form == "add":
        return [
            Entry(NUMBER, "number", min=1, max=_HIGHEST),
            Entry(NAME, "text", limit=TASK_NAME_LIMIT),
        ]
    return [Entry(NOTE, "text", required=False, limit=TASK_NOTE_LIMIT)]


def _add_task(picture: Picture, event: AddTask, roster: Roster) -> Step:
    """A task that the playbook does not list, by its number and name. Each number is there once."""
    engagement = picture.engagement
    values, faults = parse_all(task_entries("add"), event.raw, picture.facts.today)
    if faults:
        return Step(engagement, faults=faults)
    key, name = str(values[NUMBER]), str(values[NAME])
    if engagement.tasks.get(key, TaskState()).name == name:
        return Step(engagement)
    if find_task(picture.book, engagement, key) is not None or _is_listed(picture, key):
        return Step(engagement, faults=(Fault(Problem.TASK_IS_THERE, NUMBER),))
    if sum(bool(one.name) for one in engagement.tasks.values()) >= MOST_OWN_TASKS:
        limit = (("limit", str(MOST_OWN_TASKS)),)
        return Step(engagement, faults=(Fault(Problem.TOO_MANY_TASKS, values=limit),))
    tasks = {**engagement.tasks, key: TaskState(name=name)}
    return noted(picture, replace(engagement, tasks=tasks), "task_add", event.by, key)


def _act_on_task(picture: Picture, event: ActOnTask, roster: Roster) -> Step:
    """Apply an act to a task. A tick and a note may come together; done already, it stays as it was."""
    engagement = picture.engagement
    task = find_task(picture.book, engagement, event.task)
    if task is None or (event.act == "drop" and not task.own):
        return Step(engagement, faults=(Fault(Problem.NO_SUCH_TASK),))
    values, faults = parse_all(task_entries("note"), event.raw, picture.facts.today)
    if faults:
        return Step(engagement, faults=faults)
    before = engagement.tasks.get(task.id, TaskState())
    after = replace(before, note=str(values.get(NOTE, "")))
    if event.act == "done" and before.done is None:
        after = replace(after, done=Mark(event.by.key, utc(picture.now)))
    elif event.act == "reopen":
        after = replace(after, done=None)
    if after == before and event.act != "drop":
        return Step(engagement)
    tasks = {key: one for key, one in engagement.tasks.items() if key != task.id}
    if event.act != "drop" and after != TaskState():
        tasks = {**engagement.tasks, task.id: after}
    then = replace(engagement, tasks=tasks)
    return noted(picture, then, f"task_{event.act}", event.by, task.id, before)


def with_tasks(before: Picture, step: Step) -> Step:
    """A step with the rows of the tasks that it changed."""
    after = step.engagement
    if after is before.engagement or not step.records or _basis(after) == _basis(before.engagement):
        return step
    old = {task.id: task for task in task_lines(before.book, before.engagement)}
    new = {task.id: task for task in task_lines(before.book, after)}
    changed = [RecordTask(key, task) for key, task in new.items() if old.get(key) != task]
    gone = [RecordTask(key, None) for key in old if key not in new]
    if not changed and not gone:
        return step
    return Step(after, step.effects, (*step.records, *changed, *gone), step.faults)


def _basis(engagement: Engagement) -> tuple[object, ...]:
    """The parts of an engagement that its tasks follow from."""
    return engagement.tasks, engagement.setup.services, engagement.status == "setup"


def _is_listed(picture: Picture, key: str) -> bool:
    """True when the playbook has the task, although its services are not in scope."""
    return any(str(task.id) == key for task in picture.book.playbook.tasks)


HANDLERS: Handlers = {
    AddTask: _add_task,
    ActOnTask: _act_on_task,
}

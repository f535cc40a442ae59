"""The FTOP tasks of a workshop: those of the playbook whose services are in scope, and the FM's own."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.engagement import Engagement, Mark, TaskState
from bot.core.playbook.book import Book
from bot.core.playbook.model.base import Text

_UNTOUCHED = TaskState()


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task. `services` are those in scope that it is for, none where it is for all; `own`: the FM's own,
    which is "not categorised" and has the FM's name in every language."""

    id: str
    name: Text
    required: bool
    services: tuple[str, ...] = ()
    done: Mark | None = None
    note: str = ""
    own: bool = False
    closes: bool = False


def task_lines(book: Book, engagement: Engagement) -> tuple[TaskLine, ...]:
    """Every task of this workshop, in the playbook's order, then the FM's own. One that is done stays,
    although its services left the scope; before the setup there is none."""
    if engagement.status == "setup":
        return ()
    found: list[TaskLine] = []
    for task in book.playbook.tasks:
        key = str(task.id)
        state = engagement.tasks.get(key, _UNTOUCHED)
        mine = tuple(one for one in task.services if one in engagement.setup.services)
        if not task.services or mine or state.done is not None:
            found.append(
                TaskLine(key, task.name, task.required, mine, state.done, state.note, closes=task.closes)
            )
    known = {str(task.id) for task in book.playbook.tasks}
    for key, state in engagement.tasks.items():
        if key not in known and state.name:
            name = dict.fromkeys(book.playbook.languages, state.name)
            found.append(TaskLine(key, name, False, (), state.done, state.note, own=True))
    return tuple(found)


def find_task(book: Book, engagement: Engagement, key: str) -> TaskLine | None:
    """A task of this workshop, None where it is none."""
    return next((task for task in task_lines(book, engagement) if task.id == key), None)


def missing_tasks(book: Book, engagement: Engagement) -> tuple[TaskLine, ...]:
    """The required tasks that are not done, but for those that the end of the workshop does by itself."""
    every = task_lines(book, engagement)
    return tuple(task for task in every if task.required and task.done is None and not task.closes)

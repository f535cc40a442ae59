"""The row of a task."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.core.ports import Change, Column, Delete, Replace
from bot.core.questions.identity import home_of
from bot.core.reading.wording import say
from bot.core.record.tasks import TaskLine
from bot.core.step import Committed

TASK_ROW = "task~"


@dataclass(frozen=True, slots=True)
class RecordTask:
    """A task as it stands now, to be written as a row of its own; None where it left the list."""

    id: str
    task: TaskLine | None

    def change(self, of: Committed) -> Change:
        """The task; its row goes with it."""
        key, task, engagement = TASK_ROW + self.id, self.task, of.engagement
        if task is None:
            return Delete(key)
        tenant, object_id = home_of(engagement, task.done.by if task.done else "")
        one = engagement.people.get(task.done.by) if task.done else None
        columns: dict[str, Column] = {
            "name": say(task.name, engagement.setup.language),
            "required": task.required,
            "service": ",".join(task.services),
            "own": task.own,
            "done": task.done is not None,
            "done_by_tenant": tenant,
            "done_by_id": object_id,
            "done_by_name": one.name if one else "",
            "note": task.note,
            "at": datetime.fromisoformat(engagement.updated),
        }
        if task.done:
            columns["done_at"] = datetime.fromisoformat(task.done.at)
        return Replace(key, columns)

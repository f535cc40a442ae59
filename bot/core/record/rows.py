"""The row of a task."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.engagement import Engagement
from bot.core.ports import Change, Column, Delete, Replace
from bot.core.reading.wording import say
from bot.core.record.tasks import TaskLine


@dataclass(frozen=True, slots=True)
class RecordTask:
    """A task as it stands now, to be written as a row of its own; None where it left the list."""

    id: str
    task: TaskLine | None


TASK_ROW = "task~"


def _task(engagement: Engagement, record: RecordTask) -> Change:
    key, task = TASK_ROW + record.id, record.task
    return Delete(key) if task is None else Replace(key, _task_columns(engagement, task))


def _task_columns(engagement: Engagement, task: TaskLine) -> Mapping[str, Column]:
    tenant, _, object_id = (task.done.by if task.done else "").partition("/")
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
    return columns

"""The end of a workshop: the list of open points before it, and the step itself."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from bot.core.checkins.recall import recall_of_today
from bot.core.clock import utc
from bot.core.engagement import Mark, TaskState
from bot.core.meeting.steps import stop_meeting
from bot.core.playbook.ask import Ask
from bot.core.playbook.conditions.compiled import compile_condition, holds
from bot.core.playbook.model.page import Statement
from bot.core.questions.changes import Handlers, changed
from bot.core.questions.closing import ResultStands
from bot.core.questions.facts import SAYING
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.record.events import Complete, Reopen
from bot.core.record.tasks import TaskLine, missing_tasks, task_lines
from bot.core.step import Step


@dataclass(frozen=True, slots=True)
class StillOpen:
    """The open points that an FM should know before the end. None of them prevents it."""

    unanswered: tuple[Ask, ...]
    disputed: tuple[Ask, ...]
    unconfirmed: tuple[Ask, ...]
    tasks: tuple[TaskLine, ...]
    key_inputs: tuple[Statement, ...]
    unsettled_result: bool  # nobody confirmed it, or answers changed since

    @property
    def nothing(self) -> bool:
        """True when nothing is open."""
        asks = (self.unanswered, self.disputed, self.unconfirmed)
        return not any((*asks, self.tasks, self.key_inputs, self.unsettled_result))


def still_open(picture: Picture) -> StillOpen:
    """The points that are open now: questions without an answer (put off ones too), disagreements, answers
    that nobody confirmed, required tasks, key inputs of the page that are missing, the result."""
    standings, setup = picture.standings, picture.engagement.setup
    said = [one for one in standings if one.voice is not None and one.voice.kind in SAYING]
    saying = {one.ask.key for one in said}
    return StillOpen(
        unanswered=tuple(one.ask for one in standings if one.ask.key not in saying),
        disputed=tuple(one.ask for one in said if one.disputed),
        unconfirmed=tuple(one.ask for one in said if not one.confirmed and not one.disputed),
        tasks=missing_tasks(picture.book, picture.engagement),
        key_inputs=tuple(
            one
            for one in picture.book.playbook.page.key_inputs
            if one.id not in setup.key_inputs and holds(compile_condition(one.when), picture.facts)
        ),
        unsettled_result=bool(picture.book.last) and picture.result.stands is not ResultStands.CONFIRMED,
    )


def _complete(picture: Picture, event: Complete, roster: Roster) -> Step:
    """The workshop is completed: a meeting that still runs ends, the tasks of the end are done, and the
    shared card says so. Completed already, nothing changes."""
    if picture.engagement.status == "completed":
        return Step(picture.engagement)
    stopped = stop_meeting(picture, event.by)
    engagement, mark = stopped.engagement, Mark(event.by.key, utc(picture.now))
    tasks = dict(engagement.tasks)
    for task in task_lines(picture.book, engagement):
        if task.closes and task.done is None:
            tasks[task.id] = replace(tasks.get(task.id, TaskState()), done=mark)
    after = replace(engagement, status="completed", completed=mark, tasks=tasks, talks={}, last_answer={})
    step = changed(picture, after, "complete", event.by)
    return Step(step.engagement, (*stopped.effects, *step.effects), (*stopped.records, *step.records))


def _reopen(picture: Picture, event: Reopen, roster: Roster) -> Step:
    """The workshop runs again, and what its end did is undone: its tasks are open. A meeting that ended with
    it does not begin again. Running already, nothing changes."""
    engagement = picture.engagement
    if engagement.status == "running":
        return Step(engagement)
    tasks = {key: _before_the_end(task, engagement.completed) for key, task in engagement.tasks.items()}
    after = replace(
        engagement,
        status="running",
        completed=None,
        tasks={key: task for key, task in tasks.items() if task != TaskState()},
        recall=recall_of_today(picture),
    )
    return changed(picture, after, "reopen", event.by)


def _before_the_end(task: TaskState, end: Mark | None) -> TaskState:
    """The task, not done where it was the end that did it: then both have the same mark."""
    return replace(task, done=None) if task.done == end else task


HANDLERS: Handlers = {
    Complete: _complete,
    Reopen: _reopen,
}

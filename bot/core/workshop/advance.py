"""What comes next: an event turns an engagement into the next one, and says what is to be done.

`advance` decides and never sends. It is pure: same playbook, engagement, event and moment, same step.
"""

from __future__ import annotations

from datetime import datetime

from bot.core.answers.events import Confirm, Except, Say, Settle
from bot.core.answers.settling import confirm, settle
from bot.core.answers.steps import _except, _say
from bot.core.checkins.events import Mute, SeriesEvent
from bot.core.checkins.steps import keep_series, mute
from bot.core.engagement import Engagement
from bot.core.meeting import steps as live
from bot.core.meeting.events import LiveNext, LiveStart, LiveStop
from bot.core.metrics.events import DropMetric, EnterValues, ReviewHeld, SetTarget
from bot.core.minutes import steps as minutes
from bot.core.minutes.events import ConfirmMinutes, IssueMinutes
from bot.core.people.events import Speak, Stop, TakePart
from bot.core.people.steps import _speak, _stop, _take_part
from bot.core.plan.events import ActOnItem, AddItem
from bot.core.plan.steps import act_on_item, add_item
from bot.core.playbook.book import Book
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.record.completing import complete
from bot.core.record.events import (
    ActOnTask,
    AddTask,
    Complete,
    Recording,
    ShowMaterial,
    TickOutcome,
    WriteNote,
    WriteOverall,
)
from bot.core.record.material_steps import show_material
from bot.core.record.outcome_steps import tick_outcome
from bot.core.record.steps import write_note, write_overall
from bot.core.record.task_steps import act_on_task, add_task, with_tasks
from bot.core.setup.events import Discard, GoOn, HandOver, Redirect, SetUp
from bot.core.setup.steps import end, go_on, hand_over, set_up
from bot.core.step import Step
from bot.core.talks.events import DecideTalk
from bot.core.workshop.events import Event
from bot.core.workshop.replan import with_plan
from bot.core.workshop.rights import refusal, untimely
from bot.core.workshop.value_steps import add_value


def advance(book: Book, engagement: Engagement, event: Event, now: datetime, roster: Roster) -> Step:
    """The step that an event leads to. `roster` are the people who can be chosen in person fields."""
    return advance_from(Picture(book, engagement, now), event, roster)


def advance_from(picture: Picture, event: Event, roster: Roster) -> Step:
    """The same from a picture that was drawn already."""
    engagement = picture.engagement
    problem = untimely(engagement, event)
    if problem is not None:
        return Step(engagement, faults=(refusal(engagement, problem),))
    step = with_tasks(picture, with_plan(picture, _step(picture, event, roster)))
    return minutes.with_minutes(picture, step)


def _step(picture: Picture, event: Event, roster: Roster) -> Step:
    match event:
        case SetUp():
            return set_up(picture, event)
        case GoOn():
            return go_on(picture, event)
        case Redirect():
            return end(picture, "redirected", "redirect", event.by)
        case Discard():
            return end(picture, "gone", "discard", event.by)
        case Settle():
            return settle(picture, event)
        case HandOver():
            return hand_over(picture, event, roster)
        case LiveStart():
            return live.start(picture, event.by)
        case LiveNext():
            return live.go_on(picture, event.by, event.seen)
        case LiveStop():
            return live.stop(picture, event.by)
        case Confirm():
            return confirm(picture, event)
        case TakePart():
            return _take_part(picture, event)
        case Say():
            return _say(picture, event, roster)
        case Except():
            return _except(picture, event, roster)
        case Stop():
            return _stop(picture, event.by)
        case Speak():
            return _speak(picture, event)
        case AddItem():
            return add_item(picture, event, roster)
        case ActOnItem():
            return act_on_item(picture, event, roster)
        case IssueMinutes():
            return minutes.issue(picture, event)
        case ConfirmMinutes():
            return minutes.confirm(picture, event)
        case Mute():
            return mute(picture, event)
        case DecideTalk() | SetTarget() | EnterValues() | DropMetric() | ReviewHeld():
            return add_value(picture, event)
        case _ if isinstance(event, SeriesEvent):
            return keep_series(picture, event)
        case _:
            return _record(picture, event, roster)


def _record(picture: Picture, event: Recording, roster: Roster) -> Step:
    match event:
        case Complete():
            return complete(picture, event)
        case AddTask():
            return add_task(picture, event)
        case ActOnTask():
            return act_on_task(picture, event)
        case ShowMaterial():
            return show_material(picture, event)
        case TickOutcome():
            return tick_outcome(picture, event)
        case WriteNote():
            return write_note(picture, event)
        case WriteOverall():
            return write_overall(picture, event, roster)

"""The core's entry: an event turns an engagement into the next one, with the effects to carry out.

`advance` decides and never sends. It is pure: same playbook, engagement, event and moment, same step.
"""

from __future__ import annotations

from datetime import datetime

from bot.core.engagement import Engagement
from bot.core.minutes.steps import with_minutes
from bot.core.playbook.book import Book
from bot.core.questions.lasting import with_lasting
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.record.task_steps import with_tasks
from bot.core.step import Event, Step
from bot.core.workshop.differing import with_differing
from bot.core.workshop.replan import with_plan
from bot.core.workshop.rights import refusal, untimely
from bot.core.workshop.tables import HANDLERS


def advance(book: Book, engagement: Engagement, event: Event, now: datetime, roster: Roster) -> Step:
    """The step that an event leads to. `roster` are the people who can be chosen in person fields."""
    return advance_from(Picture(book, engagement, now), event, roster)


def advance_from(picture: Picture, event: Event, roster: Roster) -> Step:
    """The same from a picture at hand. The step includes all that follows from any change: the plan and its
    due dates, the tasks, the minutes, and the cards in the thread that are kept true."""
    problem = untimely(picture.engagement, event)
    if problem is not None:
        return Step(picture.engagement, faults=(refusal(picture.engagement, problem),))
    step = with_differing(picture, HANDLERS[type(event)](picture, event, roster), event)
    return with_lasting(picture, with_minutes(picture, with_tasks(picture, with_plan(picture, step))))

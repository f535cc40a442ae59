"""The rights in a workshop: the reasons why an event is refused by its moment or its person."""

from __future__ import annotations

from bot.core.engagement import Engagement
from bot.core.problems import Fault, Problem
from bot.core.reading.wording import name_of
from bot.core.step import Event


def untimely(engagement: Engagement, event: Event) -> Problem | None:
    """The problem that forbids this event to its person in the engagement as it stands; None if allowed."""
    if event.for_fm and event.by.key != engagement.fm:
        return Problem.FM_ONLY
    if engagement.status not in event.held_in:
        return Problem.NOT_SET_UP if engagement.status == "setup" else Problem.WORKSHOP_FINISHED
    return event.objection(engagement)


def refusal(engagement: Engagement, problem: Problem) -> Fault:
    """A refusal; where something is for the FM alone it says who that is."""
    named = (("fm", name_of(engagement, engagement.fm)),) if problem is Problem.FM_ONLY else ()
    return Fault(problem, values=named)

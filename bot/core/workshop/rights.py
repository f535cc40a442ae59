"""Who may do what in a workshop, and when: why an event comes too early, too late, or from somebody else."""

from __future__ import annotations

from bot.core.answers.events import Confirm, Except, Say, Settle
from bot.core.checkins.events import SeriesEvent
from bot.core.checkins.series import HELD_IN
from bot.core.engagement import Engagement
from bot.core.meeting.events import LiveNext, LiveStart
from bot.core.minutes.events import ConfirmMinutes, IssueMinutes
from bot.core.people.events import TakePart
from bot.core.plan.events import ActOnItem, AddItem
from bot.core.problems import Fault, Problem
from bot.core.reading.wording import name_of
from bot.core.record.events import Recording
from bot.core.setup.events import Discard, GoOn, Redirect, SetUp
from bot.core.setup.steps import needs_decision
from bot.core.talks.events import ValueEvent
from bot.core.workshop.events import Event, Leading

_IN_A_WORKSHOP = Say | Except | LiveStart | LiveNext | AddItem | ActOnItem | Recording
"""What a workshop must be set up for, and must not be left to others or discarded."""


def untimely(engagement: Engagement, event: Event) -> Problem | None:
    """Why this person cannot do this in the workshop as it stands, None where they can."""
    status = engagement.status
    match event:
        case _ if isinstance(event, Leading) and event.by.key != engagement.fm:
            return Problem.FM_ONLY
        case _ if isinstance(event, SeriesEvent | ValueEvent) and status not in HELD_IN:
            return Problem.NOT_SET_UP if status == "setup" else Problem.WORKSHOP_FINISHED
        case SetUp() | GoOn() | TakePart() if status in ("completed", "gone"):
            return Problem.WORKSHOP_FINISHED
        case _ if status == "setup" and isinstance(event, _IN_A_WORKSHOP):
            return Problem.NOT_SET_UP
        case IssueMinutes() | ConfirmMinutes() if status not in ("running", "completed"):
            return Problem.NOT_SET_UP if status == "setup" else Problem.WORKSHOP_FINISHED
        case Say() | Except() | Settle() | Confirm() | LiveStart() | LiveNext() if status != "running":
            return Problem.WORKSHOP_FINISHED
        case _ if status not in ("running", "completed") and isinstance(event, _IN_A_WORKSHOP):
            return Problem.WORKSHOP_FINISHED
        case GoOn() if not needs_decision(engagement) and engagement.setup.enterprise_reason is None:
            return Problem.OLD_CARD
        case Redirect() if not needs_decision(engagement) and status != "redirected":
            return Problem.OLD_CARD
        case Discard() if status == "completed":
            return Problem.WORKSHOP_FINISHED
    return None


def refusal(engagement: Engagement, problem: Problem) -> Fault:
    """A refusal; where something is for the FM alone it says who that is."""
    named = (("fm", name_of(engagement, engagement.fm)),) if problem is Problem.FM_ONLY else ()
    return Fault(problem, values=named)

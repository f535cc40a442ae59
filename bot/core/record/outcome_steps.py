"""The FM ticks an outcome."""

from __future__ import annotations

from msgspec.structs import replace

from bot.core.clock import utc
from bot.core.engagement import Mark
from bot.core.problems import Fault, Problem
from bot.core.questions.changes import Handlers, noted
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.record.events import TickOutcome
from bot.core.record.outcomes import find_outcome
from bot.core.step import Step


def _tick_outcome(picture: Picture, event: TickOutcome, roster: Roster) -> Step:
    """Note that an outcome is reached, or remove that note. One that follows from others stays as it is."""
    engagement = picture.engagement
    state = find_outcome(picture, event.outcome)
    if state is None or state.ruled:
        return Step(engagement, faults=(Fault(Problem.OLD_CARD),))
    before = engagement.outcomes.get(event.outcome)
    if (before is None) == event.undo:
        return Step(engagement)
    outcomes = {key: one for key, one in engagement.outcomes.items() if key != event.outcome}
    if not event.undo:
        outcomes[event.outcome] = Mark(event.by.key, utc(picture.now))
    what = "outcome_undo" if event.undo else "outcome"
    return noted(picture, replace(engagement, outcomes=outcomes), what, event.by, event.outcome, before)


HANDLERS: Handlers = {
    TickOutcome: _tick_outcome,
}

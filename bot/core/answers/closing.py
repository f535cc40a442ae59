"""The FM asks the last question early, while others are open."""

from __future__ import annotations

from msgspec.structs import replace

from bot.core.answers.events import AskLast
from bot.core.clock import utc
from bot.core.engagement import Mark
from bot.core.problems import Fault, Problem
from bot.core.questions.changes import Handlers, noted
from bot.core.questions.closing import ResultStands
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.step import Step


def may_be_asked(picture: Picture) -> bool:
    """True while the last question can be asked before its time, or again: the result is not confirmed, and
    the question is not asked already."""
    last, asks = picture.book.last, picture.asks
    if last is None or last.question.id not in picture.every.by_key:
        return False
    waits = asks.last and (asks.again or not picture.settled(asks.by_key[asks.last]))
    return picture.result.stands is not ResultStands.CONFIRMED and not waits


def _ask(picture: Picture, event: AskLast, roster: Roster) -> Step:
    """The last question goes to those whose question it is; asked already, nothing changes."""
    engagement = picture.engagement
    if picture.book.last is None:
        return Step(engagement, faults=(Fault(Problem.NOT_ASKED),))
    if not may_be_asked(picture):
        return Step(engagement)
    opened = Mark(event.by.key, utc(picture.now))
    after = replace(engagement, closing=replace(engagement.closing, opened=opened))
    return noted(picture, after, "ask_last", event.by)


HANDLERS: Handlers = {
    AskLast: _ask,
}

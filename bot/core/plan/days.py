"""The day by which an action is due: spread over a week, what must stand first coming first."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from math import ceil

from bot.core.playbook.ask import Ask
from bot.core.questions.facts import SAYING, EngagementFacts, the_answer
from bot.core.questions.picture import Picture
from bot.core.questions.verdicts import agree
from bot.core.workdays import known_zone

_SOONEST = 2
"""Working days that everybody has after the workshop."""
_WEEK = 5
"""Working days over which the actions are spread that would fall on the same day."""


def action_day(picture: Picture, ask: Ask) -> date:
    """The working day by which a gap's action is due: in the working week that ends so many working days
    after the workshop began, or so many weeks before the launch where that is earlier.

    Where that has passed when the gap was said or the launch moved, it is in the working days after that
    which the question has, still in time for the launch; where even its latest sensible start has passed, in
    the next working week. The day follows from the question's place in the playbook, the days of the
    workshop, the answer and the launch alone: no other gap moves it.
    """
    facts, question = picture.facts, ask.question
    place = picture.book.precedence[question.id]
    first = facts.add_workdays(_said_on(picture, ask), 1)
    started = date.fromisoformat(picture.engagement.started[:10])
    soonest = min(question.due, max(_SOONEST, question.due + 1 - _WEEK))
    room = question.due + 1 - soonest
    day = facts.add_workdays(started, soonest - 1 + ceil(room * place.due))
    last, in_time = _last(facts, ask, first)
    if last is not None and in_time:
        begin = max(first, facts.add_workdays(last, 1 - _WEEK))
        day = min(day, _within(facts, begin, last, place.lead))
    if day >= first and in_time:
        return day
    end = facts.add_workdays(first, max(_WEEK, question.due if in_time else 0) - 1)
    if last is not None and (in_time or last > first):
        end = min(end, last)
    return _within(facts, first, end, place.all)


def _last(facts: EngagementFacts, ask: Ask, first: date) -> tuple[date | None, bool]:
    """The last day that makes sense before the launch, None without one, and whether it is in time for the
    latest sensible start."""
    launch = facts.day("launch")
    if launch is None:
        return None, True
    latest = launch - timedelta(weeks=ask.question.lead)
    if not facts.calendar.is_workday(latest):
        latest = facts.add_workdays(latest, -1)
    return (latest, True) if latest >= first else (facts.add_workdays(launch, -1), False)


def _within(facts: EngagementFacts, begin: date, end: date, share: float) -> date:
    """The working day at that share of those from `begin`, which is one, to `end`."""
    days = [begin]
    while days[-1] < end:
        days.append(facts.add_workdays(days[-1], 1))
    return days[ceil(len(days) * share) - 1]


def _said_on(picture: Picture, ask: Ask) -> date:
    """The day on which a question got the answer that it has, or somebody differed, or the launch was moved
    after that. Who only says the same moves nothing."""
    engagement = picture.engagement
    zone = known_zone(engagement.setup.time_zone)
    voices = engagement.voices.get(ask.key, [])
    answer = the_answer(voices)
    said = [
        voice.at
        for voice in voices
        if voice.kind in SAYING and (voice is answer or answer is None or not agree(voice, answer))
    ]
    moments = [datetime.fromisoformat(at).astimezone(zone).date() for at in said]
    moved = date.fromisoformat(engagement.launch_moved) if engagement.launch_moved else None
    known = [day for day in (*moments, moved) if day is not None]
    return max(known, default=date.fromisoformat(engagement.started[:10]))

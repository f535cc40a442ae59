"""The rights in a workshop: who may open it from elsewhere, and the reasons why an event is refused."""

from __future__ import annotations

from bot.core.engagement import Engagement, Person
from bot.core.plan.items import owns_something
from bot.core.problems import Fault, Problem
from bot.core.questions.facts import the_answer
from bot.core.questions.picture import Picture
from bot.core.reading.wording import name_of
from bot.core.step import Event


def may_open(picture: Picture, person: Person) -> bool:
    """True for those who reach a workshop from their personal chat: its FM, whoever takes part with a role,
    answered or was handed a question, or owns an action."""
    engagement = picture.engagement
    known = engagement.people.get(person.key)
    return (
        person.key == engagement.fm
        or (known is not None and bool(known.roles))
        or _was_asked(engagement, person)
        or _has_answered(engagement, person)
        or owns_something(picture, person)
    )


def _was_asked(engagement: Engagement, person: Person) -> bool:
    answers = map(the_answer, engagement.voices.values())
    return any(one is not None and one.handed_to == person.key for one in answers)


def _has_answered(engagement: Engagement, person: Person) -> bool:
    return any(voice.by == person.key for voices in engagement.voices.values() for voice in voices)


def untimely(engagement: Engagement, event: Event) -> Problem | None:
    """The problem that forbids this event to its person in the engagement as it stands; None if allowed."""
    if event.for_fm and event.by.key != engagement.fm:
        return Problem.FM_ONLY
    if engagement.status not in event.held_in:
        return Problem.NOT_SET_UP if engagement.status == "setup" else Problem.WORKSHOP_FINISHED
    return event.objection(engagement)


def refusal(engagement: Engagement, problem: Problem) -> Fault:
    """A refusal; where it is the FM's turn it says who that is."""
    names_fm = problem in (Problem.FM_ONLY, Problem.NOT_SET_UP)
    return Fault(problem, values=(("fm", name_of(engagement, engagement.fm)),) if names_fm else ())

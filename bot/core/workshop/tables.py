"""The tables of all features, put together: the handlers of events, and the cards that are posted."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.answers import closing, settling
from bot.core.answers import effects as answers_effects
from bot.core.answers import steps as answers
from bot.core.checkins import steps as checkins
from bot.core.meeting import effects as meeting_effects
from bot.core.meeting import steps as meeting
from bot.core.metrics import steps as metrics
from bot.core.minutes import effects as minutes_effects
from bot.core.minutes import steps as minutes
from bot.core.people import effects as people_effects
from bot.core.people import invitations
from bot.core.people import steps as people
from bot.core.plan import steps as plan
from bot.core.questions import effects as workshop_effects
from bot.core.questions.changes import Handlers
from bot.core.record import completing, material_steps, outcome_steps, task_steps
from bot.core.record import steps as record
from bot.core.setup import steps as setup
from bot.core.step import Post
from bot.core.talks import effects as talks_effects
from bot.core.talks import steps as talks

HANDLERS: Handlers = {
    **setup.HANDLERS,
    **people.HANDLERS,
    **invitations.HANDLERS,
    **answers.HANDLERS,
    **closing.HANDLERS,
    **settling.HANDLERS,
    **meeting.HANDLERS,
    **plan.HANDLERS,
    **checkins.HANDLERS,
    **talks.HANDLERS,
    **metrics.HANDLERS,
    **record.HANDLERS,
    **task_steps.HANDLERS,
    **material_steps.HANDLERS,
    **outcome_steps.HANDLERS,
    **completing.HANDLERS,
    **minutes.HANDLERS,
}
"""Every event that there is, with the function that makes its step."""

POSTS: Mapping[str, type[Post]] = {
    post.kind: post
    for post in (
        *workshop_effects.POSTS,
        *answers_effects.POSTS,
        *people_effects.POSTS,
        *meeting_effects.POSTS,
        *talks_effects.POSTS,
        *minutes_effects.POSTS,
    )
}
"""Every card that is posted by itself, by the name that its note has in the store."""

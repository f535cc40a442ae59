"""The content of the minutes as a mark, and the status of the minutes that follows from it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from bot.core.keys import short_hash
from bot.core.metrics.followed import followed
from bot.core.questions.facts import the_answer
from bot.core.questions.picture import Picture
from bot.core.questions.verdicts import is_disputed
from bot.core.talks.talks import talks_of


class Standpoint(StrEnum):
    """The status of the minutes: never issued, waiting for confirmation, confirmed, or no longer right."""

    NONE = "none"
    WAITING = "waiting"
    CONFIRMED = "confirmed"
    CHANGED = "changed"


def stands(picture: Picture) -> Standpoint:
    """The status of the minutes now: a later answer or decision makes them no longer right."""
    given = picture.engagement.minutes
    if given is None:
        return Standpoint.NONE
    if given.content != content_mark(picture):
        return Standpoint.CHANGED
    return Standpoint.CONFIRMED if given.confirmed else Standpoint.WAITING


def content_mark(picture: Picture) -> str:
    """A hash of all that the minutes state and people decided: equal as long as nobody decided otherwise.

    It leaves out changes that time alone brings (a verdict that a date turns) and the progress of actions.
    """
    engagement = picture.engagement
    said = {}
    for one in picture.standings:
        voices = engagement.voices.get(one.ask.key, [])
        answer = the_answer(voices)
        if answer is not None:
            disputed = is_disputed(voices, engagement.settled.get(one.ask.key))
            said[one.ask.key] = (answer.kind, answer.fields, answer.reason, answer.cut, disputed)
    agreed = [
        (key, state.title, state.owner, state.due, state.status == "dropped")
        for key, state in engagement.plan.items()
        if state.title or state.owner or state.due or state.status == "dropped"
    ]
    cadence = engagement.check_in.cadence if engagement.check_in else None
    setup = engagement.setup
    shown = (setup.customer, setup.services, setup.in_use, setup.pilot, setup.launch)
    talks = [(one.id, one.talks, one.day) for one in talks_of(picture) if one.status == "accepted"]
    aims = [(one.key, one.state.baseline, one.state.target, one.state.date) for one in followed(picture)]
    whole = (shown, said, sorted(agreed, key=lambda one: one[0]), talks, aims, cadence)
    return short_hash(msgspec.json.encode(whole, order="sorted").decode())

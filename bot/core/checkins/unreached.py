"""People whom the bot cannot write to in person: that the FM hears of them once, and the next try."""

from __future__ import annotations

from msgspec.structs import replace

from bot.core.clock import utc
from bot.core.engagement import Engagement, Unreached
from bot.core.questions.picture import Picture

UNREACHED_DUE = "unreached"
"""The item of the due index under which the FM is told whom the bot cannot write to."""


def when_unreachable(picture: Picture, person: str, item: str, at: str, *, heard: bool) -> Engagement:
    """The engagement when a message could not go to a person in person. `heard`: the thread took it;
    otherwise it is kept for when they add the app, and they may be told something else today."""
    engagement = picture.engagement
    known = engagement.unreached.get(person)
    told = person == engagement.fm or (known is not None and known.told)
    mark = Unreached(told=told) if heard else Unreached(item, at, told)
    after = replace(engagement, unreached={**engagement.unreached, person: mark})
    if not heard:
        after = replace(after, told={key: day for key, day in after.told.items() if key != person})
    if not told and UNREACHED_DUE not in after.due:
        after = replace(after, due={**after.due, UNREACHED_DUE: utc(picture.now)})
    return after


def when_reachable(engagement: Engagement, person: str) -> Engagement:
    """The engagement when a message reached a person in person; the same object where that is no news."""
    if person not in engagement.unreached:
        return engagement
    return replace(
        engagement, unreached={key: mark for key, mark in engagement.unreached.items() if key != person}
    )


def with_next_try(engagement: Engagement, person: str) -> Engagement:
    """The engagement when a person added the app: what found no way to them is due again."""
    mark = engagement.unreached.get(person)
    after = when_reachable(engagement, person)
    return replace(after, due={**after.due, mark.item: mark.at}) if mark and mark.item else after


def unreached_people(engagement: Engagement) -> list[str]:
    """The people of whom the FM has not been told yet."""
    return [person for person, mark in engagement.unreached.items() if not mark.told]


def when_fm_knows(engagement: Engagement) -> Engagement:
    """The engagement when the FM was told of all of them."""
    marks = {person: replace(mark, told=True) for person, mark in engagement.unreached.items()}
    return replace(engagement, unreached=marks)

"""Makes due again what could not be told to a person, in every workshop that concerns them."""

from __future__ import annotations

from datetime import datetime

from bot.core.checkins.unreached import with_next_try
from bot.core.engagement import Engagement
from bot.core.ports import Conflict
from bot.kept.engagements import Engagements

_TRIES = 5


async def try_again(engagements: Engagements, person: str, now: datetime) -> None:
    """They added the app: what found no way to them is due again, and they are known as reachable. It takes
    two queries of indexes, and a read for each workshop of theirs."""
    led = await engagements.portfolio.all_of_fm(person)
    for key in dict.fromkeys([*led, *await engagements.homes.of_person(person)]):
        for _ in range(_TRIES):
            loaded = await engagements.load(key)
            known = _known_as(loaded.engagement, person) if loaded is not None else None
            if loaded is None or known is None:
                break
            try:
                await engagements.commit(loaded, with_next_try(loaded.engagement, known), (), now)
            except Conflict:
                continue
            break


def _known_as(engagement: Engagement, person: str) -> str | None:
    """The key of this person among those who could not be reached: in their own chat an activity may name
    another tenant than the roster does, and an object id is one person's alone."""
    wanted = person.rpartition("/")[2].lower()
    return next((key for key in engagement.unreached if key.rpartition("/")[2].lower() == wanted), None)

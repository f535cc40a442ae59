"""Presses of which nobody knows whether they were stored: the person's next view says so once it is known."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.engagement import Engagement, Person
from bot.core.ports import Clock
from bot.core.questions.news import shown_anew
from bot.teams.inbound.incoming import Incoming

_REMEMBERED = timedelta(minutes=10)
"""How long a write may be on its way that outlasted its turn."""


@dataclass(frozen=True, slots=True)
class _CutOff:
    """The activity whose commit was cut off, and when that was."""

    activity: str
    at: datetime


class UncertainWrites:
    """The last such press of each person in each workshop, in this process."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._cut_off: OrderedDict[tuple[str, str], _CutOff] = OrderedDict()

    def __contains__(self, incoming: Incoming) -> bool:
        return any(one.activity == incoming.id for one in self._cut_off.values())

    def note(self, engagement: str, incoming: Incoming) -> None:
        """Its commit is on its way, and nobody waits for it any more."""
        now = self._clock.now()
        while self._cut_off and now - next(iter(self._cut_off.values())).at > _REMEMBERED:
            self._cut_off.popitem(last=False)
        self._cut_off.pop((engagement, incoming.person.id), None)
        self._cut_off[engagement, incoming.person.id] = _CutOff(incoming.id, now)

    def told(self, engagement: Engagement, person: Person, incoming: Incoming) -> Engagement:
        """The engagement in which this person's next view says that their press was stored, if it was; else
        the very same object."""
        cut_off = self._cut_off.get((engagement.id, person.id))
        if cut_off is None or cut_off.activity not in engagement.seen or cut_off.activity == incoming.id:
            return engagement
        return shown_anew(engagement, person.key, cut_off.activity)

    def forget(self, engagement: Engagement, person: Person) -> None:
        """What was stored has been said, or is noted with the workshop."""
        cut_off = self._cut_off.get((engagement.id, person.id))
        if cut_off is not None and cut_off.activity in engagement.seen:
            del self._cut_off[engagement.id, person.id]

"""What the clients of people draw: some phones leave charts blank."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime, timedelta

from bot.core.ports import Clock
from bot.teams.inbound.incoming import Incoming

_PHONES = ("ios", "android")
_REMEMBERED = timedelta(hours=1)
_KEPT = 10_000


class Clients:
    """The clients that people use now. Not every press names its client: then it is the one before, of the
    last hour."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._phones: OrderedDict[str, datetime] = OrderedDict()

    def is_phone(self, incoming: Incoming) -> bool:
        """True where the person reads the answer on a phone."""
        person, now = incoming.person.key, self._clock.now()
        if incoming.platform.lower() in _PHONES:
            self._phones[person] = now
            self._phones.move_to_end(person)
            if len(self._phones) > _KEPT:
                self._phones.popitem(last=False)
        elif incoming.platform:
            self._phones.pop(person, None)
        seen = self._phones.get(person)
        return seen is not None and now - seen <= _REMEMBERED

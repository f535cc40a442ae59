"""Messages that this process has answered lately: the same one again has had its answer."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime, timedelta

from bot.core.ports import Clock
from bot.teams.inbound.incoming import Incoming

_REMEMBERED = timedelta(minutes=10)


class Answered:
    """The messages answered in the last ten minutes. Presses are answered anew: their answer is a view."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._recent: OrderedDict[tuple[str, str], datetime] = OrderedDict()

    def __contains__(self, incoming: Incoming) -> bool:
        now = self._clock.now()
        while self._recent and now - next(iter(self._recent.values())) > _REMEMBERED:
            self._recent.popitem(last=False)
        return (incoming.conversation, incoming.id) in self._recent

    def add(self, incoming: Incoming) -> None:
        """It is answered now."""
        if incoming.kind == "message":
            self._recent[incoming.conversation, incoming.id] = self._clock.now()

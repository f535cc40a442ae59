"""Pointer rows: which of a channel's engagements was started last."""

from __future__ import annotations

from collections import OrderedDict

from bot.core.engagement import Engagement
from bot.core.keys import place_key
from bot.core.ports import Replace, Store, Table

_POINTER = "current"
_KEPT = 10_000


class Channels:
    """The numbers of the latest engagements, by place (`place_key`).

    Hints: a pointer is written before its engagement, and this process remembers what it saw last.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: OrderedDict[str, int] = OrderedDict()

    def known(self, place: str) -> int | None:
        """The number that this process saw last; None where it saw none."""
        return self._known.get(place)

    async def read(self, place: str) -> int | None:
        """The number that the store points to; None where there never was an engagement."""
        row = await self._store.get(Table.CHANNELS, place, _POINTER)
        return None if row is None else int(str(row.columns["number"]))

    async def point_to(self, engagement: Engagement) -> None:
        """Write the pointer to an engagement that is about to be committed."""
        pointer = Replace(_POINTER, {"number": engagement.number, "channel": engagement.channel})
        await self._store.commit(Table.CHANNELS, _place(engagement), [pointer])

    def remember(self, engagement: Engagement) -> None:
        """This process saw an engagement in its channel."""
        place = _place(engagement)
        self._known[place] = engagement.number
        self._known.move_to_end(place)
        if len(self._known) > _KEPT:
            self._known.popitem(last=False)


def _place(engagement: Engagement) -> str:
    return place_key(engagement.tenant, engagement.channel)

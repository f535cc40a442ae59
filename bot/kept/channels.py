"""Pointer rows: which of a channel's engagements was started last."""

from __future__ import annotations

from collections import OrderedDict

from bot.core.engagement import Engagement
from bot.core.keys import place_key
from bot.core.ports import Column, Conflict, Delete, Insert, Replace, Store, Table

_POINTER = "current"
_PASSED = "passed"
"""The column of the highest number that was given and is to be given to no other workshop."""
_KEPT = 10_000
_TRIES = 5


class Channels:
    """The numbers of the latest engagements, by place (`place_key`).

    Hints: a pointer is written before its engagement, and this process remembers what it saw last.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: OrderedDict[str, int] = OrderedDict()
        self._passed: dict[str, int] = {}

    def known(self, place: str) -> int | None:
        """The number that this process saw last; None where it saw none."""
        return self._known.get(place)

    async def read(self, place: str) -> int | None:
        """The number that the store points to; None where there never was an engagement."""
        row = await self._store.get(Table.CHANNELS, place, _POINTER)
        if row is not None and _PASSED in row.columns:
            self._passed[place] = int(str(row.columns[_PASSED]))
        return None if row is None else int(str(row.columns["number"]))

    def passed(self, tenant: str, channel: str) -> int:
        """The highest number of a workshop that was deleted here, as far as `read` told; 0 where none was."""
        return self._passed.get(place_key(tenant, channel), 0)

    async def pass_over(self, engagement: Engagement) -> None:
        """Give the number of a workshop that is to be deleted to no other one. Conflict where others keep
        writing the pointer."""
        for _ in range(_TRIES):
            row = await self._store.get(Table.CHANNELS, _place(engagement), _POINTER)
            known = {} if row is None else dict(row.columns)
            if int(str(known.get(_PASSED, 0))) >= engagement.number:
                return
            columns: dict[str, Column] = {
                "number": engagement.number,
                "channel": engagement.channel,
                **known,
                _PASSED: engagement.number,
            }
            change = Insert(_POINTER, columns) if row is None else Replace(_POINTER, columns, row.etag)
            try:
                await self._store.commit(Table.CHANNELS, _place(engagement), [change])
            except Conflict:
                continue
            return
        raise Conflict("a pointer is written by many at once")

    async def point_to(self, engagement: Engagement) -> None:
        """Write the pointer to an engagement that is about to be committed."""
        pointer = Replace(_POINTER, {"number": engagement.number, "channel": engagement.channel})
        await self._store.commit(Table.CHANNELS, _place(engagement), [pointer])

    async def bring_back(self, place: str, number: int) -> None:
        """Let a pointer lead to the latest engagement that is there, where it leads past the next one: that
        far ahead it is of engagements that never came."""
        row = await self._store.get(Table.CHANNELS, place, _POINTER)
        if row is not None and int(str(row.columns["number"])) > number + 1:
            changed = Replace(_POINTER, {**row.columns, "number": number}, row.etag)
            await self._store.commit(Table.CHANNELS, place, [changed])

    async def point_at_least_to(self, engagement: Engagement) -> None:
        """Write the pointer to an engagement that comes from elsewhere, unless it points to a later one.
        Conflict where others keep writing it."""
        place, number = _place(engagement), engagement.number
        columns: dict[str, Column] = {"number": number, "channel": engagement.channel}
        for _ in range(_TRIES):
            row = await self._store.get(Table.CHANNELS, place, _POINTER)
            if row is not None and int(str(row.columns["number"])) >= number:
                return
            change = Insert(_POINTER, columns) if row is None else Replace(_POINTER, columns, row.etag)
            try:
                await self._store.commit(Table.CHANNELS, place, [change])
            except Conflict:
                continue
            return
        raise Conflict("a pointer is written by many at once")

    async def forget(self, engagement: Engagement) -> None:
        """Delete the pointer of a place that nobody needs any more."""
        await self._store.commit(Table.CHANNELS, _place(engagement), [Delete(_POINTER)])

    def remember(self, engagement: Engagement) -> None:
        """This process saw an engagement in its channel."""
        place = _place(engagement)
        self._known[place] = engagement.number
        self._known.move_to_end(place)
        if len(self._known) > _KEPT:
            self._known.popitem(last=False)


def _place(engagement: Engagement) -> str:
    return place_key(engagement.tenant, engagement.channel)

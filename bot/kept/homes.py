"""The index of the workshops that concern each person: hints, checked against the engagement when used."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence

from bot.core.engagement import Engagement
from bot.core.keys import person_key
from bot.core.ports import Replace, Row, Store, Table
from bot.kept.chats import chat_place

_PREFIX = "in~"
"""Beside the chat with the person, in the same partition."""


def only_one(person: str) -> tuple[str, ...]:
    """The key itself: of somebody who can have no other."""
    return (person,)


class Homes:
    """The rows in the store, a partition a key of a person; `keys_of` names all that one may have. Whoever is
    from outside has one more for the workshop's tenant, which is presumed where their own is not told. A row
    is written before the commit that makes it true, so none is missing; one too many shows nothing, because
    the engagement says whom it concerns."""

    def __init__(self, store: Store, keys_of: Callable[[str], Iterable[str]] = only_one) -> None:
        self._store = store
        self._keys_of = keys_of

    async def of_person(self, person: str) -> list[str]:
        """The ids of the engagements that concern a person, the newest first."""
        places = map(chat_place, self._keys_of(person))
        found = await asyncio.gather(*(self._store.query(Table.CHANNELS, place, _PREFIX) for place in places))
        rows = {row.key: row for some in found for row in some}.values()
        return [row.key.removeprefix(_PREFIX) for row in sorted(rows, key=_began, reverse=True)]

    async def enter(self, engagement: Engagement, people: Iterable[str]) -> None:
        """Write the row of an engagement for each of these people."""
        await self._write(engagement, places_of(engagement, people))

    async def complete(self, engagement: Engagement, people: Iterable[str]) -> None:
        """Write the rows that are missing."""
        key, asked = home_key(engagement.id), places_of(engagement, people)
        found = await asyncio.gather(*(self._store.get(Table.CHANNELS, place, key) for place in asked))
        await self._write(engagement, [place for place, row in zip(asked, found, strict=True) if row is None])

    async def _write(self, engagement: Engagement, places: Sequence[str]) -> None:
        if not places:
            return
        change = Replace(home_key(engagement.id), {"started": engagement.started})
        await asyncio.gather(*(self._store.commit(Table.CHANNELS, place, [change]) for place in places))


def home_key(engagement: str) -> str:
    """The row of a workshop in somebody's home."""
    return _PREFIX + engagement


def places_of(engagement: Engagement, people: Iterable[str]) -> list[str]:
    """The partitions in which a workshop is entered for these people."""
    keys = (key for one in people for key in (one, person_key(engagement.tenant, one.partition("/")[2])))
    return list(dict.fromkeys(map(chat_place, keys)))


def _began(row: Row) -> tuple[str, str]:
    return str(row.columns.get("started", "")), row.key

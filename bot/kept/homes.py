"""The index of the workshops that concern each person: hints, checked against the engagement when used."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from bot.core.engagement import Engagement
from bot.core.ports import Replace, Row, Store, Table
from bot.kept.chats import chat_place

_PREFIX = "in~"
"""Beside the chat with the person, in the same partition."""


def only_one(person: str) -> tuple[str, ...]:
    """The key itself: of somebody who can have no other."""
    return (person,)


class Homes:
    """The rows in the store, a partition a key of a person; `keys_of` names all that one may have. A row
    is written before the commit that makes it true, so none is missing; one too many shows nothing, because
    the engagement says whom it concerns."""

    def __init__(self, store: Store, keys_of: Callable[[str], Iterable[str]] = only_one) -> None:
        self._store = store
        self._keys_of = keys_of

    async def of_person(self, person: str) -> list[str]:
        """The ids of the engagements that concern a person, the newest first."""
        found = await asyncio.gather(
            *(self._store.query(Table.CHANNELS, chat_place(key), _PREFIX) for key in self._keys_of(person))
        )
        rows = {row.key: row for some in found for row in some}.values()
        return [row.key.removeprefix(_PREFIX) for row in sorted(rows, key=_began, reverse=True)]

    async def enter(self, engagement: Engagement, people: Iterable[str]) -> None:
        """Write the row of an engagement for each of these people."""
        change = Replace(_PREFIX + engagement.id, {"started": engagement.started})
        await asyncio.gather(
            *(self._store.commit(Table.CHANNELS, chat_place(person), [change]) for person in people)
        )

    async def complete(self, engagement: Engagement, people: Iterable[str]) -> None:
        """Write the rows that are missing."""
        key, asked = _PREFIX + engagement.id, tuple(people)
        found = await asyncio.gather(
            *(self._store.get(Table.CHANNELS, chat_place(person), key) for person in asked)
        )
        await self.enter(
            engagement, [person for person, row in zip(asked, found, strict=True) if row is None]
        )


def _began(row: Row) -> tuple[str, str]:
    return str(row.columns.get("started", "")), row.key

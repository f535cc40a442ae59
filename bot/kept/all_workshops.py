"""The one reader of all workshops in the store, one after the other; for what works offline."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import msgspec

from bot.core.clock import utc
from bot.core.papers.source import Source
from bot.core.playbook.book import NoPlaybook
from bot.core.ports import RowUnreadable, Store, Table
from bot.kept.loaded import BookOf, Loaded, loaded_from
from bot.kept.long_texts import source_of
from bot.kept.state.row import STATE_ROW

_AT_ONCE = 16
"""States that are asked for at the same time, and held at most."""
_STARTED = "started"

WhyUnreadable = Literal["row", "playbook", "state", "content"]
"""Why a workshop cannot be read: a row of it is damaged; its playbook is missing; its row holds no state;
its state says something that nothing can be made of."""
Told = Callable[[int, int], None]
"""Told how many workshops are dealt with, and of how many."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A workshop that is in the store and cannot be read. Nothing that was written in it is told."""

    id: str
    why: WhyUnreadable


def silent(done: int, of: int) -> None:
    """Progress that nobody follows."""


async def all_workshops(
    store: Store, book_of: BookOf, progress: Told = silent
) -> AsyncIterator[Loaded | Unreadable]:
    """Each engagement as it stands when the reader comes to it, in the order in which they began.

    A few are held at a time, of all others the id and the beginning. One that cannot be read ends nothing.
    StoreUnavailable where the store does not answer.
    """
    ids = await _in_order(store)
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        found = await asyncio.gather(*(one_workshop(store, book_of, key) for key in some))
        for place, one in enumerate(found, first):
            progress(place, len(ids))
            if one is not None:
                yield one
    progress(len(ids), len(ids))


async def all_sources(
    store: Store, book_of: BookOf, progress: Told = silent
) -> AsyncIterator[Source | Unreadable]:
    """The same with what files are made from: every long text whole."""
    async for one in all_workshops(store, book_of, progress):
        yield await _source(store, one)


async def one_source(store: Store, book_of: BookOf, key: str) -> Source | Unreadable | None:
    """What files of one engagement are made from; None where there is no such engagement."""
    one = await one_workshop(store, book_of, key)
    return None if one is None else await _source(store, one)


async def one_workshop(store: Store, book_of: BookOf, key: str) -> Loaded | Unreadable | None:
    """One engagement; None where it is gone, or never was."""
    try:
        row = await store.get(Table.ENGAGEMENTS, key, STATE_ROW)
        return None if row is None else loaded_from(row, book_of)
    except RowUnreadable:
        return Unreadable(key, "row")
    except NoPlaybook:
        return Unreadable(key, "playbook")
    except (msgspec.MsgspecError, ValueError):
        return Unreadable(key, "state")


async def _source(store: Store, one: Loaded | Unreadable) -> Source | Unreadable:
    if isinstance(one, Unreadable):
        return one
    try:
        return await source_of(store, one)
    except RowUnreadable:
        return Unreadable(one.engagement.id, "row")


async def _in_order(store: Store) -> list[str]:
    """The ids of all, the earliest first; those whose beginning cannot be read before the others."""
    began: list[tuple[str, str]] = []
    async for row in store.heads(Table.ENGAGEMENTS, STATE_ROW, _STARTED):
        started = row.columns.get(_STARTED)
        began.append((utc(started) if isinstance(started, datetime) else "", row.partition))
    began.sort()
    return [key for _, key in began]

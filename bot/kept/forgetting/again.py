"""Forgets again whoever was forgotten before, where an import or an older backup brought them back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from bot.core.engagement import Engagement
from bot.core.keys import identity
from bot.core.ports import Store, Table
from bot.core.reading.taken_out import STAND_IN
from bot.kept.chats import CHAT, PERSON
from bot.kept.forgetting.eraser import Whom
from bot.kept.forgetting.reading import read_whole_workshop, these_or_all
from bot.kept.forgetting.remembered import Register, Remembered, read_register
from bot.kept.forgetting.walk import Forgetting
from bot.kept.loaded import BookOf
from bot.kept.purging.deleting import delete_rows


@dataclass(frozen=True, slots=True)
class Again:
    """How many `people` were found and forgotten again, and the workshops that could not be read: who is in
    them is not known, and stays in them."""

    people: int
    unread: tuple[str, ...]


async def forget_again(
    store: Store, book_of: BookOf, now: datetime, workshops: Iterable[str] | None = None
) -> Again:
    """Forget them in these workshops or in all. Whoever took part anew after they were forgotten did so of
    their own accord, and stays. StoreUnavailable, also for a damaged row: who knows who is in it."""
    register = await read_register(store)
    if not register.marks:
        return Again(0, ())
    found: dict[str, tuple[Remembered, list[str]]] = {}
    unread: list[str] = []
    for key in await these_or_all(store, workshops):
        try:
            known = await _known_in(store, book_of, key, register)
        except (msgspec.MsgspecError, ValueError):
            unread.append(key)
            continue
        for one, mark in known.items():
            found.setdefault(one, (mark, []))[1].append(key)
    forgetting = Forgetting(store, book_of, now)
    for one, (mark, places) in found.items():
        whom = Whom(frozenset({one}), bytes.fromhex(mark.salt))
        unread += (await forgetting.forget(whom, places, remembered=mark)).unread
    if workshops is None:
        await _chats(store, register)
    return Again(len(found), tuple(unread))


async def _known_in(store: Store, book_of: BookOf, key: str, register: Register) -> dict[str, Remembered]:
    read = await read_whole_workshop(store, book_of, key)
    if read is None:
        return {}
    engagement, rows = read[0].engagement, read[1]
    ids = _ids_in(msgspec.to_builtins(engagement))
    for row in rows:
        ids |= {str(value).lower() for name, value in row.columns.items() if name.endswith("_id") and value}
        ids |= {identity(str(value)) for value in row.columns.values() if _is_key(value)}
    marks = {one: register.find(one) for one in ids if one and not one.startswith(STAND_IN)}
    return {one: mark for one, mark in marks.items() if mark and not _came_back(engagement, one, mark)}


def _came_back(engagement: Engagement, one: str, mark: Remembered) -> bool:
    joined = (part.joined for key, part in engagement.people.items() if identity(key) == one)
    return any(at and datetime.fromisoformat(at) > datetime.fromisoformat(mark.at) for at in joined)


def _ids_in(node: Any) -> set[str]:
    if isinstance(node, str):
        return {identity(node)} if _is_key(node) else set()
    if isinstance(node, list):
        return {found for one in node for found in _ids_in(one)}
    if isinstance(node, dict):
        own = {str(node["id"]).lower()} if "id" in node else set[str]()
        return own | {found for one in node.items() for part in one for found in _ids_in(part)}
    return set()


def _is_key(value: object) -> bool:
    return isinstance(value, str) and value.count("/") == 1 and " " not in value and len(value) < 200


async def _chats(store: Store, register: Register) -> None:
    """The chats of those of whom no workshop speaks any more."""
    places = [place async for place in store.holders(Table.CHANNELS, CHAT)]
    for place in places:
        if register.find(place.removeprefix(PERSON)) is not None:
            await delete_rows(store, Table.CHANNELS, place, await store.query(Table.CHANNELS, place))

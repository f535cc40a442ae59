"""All that is kept of one person, workshop by workshop, to be handed to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

import msgspec

from bot.core.export.own import own_document
from bot.core.ports import Store, Table
from bot.kept.chats import CHAT, chat_place
from bot.kept.forgetting.eraser import Whom
from bot.kept.forgetting.reading import UNREADABLE, read_whole_workshop
from bot.kept.forgetting.workshop import OneWorkshop
from bot.kept.loaded import BookOf


async def own_data(
    store: Store,
    book_of: BookOf,
    ids: Collection[str],
    keys: Iterable[str],
    workshops: Iterable[str],
    now: datetime,
) -> dict[str, Any]:
    """Of somebody with these ids (in lower case), who may have these keys: what these workshops say of them,
    and of their chat. `unread` are those that cannot be read."""
    found: list[dict[str, Any]] = []
    unread: list[str] = []
    known = set(keys)
    for key in workshops:
        try:
            one = await _of_workshop(store, book_of, key, ids, now)
        except (*UNREADABLE, LookupError):
            unread.append(key)
            continue
        if one is not None:
            document, theirs = one
            found.append(document)
            known |= theirs
    chats = [chat async for chat in _chats(store, known)]
    return {
        "ids": sorted(ids),
        "as_of": now.isoformat(),
        "workshops": found,
        "chats": chats,
        "unread": unread,
    }


def own_file(data: dict[str, Any]) -> bytes:
    """The file that holds it."""
    return msgspec.json.format(msgspec.json.encode(data), indent=2) + b"\n"


async def _of_workshop(
    store: Store, book_of: BookOf, key: str, ids: Collection[str], now: datetime
) -> tuple[dict[str, Any], set[str]] | None:
    read = await read_whole_workshop(store, book_of, key)
    if read is None:
        return None
    loaded, rows = read
    one = OneWorkshop.of(loaded, rows, Whom(frozenset(ids), b""))
    if not (one.speaks_of_them or one.is_led_by_them):
        return None
    return own_document(loaded.book, loaded.engagement, rows, ids, now), one.keys


async def _chats(store: Store, keys: Iterable[str]) -> Any:
    for key in sorted(keys):
        row = await store.get(Table.CHANNELS, chat_place(key), CHAT)
        if row is not None:
            columns = row.columns.items()
            yield {
                name: value.isoformat() if isinstance(value, datetime) else value for name, value in columns
            }

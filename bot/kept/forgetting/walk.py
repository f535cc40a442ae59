"""Forgets a person in one workshop after the other, and in all that the bot keeps of them besides."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from bot.core.keys import identity, person_key, short_hash
from bot.core.ports import (
    Change,
    Conflict,
    Delete,
    Insert,
    Replace,
    Row,
    Store,
    StoreUnavailable,
    Table,
)
from bot.kept.audit.audit import AUDIT
from bot.kept.chats import chat_place
from bot.kept.due_index import SHARDS, due_of
from bot.kept.engagements import Engagements
from bot.kept.forgetting.eraser import Eraser, Traces, Whom
from bot.kept.forgetting.reading import UNREADABLE, read_whole_workshop, these_or_all
from bot.kept.forgetting.remembered import Remembered, new_mark, read_register, remember
from bot.kept.forgetting.workshop import OneWorkshop
from bot.kept.loaded import BookOf
from bot.kept.purging.deleting import complete_deletions, delete_rows, delete_workshop
from bot.kept.unsent import pending_of

_TRIES = 20


@dataclass
class Forgotten:
    """The outcome of a run: the rows that changed in each workshop (a dry one: that would), the rehearsals
    that went as a whole, the workshops that nobody leads now, how many rows beside them went, and the
    workshops that could not be read."""

    rows: dict[str, int] = field(default_factory=dict)
    rehearsals: list[str] = field(default_factory=list)
    unled: list[str] = field(default_factory=list)
    besides: int = 0
    unread: list[str] = field(default_factory=list)

    @property
    def found(self) -> bool:
        """True where anything was known of them."""
        return bool(self.rows or self.rehearsals or self.besides)


@dataclass
class _Found:
    """What a first look at all workshops tells of somebody: their keys and names, the workshops that speak of
    them, and how the keys of workshops in the same tenants begin."""

    keys: set[str]
    names: set[str] = field(default_factory=set)
    workshops: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)

    def may_name_them(self, workshop: str) -> bool:
        """True for their own workshops, and for others in which somebody may have written their name."""
        return workshop in self.workshops or workshop.partition("~")[0] in self.places


class Forgetting:
    """Takes people out of a store while others write in it; the same again completes what was cut off."""

    def __init__(self, store: Store, book_of: BookOf, now: datetime, *, dry: bool = False) -> None:
        self._store = store
        self._book_of = book_of
        self._now = now
        self._dry = dry
        self._engagements = Engagements(store, book_of)

    async def forget(
        self, whom: Whom, workshops: Iterable[str] | None = None, remembered: Remembered | None = None
    ) -> Forgotten:
        """Forget somebody everywhere, or in these workshops and in what leads to them. Unless they are
        `remembered` from before, they are so before anything else. What only a workshop tells of goes first,
        and the state of the workshop last, so that a run that was cut off finds it again. In the tenants of
        their workshops all are searched for their name. StoreUnavailable."""
        done, found = Forgotten(), _Found(set(whom.keys))
        if not self._dry:
            await complete_deletions(self._store)
        if remembered is None:
            await self._remember(whom, whom.ids)
        there = await these_or_all(self._store, workshops)
        for key in there:
            await self._look(key, whom, found, done)
        everywhere = Whom(whom.ids, whom.salt, frozenset(found.keys), whom.others)
        if remembered is None:
            await self._remember(everywhere, map(short_hash, found.keys))
        done.besides += sum([len(rows) async for _, _, rows in self._indexes(found.keys)])
        await self._besides(everywhere, found.names, done)
        # These are known from the workshops alone; their own are kept to the end, because they lead there.
        await self._unlisted(found.keys - whom.keys)
        for key in (key for key in there if found.may_name_them(key)):
            await self._in_workshop(key, everywhere, found.names, done)
        # Whoever served them meanwhile may have written it once more.
        await self._unlisted(found.keys)
        await self._besides(everywhere, found.names, Forgotten())
        return done

    async def whom(self, ids: Iterable[str], keys: Iterable[str], others: Iterable[str] = ()) -> Whom:
        """Somebody who is to be forgotten; one who was before is known again."""
        own, register = frozenset(one.lower() for one in ids), await read_register(self._store)
        marks = (register.find(one) for one in sorted(own))
        salt = next((bytes.fromhex(mark.salt) for mark in marks if mark), None) or secrets.token_bytes(16)
        return Whom(own, salt, frozenset(keys), tuple(others))

    async def _remember(self, whom: Whom, texts: Iterable[str]) -> None:
        if not self._dry:
            await remember(self._store, [new_mark(one, whom.salt, self._now) for one in texts])

    async def _look(self, key: str, whom: Whom, found: _Found, done: Forgotten) -> None:
        try:
            one = await self._read(key, whom)
        except UNREADABLE:
            done.unread.append(key)
            return
        if one is not None and (one.speaks_of_them or one.is_theirs):
            found.keys |= one.keys
            found.names |= one.traces.names
            found.workshops.add(key)
            found.places |= {key.partition("~")[0]}

    async def _in_workshop(self, key: str, whom: Whom, names: set[str], done: Forgotten) -> None:
        for _ in range(_TRIES):
            try:
                one = await self._read(key, whom, names)
                if one is None or await self._erased(one, done):
                    return
            except Conflict:
                continue
            except UNREADABLE:
                done.unread.append(key)
                return
        raise StoreUnavailable(f"workshop {key} is written all the time: run it again")

    async def _read(self, key: str, whom: Whom, names: Iterable[str] = ()) -> OneWorkshop | None:
        found = await read_whole_workshop(self._store, self._book_of, key)
        return None if found is None else OneWorkshop.of(*found, whom, names)

    async def _erased(self, one: OneWorkshop, done: Forgotten) -> bool:
        """False where it has to be read again."""
        engagement, key = one.loaded.engagement, one.loaded.engagement.id
        if one.is_theirs:
            if not self._dry:
                await delete_workshop(self._store, engagement, one.loaded.etag or "", with_place=True)
            done.rehearsals.append(key)
        elif one.speaks_of_them or one.names_them:
            if engagement.merged and not self._dry:
                await self._engagements.brought_forward(one.loaded, self._now)
                return False
            without = one.without_them()
            if not one.speaks_of_them and not without.changes:
                # The word is one that the workshop is made of.
                return True
            rows = await one.erase(without, self._store, self._engagements, self._now, dry=self._dry)
            done.rows[key] = rows
            if one.is_led_by_them:
                done.unled.append(key)
        return True

    async def _indexes(self, keys: Iterable[str]) -> AsyncIterator[tuple[Table, str, Sequence[Row]]]:
        """The rows of chats, homes and portfolios of these keys, by table and partition."""
        for key in sorted(keys):
            for table, place in ((Table.CHANNELS, chat_place(key)), (Table.PORTFOLIO, short_hash(key))):
                yield table, place, await self._store.query(table, place)

    async def _unlisted(self, keys: Iterable[str]) -> None:
        """Delete these, and the entries of what is due to them."""
        if self._dry:
            return
        async for table, place, rows in self._indexes(keys):
            await delete_rows(self._store, table, place, rows)
        hashes = set(map(short_hash, keys))
        for shard in SHARDS:
            due = [row for row in await self._store.query(Table.DUE, shard) if _is_for(row, hashes)]
            await delete_rows(self._store, Table.DUE, shard, due)

    async def _besides(self, whom: Whom, names: set[str], done: Forgotten) -> None:
        """What is not sent yet, and the log of who did what."""
        for partition, noted in (await pending_of(self._store)).items():
            for row in noted:
                await self._unsent(partition, row, whom, names, done)
        await self._in_the_log(whom, names, done)

    @staticmethod
    def _eraser(row: Row, whom: Whom, names: set[str]) -> Eraser:
        """What takes their place in a row that stands beside the workshops."""
        traces = Traces(whom.ids, "", names=set(names))
        traces.look_at_row(row)
        traces.tenant = min(traces.keys, default="/").partition("/")[0]
        return Eraser(whom, str(row.columns.get("engagement", "")), traces)

    async def _in_the_log(self, whom: Whom, names: set[str], done: Forgotten) -> None:
        for row in await self._store.query(Table.CHANNELS, AUDIT):
            columns = self._eraser(row, whom, names).columns(row.columns)
            if columns != row.columns:
                done.besides += 1
                if not self._dry:
                    await self._store.commit(Table.CHANNELS, AUDIT, [Replace(row.key, columns)])

    async def _unsent(self, partition: str, row: Row, whom: Whom, names: set[str], done: Forgotten) -> None:
        eraser = self._eraser(row, whom, names)
        key, columns = eraser.key_of(row.key), eraser.columns(row.columns)
        if key == row.key and columns == row.columns:
            return
        done.besides += 1
        changes: list[Change] = [Delete(row.key)]
        effect = _for_the_others(msgspec.json.decode(str(columns["effect"])), eraser)
        if effect is not None:
            columns["effect"] = msgspec.json.encode(effect).decode()
            changes = [Replace(key, columns)] if key == row.key else [Insert(key, columns), *changes]
        if not self._dry:
            try:
                await self._store.commit(Table.PENDING, partition, changes)
            except Conflict:
                await self._store.commit(Table.PENDING, partition, [Delete(row.key)])


def keys_known(ids: Iterable[str], tenants: Iterable[str]) -> set[str]:
    """The keys that somebody with these ids may have in these tenants."""
    return {person_key(tenant, one) for one in ids for tenant in tenants}


def _is_for(row: Row, hashes: set[str]) -> bool:
    return any(part in hashes for part in due_of(row).item.split("~"))


def _for_the_others(effect: dict[str, object], eraser: Eraser) -> dict[str, object] | None:
    """A card that is still to be posted, without them among those whom it is for; None where none is left."""
    found = dict(effect)
    for name, value in effect.items():
        if isinstance(value, list):
            left = [one for one in value if not (isinstance(one, str) and identity(one) == eraser.id)]
            if value and not left:
                return None
            found[name] = left
    return found

"""Engagements in the store: found by the place of a conversation, read once, committed whole."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as replace_fields
from datetime import datetime

import msgspec
from msgspec.structs import replace

from bot.core.book import Book
from bot.core.engagement import Engagement, Value
from bot.core.events import Record, RecordVoice
from bot.core.ports import Column, Delete, Replace, Row, Store, Table
from bot.core.rows import (
    STATE,
    engagement_id,
    place_key,
    read_state,
    record_changes,
    short_hash,
    state_change,
    voice_key,
)
from bot.papers.sources import Source, source_of

_CURRENT = "current"
_SEEN_KEPT = 64
_PLACES_KEPT = 10_000
_KNOWN_KEPT = 32
_OVER = ("completed", "redirected", "gone")


@dataclass(frozen=True, slots=True)
class Loaded:
    """An engagement as read, and the tag of that version; None before its first commit."""

    engagement: Engagement
    etag: str | None


class Ledger:
    """Reads and commits engagements.

    Which of a channel's engagements is the present one stands in an index row: a hint, kept in the
    process and read again when it turns out to be outdated. So a warm turn reads one row.
    """

    def __init__(self, store: Store, book: Book) -> None:
        self._store = store
        self._book = book
        self._numbers: OrderedDict[str, int] = OrderedDict()
        self._known: OrderedDict[str, Engagement] = OrderedDict()

    async def load(self, tenant: str, channel: str, number: int) -> Loaded | None:
        """One engagement of a channel by its number."""
        return await self.load_id(engagement_id(tenant, channel, number))

    async def load_id(self, key: str) -> Loaded | None:
        """An engagement by its id."""
        row = await self._store.get(Table.ENGAGEMENTS, key, STATE)
        if row is None:
            return None
        loaded = Loaded(read_state(row), row.etag)
        self._keep(loaded.engagement)
        return loaded

    def last_known(self, tenant: str, channel: str, number: int) -> Engagement | None:
        """An engagement as this process saw it last: for words to a person while the store is down."""
        return self._known.get(engagement_id(tenant, channel, number))

    async def current(self, tenant: str, channel: str) -> Loaded | None:
        """The latest engagement of a channel, open or over; None where there never was one."""
        place = place_key(tenant, channel)
        number, loaded = self._numbers.get(place), None
        if number is not None:
            loaded = await self.load(tenant, channel, number)
            if loaded is not None and loaded.engagement.status not in _OVER:
                return loaded
        row = await self._store.get(Table.CHANNELS, place, _CURRENT)
        if row is None:
            return None
        number = int(str(row.columns["number"]))
        if loaded is None or loaded.engagement.number != number:
            loaded = await self.load(tenant, channel, number)
        if loaded is None and number > 1:
            # The pointer was written and the engagement was not: the one before is the latest.
            loaded = await self.load(tenant, channel, number - 1)
        if loaded is not None:
            self._remember(place, loaded.engagement.number)
        return loaded

    async def commit(
        self, loaded: Loaded, engagement: Engagement, records: Sequence[Record], activity: str, now: datetime
    ) -> Loaded:
        """Write the engagement, its voices and its log in one transaction; Conflict where it changed.

        The id of the activity goes into the state, so that the same activity has one effect.
        """
        engagement = replace(engagement, seen=[*engagement.seen, activity][-_SEEN_KEPT:])
        if loaded.etag is None or _indexed(loaded.engagement) != _indexed(engagement):
            await self._write_hints(engagement, new=loaded.etag is None)
            if loaded.engagement.fm != engagement.fm:
                gone = short_hash(loaded.engagement.fm)
                await self._store.commit(Table.PORTFOLIO, gone, [Delete(engagement.id)])
        changes = [
            state_change(engagement, loaded.etag),
            *record_changes(
                self._book, engagement, [await self._with_text(engagement.id, one) for one in records], now
            ),
        ]
        tags = await self._store.commit(Table.ENGAGEMENTS, engagement.id, changes)
        self._remember(place_key(engagement.tenant, engagement.channel), engagement.number)
        self._keep(engagement)
        return Loaded(engagement, tags[STATE])

    async def whole(self, engagement: str, key: str, person: str) -> Mapping[str, Value]:
        """The fields of one answer from its own row, where long texts stand whole; empty where it is gone."""
        row = await self._store.get(Table.ENGAGEMENTS, engagement, voice_key(key, person))
        return {} if row is None else msgspec.json.decode(str(row.columns["value"]), type=dict[str, Value])

    async def source(self, engagement: Engagement) -> Source:
        """What files of an engagement are made from."""
        return await source_of(self._store, engagement)

    async def _with_text(self, engagement: str, record: Record) -> Record:
        """A voice of which the state holds only the beginning, with the text that its row holds."""
        if not isinstance(record, RecordVoice) or not record.voice.cut:
            return record
        fields = await self.whole(engagement, record.key, record.voice.by)
        return replace_fields(record, voice=replace(record.voice, fields=fields or record.voice.fields))

    async def of_fm(self, person: str, *, over: bool = False) -> list[tuple[str, str]]:
        """The engagements of an FM as (id, customer), newest first; hints, to be read before use. With
        `over` also those that are over, but for discarded ones."""
        rows = await self._store.query(Table.PORTFOLIO, short_hash(person))
        rows = sorted(rows, key=lambda row: str(row.columns.get("started", "")), reverse=True)
        return [(row.key, str(row.columns.get("customer", ""))) for row in rows if _is_listed(row, over)]

    async def _write_hints(self, engagement: Engagement, *, new: bool) -> None:
        if new:
            place = place_key(engagement.tenant, engagement.channel)
            pointer = Replace(_CURRENT, {"number": engagement.number, "channel": engagement.channel})
            await self._store.commit(Table.CHANNELS, place, [pointer])
        columns: dict[str, Column] = {
            "customer": engagement.setup.customer,
            "started": engagement.started,
            "open": engagement.status not in _OVER,
            "status": engagement.status,
        }
        await self._store.commit(
            Table.PORTFOLIO, short_hash(engagement.fm), [Replace(engagement.id, columns)]
        )

    def _keep(self, engagement: Engagement) -> None:
        self._known[engagement.id] = engagement
        self._known.move_to_end(engagement.id)
        if len(self._known) > _KNOWN_KEPT:
            self._known.popitem(last=False)

    def _remember(self, place: str, number: int) -> None:
        self._numbers[place] = number
        self._numbers.move_to_end(place)
        if len(self._numbers) > _PLACES_KEPT:
            self._numbers.popitem(last=False)


def _indexed(engagement: Engagement) -> tuple[str, str, str]:
    """What the index rows hold of an engagement."""
    return engagement.fm, engagement.setup.customer, engagement.status


def _is_listed(row: Row, over: bool) -> bool:
    return bool(row.columns.get("open")) or (over and row.columns.get("status") != "gone")

"""Engagements in the store: found by the place of a conversation, read once, committed whole."""

from __future__ import annotations

import contextlib
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as replace_fields
from datetime import datetime

import msgspec
from msgspec.structs import replace

from bot.core.answers.rows import RecordVoice, voice_key
from bot.core.checkins.due import new_dues
from bot.core.engagement import Engagement, Value
from bot.core.keys import engagement_id, place_key, short_hash
from bot.core.plan.urgency import place_in_portfolio
from bot.core.playbook.book import Book
from bot.core.ports import Column, Conflict, Delete, Replace, Store, Table
from bot.core.step import Record, record_changes
from bot.kept.due_index import schedule_all
from bot.kept.sources import Source, source_of
from bot.kept.state_row import STATE_ROW, read_state, state_change

_CURRENT = "current"
_SEEN_KEPT = 64
_SPARE = 100_000
"""Bytes of the state that answers leave free, so that what is full can still be led to its end."""
_PLACES_KEPT = 10_000
_KNOWN_KEPT = 64
_OVER = ("completed", "redirected", "gone")
_LEFT = ("redirected", "gone")
"""What an FM has no more to do with; a completed workshop still has its plan, tasks and record."""


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
        self._known: OrderedDict[str, Loaded] = OrderedDict()

    async def load(self, tenant: str, channel: str, number: int) -> Loaded | None:
        """One engagement of a channel by its number."""
        return await self.load_id(engagement_id(tenant, channel, number))

    async def load_id(self, key: str) -> Loaded | None:
        """An engagement by its id."""
        known = self._known.get(key)
        row = await self._store.get(Table.ENGAGEMENTS, key, STATE_ROW, (known and known.etag) or "")
        if row is None:
            return None
        # The same version is the same state: what was worked out of it is not worked out again.
        loaded = known if known and known.etag == row.etag else Loaded(read_state(row), row.etag)
        self._keep(loaded)
        return loaded

    def last_known(self, tenant: str, channel: str, number: int) -> Engagement | None:
        """An engagement as this process saw it last: for words to a person while the store is down."""
        known = self._known.get(engagement_id(tenant, channel, number))
        return known.engagement if known else None

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
        """Write the engagement, its voices and its log in one transaction; Conflict where it changed, TooLong
        where it has no room for an answer.

        The id of the activity goes into the state, so that the same activity has one effect.
        """
        engagement = replace(engagement, seen=[*engagement.seen, activity][-_SEEN_KEPT:])
        spare = _SPARE if any(isinstance(one, RecordVoice) for one in records) else 0
        state = state_change(engagement, loaded.etag, spare)
        if loaded.etag is None or _indexed(loaded.engagement) != _indexed(engagement):
            await self._write_hints(engagement, new=loaded.etag is None)
            if loaded.engagement.fm != engagement.fm:
                gone = short_hash(loaded.engagement.fm)
                await self._store.commit(Table.PORTFOLIO, gone, [Delete(engagement.id)])
        if fresh := new_dues(loaded.engagement.due, engagement.due):
            await schedule_all(self._store, engagement.id, fresh, now)
        changes = [
            state,
            *record_changes(
                self._book, engagement, [await self._with_text(engagement.id, one) for one in records], now
            ),
        ]
        tags = await self._store.commit(Table.ENGAGEMENTS, engagement.id, changes)
        self._remember(place_key(engagement.tenant, engagement.channel), engagement.number)
        committed = Loaded(engagement, tags[STATE_ROW])
        self._keep(committed)
        return committed

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

    async def of_fm(self, person: str) -> list[tuple[str, str, str]]:
        """The engagements of an FM as (id, customer, status), newest first; hints, to be read before use.
        Where none is open those that are completed, because their check-ins and actions go on."""
        rows = await self._store.query(Table.PORTFOLIO, short_hash(person))
        rows = sorted(rows, key=lambda row: str(row.columns.get("started", "")), reverse=True)
        still = [row for row in rows if row.columns.get("open")]
        still = still or [row for row in rows if row.columns.get("status") == "completed"]
        return [
            (row.key, str(row.columns.get("customer", "")), str(row.columns.get("status", "")))
            for row in still
        ]

    async def portfolio(self, person: str) -> list[str]:
        """The ids of all engagements of an FM but discarded ones, the most urgent first; hints."""
        rows = await self._store.query(Table.PORTFOLIO, short_hash(person))
        known = [(row.key, {name: str(value) for name, value in row.columns.items()}) for row in rows]
        known.sort(
            key=lambda one: place_in_portfolio(
                one[1].get("status", "running"), one[1].get("urgent", ""), one[1].get("started", "")
            )
        )
        return [key for key, columns in known if columns.get("status") != "gone"]

    async def note_urgency(self, engagement: Engagement) -> None:
        """Write beside the turn how urgent an engagement is. Where the row changed meanwhile nothing is
        written: the portfolio is then sorted as before."""
        partition = short_hash(engagement.fm)
        row = await self._store.get(Table.PORTFOLIO, partition, engagement.id)
        if row is None or row.columns.get("urgent") == engagement.urgent:
            return
        columns = {**row.columns, "urgent": engagement.urgent}
        with contextlib.suppress(Conflict):
            await self._store.commit(Table.PORTFOLIO, partition, [Replace(engagement.id, columns, row.etag)])

    async def _write_hints(self, engagement: Engagement, *, new: bool) -> None:
        if new:
            place = place_key(engagement.tenant, engagement.channel)
            pointer = Replace(_CURRENT, {"number": engagement.number, "channel": engagement.channel})
            await self._store.commit(Table.CHANNELS, place, [pointer])
        columns: dict[str, Column] = {
            "customer": engagement.setup.customer,
            "started": engagement.started,
            "open": engagement.status not in _LEFT,
            "status": engagement.status,
            "urgent": engagement.urgent,
        }
        await self._store.commit(
            Table.PORTFOLIO, short_hash(engagement.fm), [Replace(engagement.id, columns)]
        )

    def _keep(self, loaded: Loaded) -> None:
        key = loaded.engagement.id
        self._known[key] = loaded
        self._known.move_to_end(key)
        if len(self._known) > _KNOWN_KEPT:
            self._known.popitem(last=False)

    def _remember(self, place: str, number: int) -> None:
        self._numbers[place] = number
        self._numbers.move_to_end(place)
        if len(self._numbers) > _PLACES_KEPT:
            self._numbers.popitem(last=False)


def _indexed(engagement: Engagement) -> tuple[str, str, str]:
    """What the index rows must hold of an engagement before it is committed."""
    return engagement.fm, engagement.setup.customer, engagement.status

"""The repository of engagements: found by the place of a conversation, read once, committed whole."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

import msgspec
from msgspec.structs import replace

from bot.core.answers.rows import RecordVoice
from bot.core.checkins.due import new_dues
from bot.core.engagement import Engagement, Value
from bot.core.keys import engagement_id, place_key
from bot.core.papers.source import Source
from bot.core.playbook.book import NoPlaybook
from bot.core.ports import Row, RowUnreadable, Store, StoreUnavailable, Table
from bot.core.questions.picture import Picture
from bot.core.questions.roster import newly_concerned
from bot.core.step import Record, record_changes
from bot.core.workshop.replan import renewed
from bot.kept.channels import Channels
from bot.kept.due_index import schedule_all
from bot.kept.homes import Homes, only_one
from bot.kept.loaded import BookOf, Loaded, loaded_from
from bot.kept.long_texts import source_of, whole_fields, with_whole_text
from bot.kept.merged_rows import rewrite_rows
from bot.kept.portfolio import Portfolio, is_entered_alike
from bot.kept.state.migrations import MIGRATIONS, Migration, TooNew
from bot.kept.state.row import STATE_ROW, state_change
from bot.kept.teams import Teams

log = logging.getLogger(__name__)

_SEEN_KEPT = 64
_SPARE = 100_000
"""Bytes of the state that answers leave free, so that what is full can still be led to its end."""
_KNOWN_KEPT = 64
_OVER = ("completed", "redirected", "gone")


class Engagements:
    """Reads and commits engagements; `portfolio` is the index of those that an FM leads, `homes` that of
    those which concern anybody else.

    What this process knows of an engagement is held with the tag of its version, and used as long as the
    store has no other; which one of a channel is the present one is remembered until that turns out to be
    outdated. So a warm turn reads one row. `keys_of` names all keys of a person who has several ids.
    """

    def __init__(
        self,
        store: Store,
        book_of: BookOf,
        migrations: Sequence[Migration] = MIGRATIONS,
        keys_of: Callable[[str], Iterable[str]] = only_one,
    ) -> None:
        self._store = store
        self._book_of = book_of
        self._migrations = migrations
        self._channels = Channels(store)
        self._teams = Teams(store)
        self.portfolio = Portfolio(store, keys_of)
        self.homes = Homes(store, keys_of)
        self._known: OrderedDict[str, Loaded] = OrderedDict()

    async def load(self, key: str) -> Loaded | None:
        """An engagement by its id; None where its first commit never came. StoreUnavailable also for one that
        a newer version wrote: another instance may know it."""
        known = self._known.get(key)
        row = await self._store.get(Table.ENGAGEMENTS, key, STATE_ROW, (known and known.etag) or "")
        if row is None:
            return None
        # The same version is the same state: what was worked out of it is not worked out again.
        loaded = known if known and known.etag == row.etag else self._read(row)
        self._keep(loaded)
        return loaded

    async def listed(self, keys: Sequence[str]) -> list[Loaded]:
        """Those of these engagements that are there, for a list of several: one that cannot be read is named
        in the log and keeps back no other."""
        found = []
        for key in keys:
            try:
                found.append(await self.load(key))
            except RowUnreadable:
                log.error("workshop cannot be read", extra={"engagement": key})
        return [one for one in found if one is not None]

    async def of_channel(self, tenant: str, channel: str, number: int) -> Loaded | None:
        """One engagement of a channel by its number."""
        return await self.load(engagement_id(tenant, channel, number))

    async def current(self, tenant: str, channel: str) -> Loaded | None:
        """The latest engagement of a channel, open or over, but never a discarded one."""
        loaded = await self.latest(tenant, channel)
        while loaded is not None and loaded.engagement.status == "gone":
            number = loaded.engagement.number - 1
            loaded = await self.of_channel(tenant, channel, number) if number else None
        return loaded

    async def latest(self, tenant: str, channel: str) -> Loaded | None:
        """The engagement of a channel that was started last; None where there never was one."""
        place = place_key(tenant, channel)
        number, loaded = self._channels.known(place), None
        if number is not None:
            loaded = await self.of_channel(tenant, channel, number)
            if loaded is not None and loaded.engagement.status not in _OVER:
                return loaded
        number = await self._channels.read(place)
        if number is None:
            return None
        if loaded is None or loaded.engagement.number != number:
            loaded = await self.of_channel(tenant, channel, number)
        passed = self._channels.passed(tenant, channel)
        while loaded is None and number > 1:
            # The pointer was written and the engagement was not, or it was deleted: the latest is before it.
            number -= 1
            loaded = await self.of_channel(tenant, channel, number)
            if number > passed:
                break
        if loaded is not None:
            self._channels.remember(loaded.engagement)
        return loaded

    def passed(self, tenant: str, channel: str) -> int:
        """The highest number of a workshop that was deleted in a channel, as far as `latest` looked."""
        return self._channels.passed(tenant, channel)

    async def of_team(self, tenant: str, team: str) -> list[Loaded]:
        """The latest engagements of the channels of a team, as far as they were entered (`Teams`)."""
        found = [await self.current(tenant, channel) for channel in await self._teams.channels(tenant, team)]
        return [one for one in found if one is not None]

    def last_known(self, tenant: str, channel: str, number: int) -> Loaded | None:
        """An engagement as this process saw it last: for words to a person while the store is down."""
        return self._known.get(engagement_id(tenant, channel, number))

    def new(self, engagement: Engagement) -> Loaded:
        """An engagement that was never committed."""
        return Loaded(engagement, None, self._book_of(engagement))

    async def commit(
        self,
        loaded: Loaded,
        engagement: Engagement,
        records: Sequence[Record],
        now: datetime,
        *,
        activity: str | None = None,
        by: str = "",
        held: tuple[str, str] | None = None,
    ) -> Loaded:
        """Write what became of a loaded engagement, with its records, in one transaction; hints go before it.
        Nothing is written where it is the very one that was loaded. Conflict where it changed since, TooLong
        where it has no room for an answer.

        The id of an activity goes into the state, so that the same activity has one effect. `by` is the key
        of whoever acted. `held` is what fell due (item, moment) and is being dealt with: its hint is there.
        What is stored of a plan that is behind is worked out anew, and so are the rows of people made one.
        """
        if loaded.etag is not None and engagement is loaded.engagement:
            return loaded
        merged = engagement.merged
        if merged:
            await rewrite_rows(self._store, engagement)
            engagement = replace(engagement, merged={})
        if activity is not None:
            engagement = replace(engagement, seen=[*engagement.seen, activity][-_SEEN_KEPT:])
        if engagement.plan_behind:
            engagement, rows = renewed(Picture(loaded.book, engagement, now), records)
            records = [*records, *rows]
        entered = newly_concerned(loaded.engagement, engagement, by)
        again = [key for key in merged.values() if key in engagement.listed]
        if entered:
            engagement = replace(engagement, listed=[*engagement.listed, *entered])
        spare = _SPARE if any(isinstance(one, RecordVoice) for one in records) else 0
        later = loaded.later.left_in(engagement)
        state = state_change(engagement, loaded.etag, spare, later)
        await self._write_hints(loaded, engagement, now, held)
        await self.homes.enter(engagement, (*entered, *again))
        whole = [await with_whole_text(self._store, engagement.id, one) for one in records]
        book = loaded.book if engagement.playbook == loaded.engagement.playbook else self._book_of(engagement)
        changes = [state, *record_changes(book, engagement, whole, now)]
        tags = await self._store.commit(Table.ENGAGEMENTS, engagement.id, changes)
        self._channels.remember(engagement)
        committed = Loaded(engagement, tags[STATE_ROW], book, later)
        self._keep(committed)
        return committed

    async def brought_forward(self, loaded: Loaded, now: datetime) -> Loaded:
        """The engagement, written again as this version writes it. Conflict where it changed since."""
        done = await self.commit(loaded, replace(loaded.engagement), (), now)
        if done.engagement.urgent != loaded.engagement.urgent:
            await self.portfolio.note_urgency(done.engagement)
        return done

    async def whole(self, engagement: str, key: str, person: str) -> Mapping[str, Value]:
        """The fields of one answer, every text whole; empty where its row is gone."""
        known = self._known.get(engagement)
        renamed = known.engagement.merged if known else {}
        for one in (person, *(old for old, new in renamed.items() if new == person)):
            if found := await whole_fields(self._store, engagement, key, one):
                return found
        return {}

    async def source(self, loaded: Loaded) -> Source:
        """The material of an engagement's files, every text whole."""
        return await source_of(self._store, loaded)

    def _read(self, row: Row) -> Loaded:
        try:
            return loaded_from(row, self._book_of, self._migrations)
        except TooNew as trouble:
            raise StoreUnavailable(f"workshop {row.partition}: {trouble}") from trouble
        except NoPlaybook as trouble:
            raise RowUnreadable(f"workshop {row.partition}: {trouble}") from None
        except (msgspec.MsgspecError, ValueError, LookupError, TypeError):
            # Not with the fault as its cause: that quotes what stands in the row.
            raise RowUnreadable(f"workshop {row.partition} cannot be read") from None

    async def _write_hints(
        self, loaded: Loaded, engagement: Engagement, now: datetime, held: tuple[str, str] | None
    ) -> None:
        before, new = loaded.engagement, loaded.etag is None
        if new:
            await asyncio.gather(self._channels.point_to(engagement), self._teams.enter(engagement))
        if new or before.merged or not is_entered_alike(before, engagement):
            await self.portfolio.enter(engagement, before)
        fresh = new_dues({} if before.merged else before.due, engagement.due)
        fresh = {item: at for item, at in fresh.items() if (item, at) != held}
        if fresh:
            await schedule_all(self._store, engagement.id, fresh, now)

    def _keep(self, loaded: Loaded) -> None:
        key = loaded.engagement.id
        self._known[key] = loaded
        self._known.move_to_end(key)
        if len(self._known) > _KNOWN_KEPT:
            self._known.popitem(last=False)

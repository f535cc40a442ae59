"""Forgets a person in one workshop, in the version that was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from bot.core.clock import utc
from bot.core.engagement import Engagement
from bot.core.keys import identity, person_key, short_hash
from bot.core.minutes.content import content_mark
from bot.core.ports import Change, Row, Store, Table
from bot.core.questions.closing import given_for
from bot.core.questions.lasting import REFRESH_DUE, lasting_cards
from bot.core.questions.picture import Picture
from bot.core.step import RecordLog
from bot.kept.engagements import Engagements
from bot.kept.forgetting.eraser import Eraser, Traces, Whom
from bot.kept.forgetting.made_of import words_of_state
from bot.kept.forgetting.names import Names
from bot.kept.forgetting.rows import erased_rows
from bot.kept.forgetting.state import erased_state
from bot.kept.loaded import Loaded
from bot.kept.posted import posted_rows
from bot.kept.state.one_person import with_people_as_one
from bot.kept.state.row import STATE_ROW, Later
from bot.kept.state.unknown import joined, parted

_MOST = 90


@dataclass(frozen=True, slots=True)
class Without:
    """A workshop without somebody: its document, the rows that become others, the number of `changes`."""

    eraser: Eraser
    document: dict[str, Any]
    rows: list[list[Change]]
    changes: int


@dataclass(frozen=True, slots=True)
class OneWorkshop:
    """A workshop as it was read, with its rows, and what it says of a person."""

    loaded: Loaded
    rows: Sequence[Row]
    whom: Whom
    traces: Traces
    document: dict[str, Any]

    @classmethod
    def of(cls, loaded: Loaded, rows: Iterable[Row], whom: Whom, names: Iterable[str] = ()) -> OneWorkshop:
        """The traces of a person there; `names` are those that they have in other workshops."""
        engagement, beside = loaded.engagement, [row for row in rows if row.key != STATE_ROW]
        document = msgspec.to_builtins(joined(engagement, loaded.later.fields))
        traces = Traces(whom.ids, engagement.tenant, names=set(names))
        traces.look_at(document)
        for row in beside:
            traces.look_at_row(row)
        if traces.keys and engagement.tenant not in {key.partition("/")[0] for key in traces.keys}:
            traces.tenant = min(traces.keys).partition("/")[0]
        return cls(loaded, beside, whom, traces, document)

    @property
    def speaks_of_them(self) -> bool:
        """True where anything there names them by an id, or by what is made of their keys."""
        if self.traces.keys or self.traces.is_in(msgspec.json.encode(self.document).decode()):
            return True
        hashes = {short_hash(key) for key in self.keys}
        return any(
            self.traces.is_in(str(value)) for row in self.rows for value in (*row.columns.values(), row.key)
        ) or any(part in hashes for row in self.rows for part in row.key.split("~"))

    @property
    def names_them(self) -> bool:
        """True where a text there holds one of their names, whatever it is about."""
        known = Names(self.traces.names, self.whom.others)
        texts = [msgspec.json.encode(self.document).decode()]
        texts += (str(value) for row in self.rows for value in row.columns.values())
        return any(known.without(text) != text for text in texts)

    @property
    def keys(self) -> set[str]:
        """The keys that they have there, or may have in what leads there."""
        tenant = self.loaded.engagement.tenant
        return {*self.traces.keys, *(person_key(tenant, one) for one in self.whom.ids), *self.whom.keys}

    @property
    def is_theirs(self) -> bool:
        """True for a rehearsal of their own: nobody else was in it."""
        engagement = self.loaded.engagement
        return self.is_led_by_them and engagement.reference.scope == "personal"

    @property
    def is_led_by_them(self) -> bool:
        """True where they are the FM."""
        return identity(self.loaded.engagement.fm) in self.whom.ids

    async def erase(
        self, without: Without, store: Store, engagements: Engagements, now: datetime, *, dry: bool
    ) -> int:
        """Write it as it is `without_them`; the number of rows that change, or in a `dry` run would. Rows
        first, the state last: what was cut off is found again by it, and done again. Conflict where somebody
        wrote meanwhile."""
        eraser, changed = without.eraser, without.rows
        known, unknown = parted(without.document)
        # Before anything is written: a word that is none of theirs may be one that the state is made of.
        erased = msgspec.convert(known, Engagement)
        if dry:
            return without.changes
        for start in range(0, len(changed), _MOST // 2):
            some = [change for one in changed[start : start + _MOST // 2] for change in one]
            await store.commit(Table.ENGAGEMENTS, self.loaded.engagement.id, some)
        columns = eraser.columns(self.loaded.later.columns)
        loaded = Loaded(self.loaded.engagement, self.loaded.etag, self.loaded.book, Later(unknown, columns))
        engagement = self._with_marks(erased, now)
        engagement = replace(engagement, revision=engagement.revision + 1)
        engagement = await _to_be_drawn(store, engagement, now)
        await engagements.commit(loaded, engagement, [RecordLog("forget", "")], now)
        return len(changed) + 1

    def without_them(self) -> Without:
        """What it would be."""
        engagement = self.loaded.engagement
        self.traces.keys |= self.keys
        made_of = words_of_state(engagement, self.loaded.book)
        eraser = Eraser(self.whom, engagement.id, self.traces, made_of)
        document = erased_state(self._as_one(eraser), eraser, {row.key: row for row in self.rows})
        rows = list(erased_rows(self.rows, eraser))
        return Without(eraser, document, rows, len(rows) + (document != self.document))

    def _as_one(self, eraser: Eraser) -> dict[str, Any]:
        """The document in which somebody who has several ids has one key; their rows follow at once."""
        present = [key for key in sorted(self.traces.keys) if identity(key) in self.whom.ids]
        stays = self.loaded.engagement.fm if self.is_led_by_them else present[0]
        renamed = {key: stays for key in present if key != stays}
        if len({identity(key) for key in self._named()}) < 2:
            return self.document
        one = with_people_as_one(self.document, renamed)
        return {**one, "merged": self.document.get("merged", {})}

    def _named(self) -> set[str]:
        text = msgspec.json.encode(self.document).decode()
        return {key for key in self.traces.keys if f'"{key}"' in text}

    def _with_marks(self, after: Engagement, now: datetime) -> Engagement:
        """What somebody confirmed stays confirmed: nobody decided otherwise."""
        book, before = self.loaded.book, self.loaded.engagement
        was, then = Picture(book, before, now), Picture(book, after, now)
        if before.minutes and after.minutes and before.minutes.content == content_mark(was):
            after = replace(after, minutes=replace(after.minutes, content=content_mark(then)))
        if before.closing.content and before.closing.content == given_for(book, before, was.every)[0]:
            mark, _ = given_for(book, after, then.every)
            after = replace(after, closing=replace(after.closing, content=mark))
        return after


async def _to_be_drawn(store: Store, after: Engagement, now: datetime) -> Engagement:
    """The engagement whose cards in the thread are looked at with the next sweep, earlier ones, too."""
    if after.status == "gone":
        return after
    names, latest = await posted_rows(store, after.id), lasting_cards(after)
    earlier = {
        name: kind
        for kind, last in latest.items()
        for name in names
        if name != last and (name == kind or name.startswith(f"{kind}~"))
    }
    due = {**after.due, REFRESH_DUE: after.due.get(REFRESH_DUE) or utc(now)}
    return replace(after, shared_stale=True, outdated={**after.outdated, **earlier}, due=due)

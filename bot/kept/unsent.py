"""Pending sends, for when a process dies: noted before the commit, crossed out after the send."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from bot.core.ports import Clock, Column, Conflict, Delete, Replace, Row, Store, StoreUnavailable, Table
from bot.core.step import Effect, Post
from bot.core.workshop.tables import POSTS

SEND_LEASE = timedelta(seconds=45)
"""How long a send belongs to the process that noted it; afterwards another one may take it up."""
_LONGEST_SEND = timedelta(minutes=10)
"""How long a send may take that Teams keeps refusing."""
_PARTITION = "pending"
_MOST = 90

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Left:
    """A post that somebody noted and nobody crossed out. `unsure`: perhaps it was sent; it waits for somebody
    to speak there."""

    engagement: str
    post: Post
    row: Row
    unsure: bool = False


class Unsent:
    """The index of pending sends. A superfluous row is harmless: what it says is checked against the
    engagement before it is sent; a row is never missing, because it is written before the commit."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def note(self, engagement: str, effects: Sequence[Effect]) -> None:
        """Note what a commit is about to bring; an update is drawn anew anyway. StoreUnavailable as the
        commit itself."""
        rows = [
            Replace(_key(engagement, effect), self._columns(engagement, effect))
            for effect in effects
            if isinstance(effect, Post)
        ]
        if rows:
            await self._store.commit(Table.PENDING, _PARTITION, rows)

    async def cross_out(self, engagement: str, post: Post) -> None:
        """It is sent, or never will be."""
        try:
            await self._store.commit(Table.PENDING, _PARTITION, [Delete(_key(engagement, post))])
        except StoreUnavailable:
            log.warning("pending send not crossed out", extra={"engagement": engagement})

    async def doubt(self, engagement: str, post: Post) -> None:
        """Perhaps it was sent. It is not sent again by itself, but when somebody speaks there."""
        row = Replace(_key(engagement, post), {**self._columns(engagement, post), "unsure": True})
        try:
            await self._store.commit(Table.PENDING, _PARTITION, [row])
        except StoreUnavailable:
            log.warning("doubtful send not noted", extra={"engagement": engagement})

    async def left(self, engagement: str = "") -> list[Left]:
        """The noted posts that belong to no living process any more, or are doubtful: of all engagements,
        or of one. A kind that only a later version knows is left to that one."""
        now = self._clock.now()
        found: list[Left] = []
        rows = await self._store.query(Table.PENDING, _PARTITION, engagement)
        for row in [row for row in rows if row.columns["kind"] in POSTS][:_MOST]:
            noted, unsure = row.columns["noted"], bool(row.columns.get("unsure"))
            if unsure or not isinstance(noted, datetime) or now - noted >= SEND_LEASE:
                found.append(Left(str(row.columns["engagement"]), _post(row.columns), row, unsure))
        return found

    async def take(self, left: Left) -> bool:
        """Claim the post for this process; False where another claim was first."""
        columns = {**left.row.columns, "noted": self._clock.now(), "unsure": False}
        try:
            await self._store.commit(
                Table.PENDING, _PARTITION, [Replace(left.row.key, columns, left.row.etag)]
            )
        except Conflict:
            return False
        return True

    def _columns(self, engagement: str, post: Post) -> Mapping[str, Column]:
        return {
            "engagement": engagement,
            "kind": post.kind,
            "effect": msgspec.json.encode(post).decode(),
            "noted": self._clock.now(),
        }


async def is_on_its_way(store: Store, engagement: str, now: datetime) -> bool:
    """True while something that was noted lately is not crossed out: where it will stand is not known yet."""
    rows = await store.query(Table.PENDING, _PARTITION, engagement)
    noted = [row.columns["noted"] for row in rows]
    return any(isinstance(at, datetime) and now - at < _LONGEST_SEND for at in noted)


async def pending_of(store: Store, engagement: str = "") -> dict[str, list[Row]]:
    """The rows of what was noted, of one workshop or of all, by their partitions."""
    return {_PARTITION: list(await store.query(Table.PENDING, _PARTITION, engagement))}


def _key(engagement: str, post: Post) -> str:
    return f"{engagement}~{post.name}"


def _post(columns: Mapping[str, Column]) -> Post:
    return msgspec.json.decode(str(columns["effect"]), type=POSTS[str(columns["kind"])])

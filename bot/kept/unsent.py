"""Pending sends, for when a process dies: noted before the commit, crossed out after the send."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import msgspec

from bot.core.ports import Clock, Column, Conflict, Delete, Replace, Row, Store, StoreUnavailable, Table
from bot.core.step import SURE, Effect, InDoubt, Post
from bot.core.workshop.tables import POSTS

SEND_LEASE = timedelta(seconds=45)
"""How long a send belongs to the process that noted it; afterwards another one may take it up."""
_LONGEST_SEND = timedelta(minutes=10)
"""How long a send may take that Teams keeps refusing."""
UNSENT_KEPT = timedelta(days=7)
"""How long a post waits for somebody to ask for it, or for Teams to take it; then it is forgotten."""
_PARTITION = "pending"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Left:
    """A post that somebody noted and nobody crossed out. `unsure`: perhaps it was sent; it waits for somebody
    to ask for it. `again`: it was asked for, and perhaps sent twice; nobody sends it any more."""

    engagement: str
    post: Post
    row: Row
    unsure: bool = False
    again: bool = False


class Unsent:
    """The index of pending sends. A superfluous row is harmless: what it says is checked against the
    engagement before it is sent; a row is never missing, because it is written before the commit."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._doubted: set[str] = set()

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

    async def doubt(self, engagement: str, post: Post, *, again: bool = False) -> None:
        """Perhaps it was sent. It is not sent again by itself, but once when somebody asks for it; where that
        was `again`, never."""
        self._doubted.add(engagement)
        unsure: Mapping[str, Column] = {"unsure": True, **_again(again)}
        row = Replace(_key(engagement, post), {**self._columns(engagement, post), **unsure})
        try:
            await self._store.commit(Table.PENDING, _PARTITION, [row])
        except StoreUnavailable:
            log.warning("doubtful send not noted", extra={"engagement": engagement})

    async def give_back(self, engagement: str, post: Post) -> None:
        """It was refused, so it is still due: it belongs to nobody now, and whoever asks may send it."""
        try:
            row = await self._row(engagement, post)
            if row is not None:
                free = {**row.columns, "noted": self._clock.now() - SEND_LEASE}
                await self._store.commit(Table.PENDING, _PARTITION, [Replace(row.key, free, row.etag)])
        except Conflict:
            return  # somebody took it up already
        except StoreUnavailable:
            log.warning("refused send not given back", extra={"engagement": engagement})

    async def is_doubtful(self, engagement: str, post: Post) -> bool:
        """True where perhaps it was sent and nobody has asked for it since."""
        row = await self._row(engagement, post)
        return row is not None and bool(row.columns.get("unsure"))

    async def is_being_sent(self, engagement: str, post: Post) -> bool:
        """True while a process, this one or another, may be sending it."""
        row = await self._row(engagement, post)
        return row is not None and not row.columns.get("unsure") and not self._is_free(row)

    async def _row(self, engagement: str, post: Post) -> Row | None:
        return await self._store.get(Table.PENDING, _PARTITION, _key(engagement, post))

    async def in_doubt(self, engagement: str) -> InDoubt:
        """The number of an engagement's cards of which nobody knows whether they arrived. Read where this
        process has met such a card, so that a look at any other workshop costs nothing."""
        if engagement not in self._doubted:
            return SURE
        doubtful = [left for left in await self.left_of(engagement) if left.unsure]
        again = sum(left.again for left in doubtful)
        return InDoubt(len(doubtful) - again, again)

    async def left_of(self, engagement: str) -> list[Left]:
        """The noted posts of an engagement that belong to no living process any more, or are doubtful."""
        rows = await self._store.query(Table.PENDING, _PARTITION, f"{engagement}~")
        return self._left(rows)

    async def left(self) -> list[Left]:
        """The same of all engagements, the oldest first. Read page by page; a row that cannot be read keeps
        back no other, and is named in the log."""

        def skipped(partition: str, key: str) -> None:
            log.error("pending send cannot be read", extra={"engagement": key.partition("~")[0]})

        rows = [row async for row in self._store.rows(Table.PENDING, skipped)]
        return sorted(self._left(rows), key=lambda one: (_since(one.row), one.row.key))

    def _left(self, rows: Sequence[Row]) -> list[Left]:
        """A kind that only a later version knows is left to that one."""
        found = list[Left]()
        for row in rows:
            unsure = bool(row.columns.get("unsure"))
            post = _post(row) if row.columns.get("kind") in POSTS else None
            if post and (unsure or self._is_free(row)):
                again = bool(row.columns.get("again"))
                if unsure:
                    self._doubted.add(str(row.columns.get("engagement")))
                found.append(Left(str(row.columns.get("engagement")), post, row, unsure, again))
        return found

    def _is_free(self, row: Row) -> bool:
        """True where it belongs to no living process any more."""
        noted = row.columns.get("noted")
        return not isinstance(noted, datetime) or self._clock.now() - noted >= SEND_LEASE

    def is_old(self, left: Left) -> bool:
        """True where it has waited so long that nobody expects it any more."""
        return self._clock.now() - _since(left.row) > UNSENT_KEPT

    async def take(self, left: Left) -> bool:
        """Claim the post for this process; False where another claim was first."""
        again = _again(left.unsure or left.again)
        columns = {**left.row.columns, "noted": self._clock.now(), "unsure": False, **again}
        try:
            await self._store.commit(
                Table.PENDING, _PARTITION, [Replace(left.row.key, columns, left.row.etag)]
            )
        except Conflict:
            return False
        return True

    def _columns(self, engagement: str, post: Post) -> Mapping[str, Column]:
        now = self._clock.now()
        return {
            "engagement": engagement,
            "kind": post.kind,
            "effect": msgspec.json.encode(post).decode(),
            "noted": now,
            "since": now,
        }


async def unsent_since(store: Store) -> list[datetime]:
    """When each post was noted that nobody crossed out, but for the doubtful ones, which wait for people."""
    rows = await store.query(Table.PENDING, _PARTITION)
    noted = [row.columns.get("noted") for row in rows if not row.columns.get("unsure")]
    return [at for at in noted if isinstance(at, datetime)]


async def is_on_its_way(store: Store, engagement: str, now: datetime) -> bool:
    """True while something that was noted lately is not crossed out: where it will stand is not known yet.
    What is doubtful is not on its way."""
    rows = await store.query(Table.PENDING, _PARTITION, f"{engagement}~")
    noted = [row.columns.get("noted") for row in rows if not row.columns.get("unsure")]
    return any(isinstance(at, datetime) and now - at < _LONGEST_SEND for at in noted)


async def pending_of(store: Store, engagement: str = "") -> dict[str, list[Row]]:
    """The rows of what was noted, of one workshop or of all, by their partitions."""
    return {_PARTITION: list(await store.query(Table.PENDING, _PARTITION, engagement))}


def _key(engagement: str, post: Post) -> str:
    return f"{engagement}~{post.name}"


def _again(again: bool) -> Mapping[str, Column]:
    return {"again": True} if again else {}


def _since(row: Row) -> datetime:
    """The moment at which it was noted first; an earlier version kept only the last one."""
    since = row.columns.get("since", row.columns.get("noted"))
    return since if isinstance(since, datetime) else datetime.min.replace(tzinfo=UTC)


def _post(row: Row) -> Post | None:
    """The post of a row, None where nothing can be made of it."""
    try:
        return msgspec.json.decode(str(row.columns.get("effect")), type=POSTS[str(row.columns["kind"])])
    except msgspec.MsgspecError:
        log.error("pending send cannot be read", extra={"engagement": row.key.partition("~")[0]})
        return None

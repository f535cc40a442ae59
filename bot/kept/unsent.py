"""What must still be sent when a process dies: noted before the commit, crossed out after the send."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

import msgspec

from bot.core.answers.effects import Hand, Share
from bot.core.engagement import Engagement
from bot.core.keys import ask_key, short_hash
from bot.core.meeting.effects import PostLive
from bot.core.minutes.effects import PostMinutes
from bot.core.playbook.book import Book
from bot.core.ports import Clock, Column, Conflict, Delete, Replace, Row, Store, StoreUnavailable, Table
from bot.core.questions.effects import PostResult, PostShared, PostSummary
from bot.core.step import Effect
from bot.core.talks.effects import OfferTalks

SEND_LEASE = timedelta(seconds=45)
"""How long a send belongs to the process that noted it; afterwards another one may take it up."""
_PARTITION = "pending"
_MOST = 90

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Left:
    """A send that somebody noted and nobody crossed out."""

    engagement: str
    effect: Effect
    row: Row
    unsure: bool = False  # perhaps it was sent: it waits for somebody to speak there

    @property
    def name(self) -> str:
        return name_of(self.effect)


def must_be_sent(effect: Effect) -> bool:
    """Whether an effect must survive a crash; an update of the shared card is drawn anew anyway."""
    return isinstance(
        effect, PostShared | PostLive | PostMinutes | PostResult | PostSummary | Share | Hand | OfferTalks
    )


def is_posted_once(effect: Effect) -> bool:
    """Whether an engagement posts this one time at most, whatever happens in it."""
    return isinstance(effect, PostMinutes | PostResult | PostSummary)


def name_of(effect: Effect) -> str:
    """The name of an effect inside its engagement, the same for the same effect."""
    match effect:
        case PostResult():
            return f"result~{effect.factor}"
        case PostSummary():
            return "summary"
        case PostMinutes():
            return f"minutes~{effect.version}"
        case PostLive():
            return f"live~{effect.key}"
        case Share():
            return f"share~{'+'.join(effect.resources)}"
        case OfferTalks():
            return f"offer~{'+'.join(effect.talks)}"
        case Hand():
            return f"hand~{effect.question}~{effect.service or '-'}~{short_hash(effect.to)}"
        case _:
            return "shared"


class Pending:
    """The index of pending sends. A superfluous row is harmless: what it says is checked against the
    engagement before it is sent; a row is never missing, because it is written before the commit."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def note(self, engagement: str, effects: Sequence[Effect]) -> None:
        """Note what a commit is about to bring. StoreUnavailable as the commit itself."""
        rows = [
            Replace(f"{engagement}~{name_of(effect)}", self._columns(engagement, effect))
            for effect in effects
            if must_be_sent(effect)
        ]
        if rows:
            await self._store.commit(Table.PENDING, _PARTITION, rows)

    async def cross_out(self, engagement: str, effect: Effect) -> None:
        """It is sent, or never will be."""
        try:
            await self._store.commit(Table.PENDING, _PARTITION, [Delete(f"{engagement}~{name_of(effect)}")])
        except StoreUnavailable:
            log.warning("pending send not crossed out", extra={"engagement": engagement})

    async def doubt(self, engagement: str, effect: Effect) -> None:
        """Perhaps it was sent. It is not sent again by itself, but when somebody speaks there."""
        row = Replace(
            f"{engagement}~{name_of(effect)}", {**self._columns(engagement, effect), "unsure": True}
        )
        try:
            await self._store.commit(Table.PENDING, _PARTITION, [row])
        except StoreUnavailable:
            log.warning("doubtful send not noted", extra={"engagement": engagement})

    async def left(self, engagement: str = "") -> list[Left]:
        """What was noted and belongs to no living process any more, or is doubtful: of all engagements,
        or of one."""
        now = self._clock.now()
        found: list[Left] = []
        for row in (await self._store.query(Table.PENDING, _PARTITION, engagement))[:_MOST]:
            noted, unsure = row.columns["noted"], bool(row.columns.get("unsure"))
            if unsure or not isinstance(noted, datetime) or now - noted >= SEND_LEASE:
                found.append(Left(str(row.columns["engagement"]), _effect(row.columns), row, unsure))
        return found

    async def take(self, left: Left) -> bool:
        """Whether it is ours from now on; not where somebody else was first."""
        columns = {**left.row.columns, "noted": self._clock.now(), "unsure": False}
        try:
            await self._store.commit(
                Table.PENDING, _PARTITION, [Replace(left.row.key, columns, left.row.etag)]
            )
        except Conflict:
            return False
        return True

    def _columns(self, engagement: str, effect: Effect) -> Mapping[str, Column]:
        return {
            "engagement": engagement,
            "kind": type(effect).__name__,
            "effect": msgspec.json.encode(effect).decode(),
            "noted": self._clock.now(),
        }


_KINDS = {
    kind.__name__: kind
    for kind in (PostShared, PostLive, PostMinutes, PostResult, PostSummary, Share, Hand, OfferTalks)
}


def _effect(columns: Mapping[str, Column]) -> Effect:
    kind = _KINDS[str(columns["kind"])]
    return cast(Effect, msgspec.json.decode(str(columns["effect"]), type=kind))


def is_due(book: Book, engagement: Engagement, effect: Effect) -> bool:
    """Whether an engagement knows of an effect: without its commit there was none."""
    match effect:
        case PostResult():
            return effect.factor in engagement.closed_factors
        case PostSummary():
            return engagement.summary_posted
        case PostMinutes():
            return engagement.minutes is not None and engagement.minutes.version == effect.version
        case PostLive():
            return engagement.live is not None and engagement.live.ask == effect.key
        case Hand():
            voices = engagement.voices.get(ask_key(effect.question, effect.service), [])
            return any(voice.kind == "handed" and voice.handed_to == effect.to for voice in voices)
        case Share():
            rules = (rule for question in book.playbook.questions for rule in question.verdict)
            return any(tuple(rule.share) == effect.resources for rule in rules)
        case OfferTalks():
            return set(effect.talks) <= set(engagement.offered)
        case _:
            return engagement.status != "gone"

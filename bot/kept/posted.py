"""The activities in Teams that show an engagement's cards, remembered in the process and in the store."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.ports import Change, Column, Conflict, Replace, Row, Store, StoreUnavailable, Table
from bot.core.step import Committed
from bot.kept.state.columns import from_columns, to_columns
from bot.kept.state.row import SENT_ROW

_KEPT = 5_000
_CARD = "card"
"""The beginning of the names of the columns that hold a card."""
ERASED = "erased"
"""What the row of a paper says while the thread still shows somebody who was forgotten."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A card as it was posted: the conversation (with its thread) and the activity's id, which is empty where
    the card is gone. `says` marks what a lasting card said last; `card` is a paper as it stands there, as
    JSON."""

    conversation: str
    activity: str
    says: str = ""
    card: str = ""

    @classmethod
    def of(cls, row: Row) -> Posted:
        """The place that a row holds."""
        conversation, activity = str(row.columns["conversation"]), str(row.columns["activity"])
        card = from_columns(row.columns, _CARD) if f"{_CARD}0" in row.columns else ""
        return cls(conversation, activity, str(row.columns.get("says", "")), card)

    def columns(self) -> Mapping[str, Column]:
        """The columns of its row."""
        says = {"says": self.says} if self.says else {}
        card = to_columns(self.card, _CARD) if self.card else {}
        return {"conversation": self.conversation, "activity": self.activity, **says, **card}


@dataclass(frozen=True, slots=True)
class RecordPosted:
    """The place of a card, to be written with the state that speaks of it."""

    card: str
    posted: Posted

    def change(self, of: Committed) -> Change:
        """A row of its own for each card."""
        return Replace(SENT_ROW + self.card, self.posted.columns())


class PostedCards:
    """The ids of posted cards. Written blindly after the send; a lost one costs a card posted anew. `moves`
    counts how often a card went elsewhere: what this process remembers from before a move is no longer its
    place, whichever process moved it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: OrderedDict[tuple[str, str, int], Posted] = OrderedDict()

    def knows(self, engagement: str, card: str, moves: int = 0) -> bool:
        """True where the place is remembered, and the store need not be asked."""
        return (engagement, card, moves) in self._known

    async def read(self, engagement: str, card: str, moves: int = 0) -> Posted | None:
        """As `find`, read now: another process may have posted it anew since, or taken a forgotten person
        from what it says."""
        self._known.pop((engagement, card, moves), None)
        return await self.find(engagement, card, moves)

    async def find(self, engagement: str, card: str, moves: int = 0) -> Posted | None:
        """The place where a card was posted last; None where it was not, or nobody knows."""
        key = (engagement, card, moves)
        if key not in self._known:
            row = await self._store.get(Table.ENGAGEMENTS, engagement, SENT_ROW + card)
            if row is None:
                # Not for good: another process may be posting it now.
                return None
            self._remember(key, Posted.of(row))
        return self._known[key]

    async def record(self, engagement: str, card: str, posted: Posted, moves: int = 0) -> None:
        """Remember where a card was posted."""
        self._remember((engagement, card, moves), posted)
        try:
            await self._store.commit(
                Table.ENGAGEMENTS, engagement, [Replace(SENT_ROW + card, posted.columns())]
            )
        except StoreUnavailable:
            # The process still knows it; after a restart the card is posted anew.
            return

    def _remember(self, key: tuple[str, str, int], posted: Posted) -> None:
        self._known[key] = posted
        self._known.move_to_end(key)
        if len(self._known) > _KEPT:
            self._known.popitem(last=False)


async def posted_rows(store: Store, engagement: str) -> dict[str, Row]:
    """The rows of all cards of an engagement by their names, as the store has them now."""
    rows = await store.query(Table.ENGAGEMENTS, engagement, SENT_ROW)
    return {row.key.removeprefix(SENT_ROW): row for row in rows}


async def correct(store: Store, row: Row, posted: Posted) -> None:
    """Write down what became of a card, unless it was posted anew meanwhile."""
    columns = {name: value for name, value in row.columns.items() if name != "says"}
    try:
        await store.commit(
            Table.ENGAGEMENTS,
            row.partition,
            [Replace(row.key, {**columns, **posted.columns()}, row.etag)],
        )
    except Conflict:
        return

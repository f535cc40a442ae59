"""The activities in Teams that show an engagement's cards, remembered in the process and in the store."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from bot.core.ports import Replace, Store, StoreUnavailable, Table
from bot.kept.state.row import SENT_ROW

_KEPT = 5_000


@dataclass(frozen=True, slots=True)
class Posted:
    """A card as it was posted: the conversation (with its thread) and the activity's id."""

    conversation: str
    activity: str


class PostedCards:
    """The ids of posted cards. Written blindly after the send; a lost one costs a card posted anew."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: OrderedDict[tuple[str, str], Posted] = OrderedDict()

    async def find(self, engagement: str, card: str) -> Posted | None:
        """The place where a card was posted last; None where it was not, or nobody knows."""
        key = (engagement, card)
        if key not in self._known:
            row = await self._store.get(Table.ENGAGEMENTS, engagement, SENT_ROW + card)
            if row is None:
                # Not for good: another process may be posting it now.
                return None
            self._remember(key, Posted(str(row.columns["conversation"]), str(row.columns["activity"])))
        return self._known[key]

    async def record(self, engagement: str, card: str, posted: Posted) -> None:
        """Remember where a card was posted."""
        self._remember((engagement, card), posted)
        columns = {"conversation": posted.conversation, "activity": posted.activity}
        try:
            await self._store.commit(Table.ENGAGEMENTS, engagement, [Replace(SENT_ROW + card, columns)])
        except StoreUnavailable:
            # The process still knows it; after a restart the card is posted anew.
            return

    def _remember(self, key: tuple[str, str], posted: Posted) -> None:
        self._known[key] = posted
        self._known.move_to_end(key)
        if len(self._known) > _KEPT:
            self._known.popitem(last=False)

"""The row of an action item."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.core.plan.items import Item, item_title
from bot.core.ports import Change, Delete, Replace
from bot.core.step import Committed

ACTION_ROW = "action~"


@dataclass(frozen=True, slots=True)
class RecordItem:
    """An item as it stands now, to be written as a row of its own; None where it left the plan."""

    id: str
    item: Item | None

    def change(self, of: Committed) -> Change:
        """The item; its row goes with it."""
        key, item = action_key(self.id), self.item
        if item is None:
            return Delete(key)
        owner = item.owner or {}
        return Replace(
            key,
            {
                "title": item_title(of.book, item, of.engagement.setup.language),
                "owner_tenant": owner.get("tenant", ""),
                "owner_id": owner.get("id", ""),
                "owner_name": owner.get("name", ""),
                "due": item.due,
                "status": item.status,
                "reason": item.reason or "",
                "question": item.question or "",
                "service": item.service or "",
                "at": datetime.fromisoformat(of.engagement.updated),
            },
        )


def action_key(item: str) -> str:
    """The row of an action item."""
    return ACTION_ROW + item.replace("@", "~")

"""The row of an action item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.engagement import Engagement
from bot.core.plan.items import Item, item_title
from bot.core.playbook.book import Book
from bot.core.ports import Change, Column, Delete, Replace


@dataclass(frozen=True, slots=True)
class RecordItem:
    """An item as it stands now, to be written as a row of its own; None where it left the plan."""

    id: str
    item: Item | None


ACTION_ROW = "action~"


def action_key(item: str) -> str:
    """The row of an action item."""
    return ACTION_ROW + item.replace("@", "~")


def _action(book: Book, engagement: Engagement, record: RecordItem) -> Change:
    key, item = action_key(record.id), record.item
    return Delete(key) if item is None else Replace(key, _item(book, engagement, item))


def _item(book: Book, engagement: Engagement, item: Item) -> Mapping[str, Column]:
    owner = item.owner or {}
    return {
        "title": item_title(book, item, engagement.setup.language),
        "owner_tenant": owner.get("tenant", ""),
        "owner_id": owner.get("id", ""),
        "owner_name": owner.get("name", ""),
        "due": item.due,
        "status": item.status,
        "reason": item.reason or "",
        "question": item.question or "",
        "service": item.service or "",
        "at": datetime.fromisoformat(engagement.updated),
    }

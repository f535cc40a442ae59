"""Engagements that stand in a store, in channels of their own."""

from __future__ import annotations

from msgspec.structs import replace

from bot.core.engagement import Engagement
from bot.core.keys import engagement_id
from bot.core.playbook.book import Book
from bot.kept.engagements import Engagements
from bot.kept.loaded import Loaded
from tests.core.workshops import WEDNESDAY, begun

TENANT = "contoso"


def in_channel(book: Book, channel: str, number: int = 1, **changes: object) -> Engagement:
    """A workshop that was begun there."""
    placed = {"id": engagement_id(TENANT, channel, number), "channel": channel, "number": number}
    return replace(begun(book), **placed, **changes)


async def started(engagements: Engagements, engagement: Engagement) -> Loaded:
    """Its first commit."""
    return await engagements.commit(engagements.new(engagement), engagement, (), WEDNESDAY)


async def changed(engagements: Engagements, loaded: Loaded, **changes: object) -> Loaded:
    """A commit of what became of it."""
    return await engagements.commit(loaded, replace(loaded.engagement, **changes), (), WEDNESDAY)

"""Commits a workshop on behalf of the sweep."""

from __future__ import annotations

from datetime import datetime

from bot.core.checkins.rows import RecordCheckIn
from bot.core.engagement import Engagement
from bot.core.step import Record
from bot.kept.engagements import Engagements
from bot.kept.loaded import Loaded


async def record(
    engagements: Engagements,
    loaded: Loaded,
    after: Engagement,
    now: datetime,
    held: tuple[str, str] | None = None,
) -> Loaded:
    """Commit the workshop, and the row of its check-ins where these changed. Conflict where it changed since
    it was loaded; `held` is the item and the moment of the hint that the sweep holds."""
    series = after.check_in
    changed = series is not None and series != loaded.engagement.check_in
    records: list[Record] = [RecordCheckIn(series)] if series is not None and changed else []
    return await engagements.commit(loaded, after, records, now, held=held)

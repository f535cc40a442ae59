"""Commits a workshop on behalf of the sweep."""

from __future__ import annotations

from collections.abc import Sequence
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
    besides: Sequence[Record] = (),
) -> Loaded:
    """Commit the workshop, the row of its check-ins where these changed, and what is written `besides`.
    Conflict where it changed since it was loaded; `held` is the item and the moment of the hint that the
    sweep holds."""
    series = after.check_in
    changed = series is not None and series != loaded.engagement.check_in
    records: list[Record] = (
        [RecordCheckIn(series), *besides] if series is not None and changed else [*besides]
    )
    return await engagements.commit(loaded, after, records, now, held=held)

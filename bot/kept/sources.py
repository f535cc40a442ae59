"""What a file is made from: an engagement as it was read, with its long texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.answers.rows import VOICE_ROW
from bot.core.engagement import Engagement
from bot.core.ports import Row, Store, Table


@dataclass(frozen=True, slots=True)
class Source:
    """One engagement, and its voice rows by key, where long texts stand whole."""

    engagement: Engagement
    voices: Mapping[str, Row]


async def source_of(store: Store, engagement: Engagement) -> Source:
    """The voice rows are read only where the state holds no more than the beginning of a text."""
    if not any(voice.cut for said in engagement.voices.values() for voice in said):
        return Source(engagement, {})
    rows = await store.query(Table.ENGAGEMENTS, engagement.id, VOICE_ROW)
    return Source(engagement, {row.key: row for row in rows})

"""Long texts read back from the voice rows: the state of an engagement holds only their beginning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.core.answers.long_texts import fields_of, has_cut_texts, whole_voice
from bot.core.answers.rows import VOICE_ROW, RecordVoice, voice_key
from bot.core.engagement import Value
from bot.core.papers.source import Source
from bot.core.ports import Row, Store, Table
from bot.core.step import Record
from bot.kept.loaded import Loaded
from bot.kept.merged_rows import under_keys_that_stay


async def whole_fields(store: Store, engagement: str, key: str, person: str) -> Mapping[str, Value]:
    """The fields of one answer, every text whole; empty where its row is gone."""
    row = await _row(store, engagement, key, person)
    return {} if row is None else fields_of(row)


async def with_whole_text(store: Store, engagement: str, record: Record) -> Record:
    """A voice of which only the beginning is known, with the text that its row holds; others as they are."""
    if not isinstance(record, RecordVoice) or not record.voice.cut:
        return record
    row = await _row(store, engagement, record.key, record.voice.by)
    return replace(record, voice=whole_voice(record.voice, row))


async def source_of(store: Store, loaded: Loaded) -> Source:
    """The material of an engagement's files. The voice rows are read only where a text is cut."""
    engagement = loaded.engagement
    if not has_cut_texts(engagement):
        return Source(loaded.book, engagement, {})
    rows = await store.query(Table.ENGAGEMENTS, engagement.id, VOICE_ROW)
    return Source(loaded.book, engagement, under_keys_that_stay(rows, engagement.merged))


async def _row(store: Store, engagement: str, key: str, person: str) -> Row | None:
    return await store.get(Table.ENGAGEMENTS, engagement, voice_key(key, person))

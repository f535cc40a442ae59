"""Long texts put back: the state holds only their beginning, the voice rows hold them whole."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from bot.core.answers.rows import voice_key
from bot.core.engagement import Engagement, Value, Voice
from bot.core.ports import Row


def with_whole_texts(engagement: Engagement, rows: Mapping[str, Row]) -> Engagement:
    """The engagement with every long text that these rows hold; what they lack stays cut."""
    voices = {key: [_whole(key, voice, rows) for voice in said] for key, said in engagement.voices.items()}
    return replace(engagement, voices=voices)


def _whole(key: str, voice: Voice, rows: Mapping[str, Row]) -> Voice:
    row = rows.get(voice_key(key, voice.by)) if voice.cut else None
    if row is None:
        return voice
    fields = msgspec.json.decode(str(row.columns["value"]), type=dict[str, Value])
    return replace(voice, fields=fields, cut={})

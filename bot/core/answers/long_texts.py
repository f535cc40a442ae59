"""Long texts put back: the state holds only their beginning, the voice rows hold them whole."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from bot.core.answers.rows import voice_key
from bot.core.engagement import Engagement, Value, Voice
from bot.core.keys import short_hash
from bot.core.ports import Row


def has_cut_texts(engagement: Engagement) -> bool:
    """True where the state holds no more than the beginning of a text."""
    return any(voice.cut for said in engagement.voices.values() for voice in said)


def fields_of(row: Row) -> dict[str, Value]:
    """The fields of an answer from its own row, where every text stands whole."""
    return msgspec.json.decode(str(row.columns["value"]), type=dict[str, Value])


def whole_voice(voice: Voice, row: Row | None) -> Voice:
    """The voice with the whole of its texts that its row holds; as it is where nothing of it is cut, or the
    row is missing. A row that says something else by now is no source."""
    if not voice.cut or row is None:
        return voice
    known = fields_of(row)
    whole = {
        name: known[name] for name, mark in voice.cut.items() if short_hash(str(known.get(name))) == mark
    }
    left = {name: mark for name, mark in voice.cut.items() if name not in whole}
    return replace(voice, fields={**voice.fields, **whole}, cut=left)


def with_whole_texts(engagement: Engagement, rows: Mapping[str, Row]) -> Engagement:
    """The engagement with every long text that these voice rows hold; what they lack stays cut."""
    voices = {
        key: [whole_voice(voice, rows.get(voice_key(key, voice.by))) for voice in said]
        for key, said in engagement.voices.items()
    }
    return replace(engagement, voices=voices)

"""The row of one person's answer to one question."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.engagement import (
    Engagement,
    Voice,
)
from bot.core.keys import short_hash, split_ask_key
from bot.core.playbook.book import Book
from bot.core.ports import Change, Column, Replace


@dataclass(frozen=True, slots=True)
class RecordVoice:
    """A voice to be written as a row of its own. Where it is `cut`, the row keeps its whole text."""

    key: str
    voice: Voice
    verdict: str


VOICE_ROW = "voice~"


def voice_key(key: str, person: str) -> str:
    """The row of one person's answer to one question."""
    question, service = split_ask_key(key)
    return f"{VOICE_ROW}{question}~{service or '-'}~{short_hash(person)}"


def _voice(book: Book, engagement: Engagement, record: RecordVoice) -> Change:
    voice = record.voice
    question, service = split_ask_key(record.key)
    tenant, _, object_id = voice.by.partition("/")
    one = engagement.people.get(voice.by)
    columns: Mapping[str, Column] = {
        "question": question,
        "factor": book.questions[question].factor or "",
        "service": service or "",
        "kind": voice.kind,
        "verdict": record.verdict,
        "value": json.dumps(voice.fields, ensure_ascii=False),
        "reason": voice.reason or "",
        "handed_to": voice.handed_to or "",
        "confirmed": voice.confirmed,
        "by_tenant": tenant,
        "by_id": object_id,
        "by_name": one.name if one else "",
        "at": datetime.fromisoformat(voice.at),
        "revision": voice.revision,
        "playbook_version": voice.playbook_version,
    }
    return Replace(voice_key(record.key, voice.by), columns)

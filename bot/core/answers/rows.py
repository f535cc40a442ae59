"""The row of one person's answer to one question."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from bot.core.engagement import Voice
from bot.core.keys import short_hash, split_ask_key
from bot.core.ports import Change, Delete, Replace
from bot.core.questions.identity import home_of
from bot.core.step import Committed

VOICE_ROW = "voice~"


@dataclass(frozen=True, slots=True)
class RecordVoice:
    """A voice to be written as a row of its own. Where it is `cut`, the row keeps its whole text."""

    key: str
    voice: Voice
    verdict: str

    def change(self, of: Committed) -> Change:
        """The voice with what an analyst asks of it."""
        voice = self.voice
        question, service = split_ask_key(self.key)
        tenant, object_id = home_of(of.engagement, voice.by)
        one = of.engagement.people.get(voice.by)
        return Replace(
            voice_key(self.key, voice.by),
            {
                "question": question,
                "factor": of.book.questions[question].factor or "",
                "service": service or "",
                "kind": voice.kind,
                "verdict": self.verdict,
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
            },
        )


@dataclass(frozen=True, slots=True)
class ForgetVoice:
    """The row of a voice that was taken back, and before which its person had said nothing."""

    key: str
    person: str

    def change(self, of: Committed) -> Change:
        """The row goes; the log still knows it."""
        return Delete(voice_key(self.key, self.person))


def voice_key(key: str, person: str) -> str:
    """The row of one person's answer to one question."""
    question, service = split_ask_key(key)
    return f"{VOICE_ROW}{question}~{service or '-'}~{short_hash(person)}"

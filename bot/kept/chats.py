"""The bot's chats with people: made once, remembered, and used for one message a local day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.keys import short_hash
from bot.core.ports import Column, Conflict, Insert, Replace, Row, Store, Table

CHAT = "chat"
"""The key of the row; its partition is `chat_place` of the person."""
PERSON = "person~"
"""The beginning of such a partition."""


def chat_place(person: str) -> str:
    """The partition in which the chat with a person is remembered."""
    return f"{PERSON}{short_hash(person)}"


@dataclass(frozen=True, slots=True)
class Chat:
    """The bot's chat with a person: its conversation, and what they were told last."""

    person: str
    row: Row | None

    @property
    def conversation(self) -> str:
        """Empty where there is no chat yet."""
        return str(self.row.columns.get("conversation", "")) if self.row else ""

    def was_told(self, what: str, today: datetime, zone: ZoneInfo) -> bool:
        """True where they were told something else on this local day, of whatever workshop."""
        if self.row is None or self.row.columns.get("what") == what:
            return False
        at = self.row.columns.get("told")
        return isinstance(at, datetime) and at.astimezone(zone).date() == today.astimezone(zone).date()


class Chats:
    """The chats in the store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def find(self, person: str) -> Chat:
        """The chat with a person as the store has it; its row is None where nothing is remembered."""
        return Chat(person, await self._store.get(Table.CHANNELS, chat_place(person), CHAT))

    async def take(self, chat: Chat, conversation: str, what: str, now: datetime) -> bool:
        """Remember the chat, and that this is what the person is told today. False where another message
        was first."""
        return await self._write(chat, {"conversation": conversation, "what": what, "told": now})

    async def forget(self, chat: Chat) -> None:
        """The chat cannot be used: the next message makes it anew."""
        found = await self.find(chat.person)
        if found.row is not None:
            await self._write(found, {"conversation": ""})

    async def _write(self, chat: Chat, columns: Mapping[str, Column]) -> bool:
        row = chat.row
        change = Insert(CHAT, columns) if row is None else Replace(CHAT, {**row.columns, **columns}, row.etag)
        try:
            await self._store.commit(Table.CHANNELS, chat_place(chat.person), [change])
        except Conflict:
            return False
        return True

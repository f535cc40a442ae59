"""A Teams made of dictionaries: conversations, who is in them, and what each person sees there."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from bot.teams.files.consent import CONSENT, INFO
from bot.teams.outbound.sending import Address, MemberInfo

CARD = "application/vnd.microsoft.card.adaptive"


@dataclass
class Message:
    """A message of the bot: its card or text as all see it, and what single people see instead."""

    id: str
    conversation: str
    card: Mapping[str, Any] | None
    text: str
    file: tuple[str, str] | None = None  # "offered" or "sent", and its name
    offered: Mapping[str, Any] = field(default_factory=dict)
    targeted: str | None = None
    views: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    def seen_by(self, person: str) -> Mapping[str, Any] | None:
        """The card as this person sees it."""
        return self.views.get(person, self.card)

    def answered(self, person: str, card: Mapping[str, Any]) -> None:
        """The bot's answer takes the place of the card for this person, unless it is the same."""
        shared = dict(self.card or {})
        shared.pop("refresh", None)
        self.views.pop(person, None)
        if json.dumps(shared) != json.dumps(card):
            self.views[person] = card

    @property
    def asks(self) -> tuple[Mapping[str, Any], Sequence[str]] | None:
        """What the clients of these people ask for by themselves where they draw the card anew."""
        refresh = (self.card or {}).get("refresh")
        return (refresh["action"], refresh["userIds"]) if refresh else None


class FakeTeams:
    """Passes for the connector. `refuses` are exceptions raised by the next calls, in order; `loses` by
    every post, which was done all the same; `redrawn` are messages that clients draw anew."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.redrawn: list[Message] = []
        self.roster: dict[str, list[MemberInfo]] = {}
        self.calls: list[tuple[str, str]] = []
        self.refuses: list[Exception] = []
        self.loses: Exception | None = None
        self._ids = count(1)

    async def post(self, to: Address, activity: Mapping[str, Any], *, targeted: bool = False) -> str:
        """A new message; a card is kept as the JSON that would travel."""
        await self._called("post", to.conversation)
        message = Message(f"m{next(self._ids)}", to.conversation, *_content(activity))
        if targeted:
            message.targeted = activity["recipient"]["id"]
        self.messages.append(message)
        if self.loses is not None:
            raise self.loses
        return message.id

    async def update(
        self, to: Address, activity_id: str, activity: Mapping[str, Any], *, targeted: bool = False
    ) -> None:
        """A message changes for all: single views of it are gone."""
        await self._called("update", to.conversation)
        message = self.find(activity_id)
        message.card, message.text, message.file, message.offered = _content(activity)
        self.draws_anew(message)

    def draws_anew(self, message: Message) -> None:
        """The clients show the card for all, as they do after an update, or where somebody reacted to it."""
        message.views.clear()
        self.redrawn.append(message)

    async def new_post(self, to: Address, channel_id: str, activity: Mapping[str, Any]) -> tuple[str, str]:
        """A new post of a channel: a thread of its own."""
        await self._called("new_post", channel_id)
        root = f"m{next(self._ids)}"
        conversation = f"{channel_id};messageid={root}"
        self.messages.append(Message(root, conversation, *_content(activity)))
        return conversation, root

    async def new_chat(self, to: Address, person_id: str, tenant: str) -> str:
        """The personal chat with somebody."""
        await self._called("new_chat", person_id)
        return f"chat-{person_id}"

    async def members(self, to: Address) -> list[MemberInfo]:
        """Who is in a conversation."""
        await self._called("members", to.conversation)
        return self.roster.get(to.conversation.partition(";")[0], [])

    def find(self, activity_id: str) -> Message:
        """A message by its id."""
        return next(message for message in self.messages if message.id == activity_id)

    async def _called(self, what: str, where: str) -> None:
        self.calls.append((what, where))
        await asyncio.sleep(0)
        if self.refuses:
            raise self.refuses.pop(0)


class FakeDrive:
    """Passes for OneDrive. `refuses` are exceptions raised by the next calls, in order."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.refuses: list[Exception] = []

    async def put(self, address: str, content: bytes) -> None:
        """A file lies at an address."""
        if self.refuses:
            raise self.refuses.pop(0)
        self.files[address] = content


_Content = tuple[Mapping[str, Any] | None, str, tuple[str, str] | None, Mapping[str, Any]]


def _content(activity: Mapping[str, Any]) -> _Content:
    sent = json.loads(json.dumps(activity))
    card, file, offered = None, None, {}
    for one in sent.get("attachments", ()):
        if one["contentType"] == CARD:
            card = one["content"]
        elif one["contentType"] == CONSENT:
            file, offered = ("offered", one["name"]), one["content"]
        elif one["contentType"] == INFO:
            file = ("sent", one["name"])
    return card, sent.get("text", ""), file, offered

"""What the load says to a bot: one talker for each turn that is in flight."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from itertools import count
from typing import Any, Protocol

Activity = dict[str, Any]
Post = Callable[[Activity], Awaitable[Any]]
"""Sends an activity to the bot and gives what its answer holds: an invoke's body, else None."""

TENANT = "beefbeef-0000-4000-8000-00000000000b"

_NUMBERS = count(1)


def tenant_id(number: int) -> str:
    """The id of one of many tenants."""
    return f"beefbeef-0000-4000-9000-{number:012}"


def object_id(person: int) -> str:
    """The object id of one of those who talk."""
    return f"beefbeef-0000-4000-8000-{person:012}"


class Talker(Protocol):
    """Talks in a conversation of its own."""

    async def prepare(self, post: Post) -> None:
        """Say what comes before a round of turns that are measured."""

    def next(self, answer: Any) -> Activity:
        """The next activity, given what the one before was answered with."""


class Messages:
    """Writes in a personal chat."""

    def __init__(self, service_url: str, number: int) -> None:
        self._service_url = service_url
        self._number = number

    async def prepare(self, post: Post) -> None:
        """One message: the first of a conversation costs more, and a pause may, too."""
        await post(self.next(None))

    def next(self, answer: Any) -> Activity:
        return {"type": "message", "text": "hello", **envelope(self._service_url, f"chat-{self._number}")}


def envelope(
    service_url: str, conversation: str, *, person: int = 0, channel: bool = False, tenant: str = TENANT
) -> Activity:
    """The fields that every activity of Teams has; the id is new each time."""
    kind = {"conversationType": "channel", "isGroup": True} if channel else {"conversationType": "personal"}
    place = {"team": {"id": "team"}, "channel": {"id": conversation.split(";")[0]}} if channel else {}
    return {
        "id": f"activity-{next(_NUMBERS)}",
        "timestamp": datetime.now(UTC).isoformat(),
        "channelId": "msteams",
        "serviceUrl": service_url,
        "locale": "en-US",
        "from": {"id": f"29:user-{person}", "name": f"User {person}", "aadObjectId": object_id(person)},
        "recipient": {"id": "28:bot", "name": "ssat-bot"},
        "conversation": {"id": conversation, "tenantId": tenant, **kind},
        "channelData": {"tenant": {"id": tenant}, **place},
    }

"""A Teams for one person in a terminal: the connector that keeps messages, and what the person does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from bot.app import Bot
from bot.teams.inbound.incoming import read_incoming
from bot.teams.outbound.sending import Address, MemberInfo

_ROOM = "19:talk@terminal"
_YOU = "you"
_BOT = {"id": "bot", "name": "ssat-bot"}
_TENANT = "terminal"
_SETTLE = 10.0

ShownCard = Mapping[str, Any]


@dataclass
class TerminalScreen:
    """The connector of the terminal. `fresh` are the cards posted since somebody looked."""

    name: str
    fresh: list[ShownCard] = field(default_factory=list)
    _ids: count[int] = field(default_factory=lambda: count(1))

    async def post(self, to: Address, activity: Mapping[str, Any], *, targeted: bool = False) -> str:
        """A new message."""
        self.fresh.append(activity["attachments"][0]["content"])
        return str(next(self._ids))

    async def update(
        self, to: Address, activity_id: str, activity: Mapping[str, Any], *, targeted: bool = False
    ) -> None:
        """A message changes. Nothing to show: what changed for all stands in the person's own view, too."""

    async def new_post(self, to: Address, channel_id: str, activity: Mapping[str, Any]) -> tuple[str, str]:
        """There is one room: a new post is a message."""
        return to.conversation, await self.post(to, activity)

    async def new_chat(self, to: Address, person_id: str, tenant: str) -> str:
        """There is one room."""
        return to.conversation

    async def members(self, to: Address) -> list[MemberInfo]:
        """The one person."""
        return [MemberInfo(_YOU, _YOU, self.name, _TENANT)]


class TerminalTalk:
    """The person at the terminal: what they write and press reaches the bot, and they see its cards."""

    def __init__(self, service: Bot, screen: TerminalScreen, locale: str) -> None:
        self._service = service
        self._screen = screen
        self._locale = locale
        self._ids = count(1)

    async def writes(self, text: str) -> list[ShownCard]:
        """The cards that a typed text brings."""
        return await self._sends({"type": "message", "text": text})

    async def presses(self, data: Mapping[str, Any]) -> list[ShownCard]:
        """The cards that a press brings: what was posted, and last the person's own view."""
        action = {"type": "Action.Execute", "verb": data.get("action"), "data": dict(data)}
        return await self._sends(
            {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": action}}
        )

    async def _sends(self, body: Mapping[str, Any]) -> list[ShownCard]:
        activity: dict[str, Any] = {
            "id": str(next(self._ids)),
            "channelId": "msteams",
            "serviceUrl": "http://127.0.0.1/",
            "from": {"id": _YOU, "aadObjectId": _YOU, "name": self._screen.name},
            "recipient": _BOT,
            "locale": self._locale,
            "conversation": {
                "id": _ROOM,
                "conversationType": "groupChat",
                "isGroup": True,
                "tenantId": _TENANT,
            },
            "channelData": {"tenant": {"id": _TENANT}},
            **body,
        }
        reply = await self._service.turns.receive(read_incoming(activity), activity)
        await self._service.rosters.settle()
        await self._service.deliveries.settle()
        await self._service.outbox.drain(_SETTLE)
        shown = [*self._screen.fresh]
        self._screen.fresh.clear()
        if reply.body and isinstance(reply.body.get("value"), Mapping) and "body" in reply.body["value"]:
            shown.append(reply.body["value"])
        return shown

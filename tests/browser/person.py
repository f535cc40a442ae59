"""A second person in the Playground: their activities are posted, since its page is one person's."""

from __future__ import annotations

import json
import time
import urllib.request
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any


class Sender:
    """Somebody of the team; `locale` is that of their client."""

    def __init__(self, address: str, cast: Mapping[str, Any], name: str, scope: str) -> None:
        self.locale = "en-US"
        self._address = address
        self._cast = cast
        self._who = next(one for one in cast["users"] if one["name"] == name)
        self._scope = scope

    def says(self, text: str, *, thread: str | None = None) -> None:
        """Write to the bot: in a channel with a mention, in the thread of this message id."""
        bot = self._cast["bot"]
        mention = {"type": "mention", "text": f"<at>{bot['name']}</at>", "mentioned": bot}
        spoken = text if self._scope == "personal" else f"<at>{bot['name']}</at> {text}"
        entities = [] if self._scope == "personal" else [mention]
        self.sends({"type": "message", "text": spoken, "textFormat": "plain", "entities": entities}, thread)

    def presses(self, data: Mapping[str, Any], *, on: str, thread: str | None = None) -> str:
        """Press an Action.Execute of the card with this activity id; `data` holds the inputs too.

        Returns the id of the press.
        """
        value = {"action": {"type": "Action.Execute", "data": dict(data)}}
        return self.sends(
            {"type": "invoke", "name": "adaptiveCard/action", "value": value, "replyToId": on}, thread
        )

    def sends(self, activity: Mapping[str, Any], thread: str | None = None) -> str:
        """Send any activity; it is laid over the usual fields of a Teams client. Returns its id."""
        bot, tenant = self._cast["bot"], {"id": self._cast["tenantId"]}
        usual = {
            "id": f"by-hand-{time.time_ns()}",
            "timestamp": datetime.now(UTC).isoformat(),
            "locale": self.locale,
            "channelId": "msteams",
            "serviceUrl": f"{self._address}/_connector",
            "recipient": {"id": bot["id"], "name": bot["name"]},
            "from": {key: self._who[key] for key in ("id", "name", "aadObjectId")},
            "conversation": {**self._conversation(thread), "tenantId": tenant["id"]},
            "channelData": {"tenant": tenant, **self._place()},
        }
        whole = {**usual, **activity}
        request = urllib.request.Request(  # noqa: S310
            f"{self._address}/_internal/v1/customActivities",
            json.dumps(whole).encode(),
            {"Content-Type": "application/json"},
        )
        urllib.request.urlopen(request, timeout=30).close()  # noqa: S310
        return str(whole["id"])

    def _conversation(self, thread: str | None) -> dict[str, Any]:
        if self._scope == "personal":
            return {"id": self._cast["personalChat"]["id"], "conversationType": "personal"}
        if self._scope == "group":
            return {"id": self._cast["groupChats"][0]["id"], "conversationType": "groupChat", "isGroup": True}
        root = f";messageid={thread}" if thread else ""
        return {"id": f"{self._channel()}{root}", "conversationType": "channel", "isGroup": True}

    def _place(self) -> dict[str, Any]:
        if self._scope not in ("general", "channel"):
            return {}
        team = self._cast["teams"][0]
        return {
            "team": {"id": team["id"], "name": team["name"]},
            "channel": {"id": self._channel()},
            "teamsTeamId": team["id"],
            "teamsChannelId": self._channel(),
        }

    def _channel(self) -> str:
        index = 0 if self._scope == "general" else -1
        return str(self._cast["teams"][0]["channels"][index]["id"])

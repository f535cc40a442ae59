"""Activities as Teams sends them, built in one place."""

from __future__ import annotations

from typing import Any

from tests.fakes.settings import TENANT

BOT = {"id": "28:7d6c5b4a", "name": "ssat"}
CHANNEL = "19:general@thread.tacv2"
ADA = {"id": "29:ada", "name": "Ada", "aadObjectId": "33333333-0000-4000-8000-00000000ada0"}


def message(service_url: str, text: str = "/ssat", **changed: Any) -> dict[str, Any]:
    """Ada mentions the bot in a channel; changes by key."""
    mention = "<at>ssat</at>"
    usual = _from_channel(service_url) | {
        "type": "message",
        "id": "1700000000001",
        "text": f"{mention} {text}",
        "entities": [
            {"type": "mention", "mentioned": BOT, "text": mention},
            {"type": "clientInfo", "locale": "de-DE", "country": "DE", "timezone": "Europe/Berlin"},
        ],
    }
    return usual | changed


def press(service_url: str, data: dict[str, Any] | None = None, **changed: Any) -> dict[str, Any]:
    """Ada presses a button of a card in a channel (Action.Execute); changes by key."""
    usual = _from_channel(service_url) | {
        "type": "invoke",
        "name": "adaptiveCard/action",
        "id": "f:1700000000002",
        "replyToId": "1700000000000",
        "value": {"action": {"type": "Action.Execute", "verb": "x", "data": data or {}}, "trigger": "manual"},
    }
    return usual | changed


def refresh(
    service_url: str, data: dict[str, Any], platform: str = "Windows", **changed: Any
) -> dict[str, Any]:
    """Ada's client asks by itself what she has open on a card in a channel; changes by key."""
    usual = _from_channel(service_url) | {
        "type": "invoke",
        "name": "adaptiveCard/action",
        "id": "f:1700000000004",
        "timestamp": "2026-11-23T09:00:00.123Z",
        "localTimestamp": "2026-11-23T10:00:00.123+01:00",
        "entities": [
            {
                "type": "clientInfo",
                "locale": "de-DE",
                "country": "DE",
                "platform": platform,
                "timezone": "Europe/Berlin",
            }
        ],
        "replyToId": "1700000000000",
        "value": {
            "action": {"type": "Action.Execute", "id": "", "verb": "refresh", "data": data},
            "trigger": "automatic",
        },
    }
    return usual | changed


def submit(service_url: str, data: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """The same press from a client that only knows Action.Submit."""
    usual = _from_channel(service_url) | {"type": "message", "id": "1700000000003", "value": data}
    return usual | {"replyToId": "1700000000000"} | changed


def installed(service_url: str, action: str = "add") -> dict[str, Any]:
    """The bot is added to the team."""
    return _from_channel(service_url) | {"type": "installationUpdate", "action": action, "id": "f:1"}


def _from_channel(service_url: str) -> dict[str, Any]:
    return {
        "channelId": "msteams",
        "serviceUrl": service_url,
        "locale": "de-DE",
        "localTimezone": "Europe/Berlin",
        "from": ADA,
        "recipient": BOT,
        "conversation": {
            "id": f"{CHANNEL};messageid=1699999999999",
            "conversationType": "channel",
            "isGroup": True,
            "tenantId": TENANT,
        },
        "channelData": {"tenant": {"id": TENANT}, "team": {"id": CHANNEL}, "channel": {"id": CHANNEL}},
    }

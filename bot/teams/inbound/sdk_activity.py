"""A JSON activity as botbuilder's: plain assignments in place of the SDK's slow deserializer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from botbuilder.schema import Activity, ChannelAccount, ConversationAccount

_PLAIN = {
    "type": "type",
    "id": "id",
    "name": "name",
    "action": "action",
    "text": "text",
    "value": "value",
    "locale": "locale",
    "localTimezone": "local_timezone",
    "serviceUrl": "service_url",
    "channelId": "channel_id",
    "channelData": "channel_data",
    "replyToId": "reply_to_id",
}
_TEXTS = frozenset(_PLAIN) - {"value", "channelData"}


def to_activity(payload: Mapping[str, Any]) -> Activity:
    """The activity, with what dialogs and contexts use of it. ValueError where its shape is wrong.

    The conversation's tenant is its `tenant_id`. `deliveryMode` is left out on purpose: what a turn
    sends is collected in any case.
    """
    if not isinstance(payload, Mapping):
        raise ValueError("an activity is a JSON object")
    given: dict[str, Any] = {}
    for outside, inside in _PLAIN.items():
        value = payload.get(outside)
        if value is not None and outside in _TEXTS and not isinstance(value, str):
            raise ValueError(f"{outside} is no text")
        given[inside] = value
    if not given["type"]:
        raise ValueError("an activity has a type")
    return Activity(
        **given,
        from_property=_account(payload, "from"),
        recipient=_account(payload, "recipient"),
        conversation=_conversation(payload),
    )


def _account(payload: Mapping[str, Any], key: str) -> ChannelAccount:
    account = _mapping(payload, key)
    return ChannelAccount(
        id=account.get("id"), name=account.get("name"), aad_object_id=account.get("aadObjectId")
    )


def _conversation(payload: Mapping[str, Any]) -> ConversationAccount:
    conversation = _mapping(payload, "conversation")
    if not isinstance(conversation.get("id"), str):
        raise ValueError("a conversation has an id")
    return ConversationAccount(
        id=conversation["id"],
        name=conversation.get("name"),
        is_group=conversation.get("isGroup"),
        conversation_type=conversation.get("conversationType"),
        tenant_id=conversation.get("tenantId"),
    )


def _mapping(payload: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = payload.get(key)
    if value is not None and not isinstance(value, Mapping):
        raise ValueError(f"{key} is no object")
    return value or {}

"""Activities as they travel: addresses with their thread, messages and answers that hold a card."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from bot.core.engagement import Engagement, Reference
from bot.core.keys import place_key
from bot.teams.identity.places import same_service
from bot.teams.inbound.incoming import Incoming
from bot.teams.outbound.sending import Address
from dialogs.turn import CARD

Card = Mapping[str, Any]


def address(reference: Reference) -> Address:
    """The address of an engagement's messages: its thread, where it has one."""
    thread = f";messageid={reference.thread}" if reference.thread else ""
    return Address(reference.service_url, reference.conversation + thread)


def addressed(engagement: Engagement, incoming: Incoming) -> Engagement:
    """The engagement at the service that its conversation names now: Teams moves conversations at times."""
    reference = engagement.reference
    here = reference.conversation == incoming.conversation
    if not here or not incoming.service_url or same_service(reference.service_url, incoming.service_url):
        return engagement
    return replace(engagement, reference=replace(reference, service_url=incoming.service_url))


def conversation_of(incoming: Incoming) -> str:
    """The conversation of an activity with its thread."""
    return (
        f"{incoming.conversation};messageid={incoming.thread}" if incoming.thread else incoming.conversation
    )


def queue_of(incoming: Incoming) -> str:
    """The outbox's queue of a conversation, for what belongs to no workshop."""
    return place_key(incoming.tenant, incoming.conversation)


def message(card: Card) -> dict[str, Any]:
    """An activity that holds a card."""
    return {"type": "message", "attachments": [{"contentType": CARD, "content": card}]}


def invoke_body(card: Card) -> dict[str, Any]:
    """The answer to a press that shows a card to the presser."""
    return {"statusCode": 200, "type": CARD, "value": card}

"""The shape of an activity as Teams sends it: what the bot reads of it, checked for its types."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

Id = Annotated[str, msgspec.Meta(max_length=1024)]
Word = Annotated[str, msgspec.Meta(max_length=256)]
_MANY = 2_000


class Account(msgspec.Struct, rename="camel"):
    """A person or a bot."""

    id: Id = ""
    name: str | None = None
    aad_object_id: Id | None = None
    tenant_id: Id | None = None
    is_targeted: bool | None = None


class Conversation(msgspec.Struct, rename="camel"):
    """The conversation of an activity."""

    id: Id
    conversation_type: Word | None = None
    is_group: bool | None = None
    tenant_id: Id | None = None
    name: str | None = None


class WireNamed(msgspec.Struct):
    """A tenant, team or channel."""

    id: Id | None = None


class ChannelData(msgspec.Struct, rename="camel"):
    """The data that Teams adds to an activity: tenant, team, channel, and what happened to one of these."""

    tenant: WireNamed | None = None
    team: WireNamed | None = None
    channel: WireNamed | None = None
    event_type: Word | None = None


class Entity(msgspec.Struct):
    """A mention, or what is known of the client."""

    type: str = ""
    text: str | None = None
    mentioned: Account | None = None
    locale: str | None = None
    timezone: str | None = None
    country: str | None = None
    platform: str | None = None


class Attached(msgspec.Struct, rename="camel"):
    """Something that is attached to a message: its kind alone is read."""

    content_type: str | None = None


class Wire(msgspec.Struct, rename="camel"):
    """An activity; what is not named here is not read."""

    type: Word
    conversation: Conversation
    id: Id | None = None
    name: Word | None = None
    action: Word | None = None
    service_url: Id = ""
    channel_id: Word = ""
    from_: Account | None = msgspec.field(name="from", default=None)
    recipient: Account | None = None
    channel_data: ChannelData | None = None
    entities: Annotated[list[Entity], msgspec.Meta(max_length=_MANY)] | None = None
    members_added: Annotated[list[Account], msgspec.Meta(max_length=_MANY)] | None = None
    members_removed: Annotated[list[Account], msgspec.Meta(max_length=_MANY)] | None = None
    text: str | None = None
    attachments: Annotated[list[Attached], msgspec.Meta(max_length=_MANY)] | None = None
    value: Any = None
    locale: str | None = None
    local_timezone: str | None = None
    local_timestamp: str | None = None
    reply_to_id: Id | None = None


def read_wire(payload: Any) -> Wire:
    """The activity of a JSON document. ValueError where its shape is wrong."""
    return msgspec.convert(payload, Wire)

"""An incoming activity in this bot's own terms: a message or press, its person and place. Knows no SDK."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from bot.core.engagement import Person
from bot.teams.inbound.sdk_activity import to_activity
from bot.teams.inbound.text import read_text, read_words
from bot.teams.inbound.wire import Account, Entity, Wire, read_wire
from cards.workshop import REFRESH

__all__ = ["ConversationScope", "Incoming", "IncomingKind", "read_incoming", "to_activity"]

IncomingKind = Literal[
    "message", "press", "refresh", "file", "installed", "removed", "ended", "returned", "members", "other"
]
ConversationScope = Literal["personal", "groupChat", "channel"]

_BIGGEST_VALUE = 64 * 1024
_DEEPEST_VALUE = 8
_LONGEST_NAME = 128
_THREAD = ";messageid="
_SCOPES: dict[str, ConversationScope] = {
    "personal": "personal",
    "groupchat": "groupChat",
    "channel": "channel",
}
_INSTALLATIONS: dict[str, IncomingKind] = {"add": "installed", "remove": "removed"}
_EVENTS: dict[str, IncomingKind] = {
    **dict.fromkeys(("channeldeleted", "teamarchived", "teamdeleted", "teamharddeleted"), "ended"),
    **dict.fromkeys(("channelrestored", "teamunarchived", "teamrestored"), "returned"),
}
_LOCALE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,3}")
_ZONE = re.compile(r"[A-Za-z0-9_+\-/]{1,64}")
_COUNTRY = re.compile(r"[A-Za-z]{2}")
_PLATFORM = re.compile(r"[A-Za-z]{1,32}")
_MOMENT = re.compile(r"[0-9T:.+\-Z]{10,40}")


class Incoming(msgspec.Struct, frozen=True):
    """An activity, read. `conversation` has no thread in it; `thread` is the id of the thread's root in a
    channel. `value` are a press's data and inputs, or what was said to a file, None for anything else. A name
    may be empty. `refresh` is what a client asks by itself: what its person has open on a card."""

    kind: IncomingKind
    id: str
    person: Person
    tenant: str
    scope: ConversationScope
    conversation: str
    thread: str | None
    channel_id: str | None
    team_id: str | None
    service_url: str
    bot_id: str
    bot_name: str
    tenant_as_sent: str = ""  # a version before kept places under it
    teams_id: str = ""  # the id by which Teams mentions the person, and opens a chat with them
    locale: str | None = None
    time_zone: str | None = None
    country: str = ""
    platform: str = ""  # the kind of client: Web, Windows, Mac, iOS, Android
    local_time: str = ""
    text: str = ""
    asked: str = ""  # the text without anybody's mention
    attached: bool = False  # something is attached that is not the text
    value: Mapping[str, Any] | None = None
    is_invoke: bool = False
    reply_to_id: str | None = None
    targeted: bool = False
    members_added: tuple[Person, ...] = ()


def read_incoming(payload: Any) -> Incoming:
    """The activity of a JSON document. ValueError where its shape or size is wrong; nothing of what was
    sent is in the error."""
    try:
        wire = read_wire(payload)
    except (msgspec.ValidationError, RecursionError):
        raise ValueError("not an activity") from None
    kind, value = _kind(wire)
    sender, bot, data = wire.from_ or Account(), wire.recipient or Account(), wire.channel_data
    if kind in ("message", "press", "refresh", "file") and not (wire.id and sender.id):
        raise ValueError("a message has an id and a sender")
    # Ids of Entra have one form, whatever letters a client writes.
    named = wire.conversation.tenant_id or (data and data.tenant and data.tenant.id) or ""
    tenant = named.lower()
    conversation, _, thread = wire.conversation.id.partition(_THREAD)
    client = next((one for one in wire.entities or () if one.type == "clientInfo"), Entity())
    return Incoming(
        kind=kind,
        id=wire.id or "",
        person=_person(sender, tenant),
        tenant=tenant,
        tenant_as_sent=named,
        scope=_scope(wire),
        conversation=conversation,
        thread=thread or None,
        channel_id=(data.channel.id if data and data.channel else None) or None,
        team_id=(data.team.id if data and data.team else None) or None,
        service_url=wire.service_url,
        bot_id=bot.id,
        bot_name=_name(bot),
        teams_id=sender.id,
        locale=_matching(_LOCALE, wire.locale, client.locale),
        time_zone=_matching(_ZONE, wire.local_timezone, client.timezone),
        country=_matching(_COUNTRY, client.country) or "",
        platform=_matching(_PLATFORM, client.platform) or "",
        local_time=_matching(_MOMENT, wire.local_timestamp) or "",
        text=read_text(wire.text or "", wire.entities or (), bot),
        asked=read_words(wire.text or "", wire.entities or (), bot),
        attached=any(_is_apart(one.content_type or "") for one in wire.attachments or ()),
        value=value,
        is_invoke=wire.type == "invoke",
        reply_to_id=wire.reply_to_id,
        targeted=bot.is_targeted is True,
        members_added=tuple(_person(one, tenant) for one in wire.members_added or () if one.id != bot.id),
    )


def _kind(wire: Wire) -> tuple[IncomingKind, Mapping[str, Any] | None]:
    match wire.type:
        case "message":
            # Action.Submit sends a message whose value are the button's data and the inputs.
            return ("message", None) if wire.value is None else ("press", _value(wire.value))
        case "invoke" if wire.name == "adaptiveCard/action":
            action = wire.value.get("action") if isinstance(wire.value, dict) else None
            if not isinstance(action, dict):
                raise ValueError("a press has an action")
            pressed = _value(action.get("data") or {})
            # Somebody beyond those whom the card names asks for the same with a button of Teams.
            by_itself = wire.value.get("trigger") == "automatic" or pressed.get("action") == REFRESH
            return ("refresh" if by_itself else "press"), pressed
        case "invoke" if wire.name == "fileConsent/invoke":
            return "file", _value(wire.value)
        case "installationUpdate":
            # An upgrade of the app is neither a farewell nor a new acquaintance.
            return _INSTALLATIONS.get(wire.action or "add", "other"), None
        case "conversationUpdate":
            return _happened(wire), None
    return "other", None


def _happened(wire: Wire) -> IncomingKind:
    """What became of a place: of a channel, of a team, or of who is in it."""
    bot = wire.recipient.id if wire.recipient else ""
    event = wire.channel_data.event_type if wire.channel_data else None
    if bot and any(one.id == bot for one in wire.members_removed or ()):
        return "ended"
    if found := _EVENTS.get((event or "").lower()):
        return found
    return "members" if wire.members_added or wire.members_removed else "other"


def _value(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("a press has data")
    if _depth(value) > _DEEPEST_VALUE or len(msgspec.json.encode(value)) > _BIGGEST_VALUE:
        raise ValueError("a press is too large")
    return value


def _is_apart(content_type: str) -> bool:
    """Teams attaches the text itself once more as HTML, and the message that is replied to."""
    return not content_type.startswith(("text/", "messageReference"))


def _depth(value: Any) -> int:
    """The depth to which lists and objects are nested, counted level by level."""
    deep, level = 0, [value]
    while level and deep <= _DEEPEST_VALUE:
        inner = [
            one.values() if isinstance(one, dict) else one for one in level if isinstance(one, dict | list)
        ]
        deep += bool(inner)
        level = [one for group in inner for one in group]
    return deep


def _person(account: Account, tenant: str) -> Person:
    # Most activities do not say it: then the tenant is only presumed, and the roster knows better.
    home = (account.tenant_id or "").lower()
    return Person(home or tenant, (account.aad_object_id or "").lower() or account.id, _name(account), home)


def _name(account: Account) -> str:
    name = (account.name or "")[:_LONGEST_NAME]
    shown = name if name.isprintable() else "".join(c for c in name if c.isprintable())
    return shown.strip()


def _scope(wire: Wire) -> ConversationScope:
    named = (wire.conversation.conversation_type or "").lower()
    return _SCOPES.get(named) or ("groupChat" if wire.conversation.is_group else "personal")


def _matching(pattern: re.Pattern[str], *values: str | None) -> str | None:
    return next((value for value in values if value and pattern.fullmatch(value)), None)

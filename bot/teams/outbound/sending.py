"""The port of the connector, with the addresses and people that its calls name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Address:
    """A conversation at a connector. In a channel `conversation` may end in `;messageid=` and the root
    message of a thread."""

    service_url: str
    conversation: str


@dataclass(frozen=True, slots=True)
class MemberInfo:
    """Somebody in a conversation: the id by which Teams mentions them, and who they are."""

    id: str
    object_id: str | None
    name: str
    tenant: str | None
    addresses: tuple[str, ...] = ()  # e-mail and sign-in name


class Connector(Protocol):
    """Every call raises SendFailed: Refused (not done), Unsure (perhaps done), Gone (nobody there)."""

    async def post(self, to: Address, activity: Mapping[str, Any], *, targeted: bool = False) -> str:
        """Send an activity; its id. A targeted one is for its `recipient` alone."""

    async def update(
        self, to: Address, activity_id: str, activity: Mapping[str, Any], *, targeted: bool = False
    ) -> None:
        """Replace an activity that the bot sent."""

    async def new_post(self, to: Address, channel_id: str, activity: Mapping[str, Any]) -> tuple[str, str]:
        """Start a thread in a channel; its conversation (with `;messageid=`) and the activity's id."""

    async def new_chat(self, to: Address, person_id: str, tenant: str) -> str:
        """The conversation id of the bot's chat with a person, who is named by their Teams id."""

    async def members(self, to: Address) -> list[MemberInfo]:
        """The people of the conversation, at most 5,000."""

"""The port through which the sweep of check-ins sends cards to threads and to people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from bot.core.engagement import Engagement

Card = Mapping[str, Any]


class SendOutcome(StrEnum):
    """The outcome of a send."""

    SENT = "sent"
    REFUSED = "refused"  # not sent, and it can be tried again
    FAILED = "failed"  # not sent, and trying again would not help
    UNKNOWN = "unknown"  # perhaps sent: there is no asking, so it is not sent again
    GONE = "gone"  # not sent: nobody is there any more
    UNREACHABLE = "unreachable"  # not sent: the bot has no chat with this person
    ASIDE = "aside"  # not sent in person, and told in the thread instead


@dataclass(frozen=True, slots=True)
class Delivery:
    """The outcome of one send. `wait` is the number of seconds after which a refused one may be tried again,
    None where that was not said; `reason` is for the log and names nobody. `conversation` and `activity` say
    where a post stands."""

    outcome: SendOutcome
    reason: str = ""
    wait: float | None = None
    conversation: str = ""
    activity: str = ""


class Courier(Protocol):
    """Sends once and returns the outcome; repeats nothing."""

    def reaches(self, engagement: Engagement) -> bool:
        """True when this courier may send to the engagement's conversation."""

    def teams_ids(self, engagement: Engagement) -> Mapping[str, str]:
        """The ids by which people of the conversation are mentioned, as far as they are known now."""

    def held(self, tenant: str) -> float:
        """The seconds for which a tenant gets nothing, because it said that it had too much."""

    async def wait_for_turn(self, tenant: str, conversation: str) -> None:
        """Wait until a send keeps to the limits of the tenant and of the conversation; it counts from now."""

    async def post(self, engagement: Engagement, card: Card) -> Delivery:
        """A card in the workshop's thread."""

    async def update(self, engagement: Engagement, conversation: str, activity: str, card: Card) -> Delivery:
        """A card in the place of one that was posted. Doing it again does no harm, so that an UNKNOWN one may
        be repeated; FAILED where that card is gone, or Teams will not take the new one."""

    async def aside(self, engagement: Engagement, person: str, card: Card) -> Delivery:
        """A card in the workshop's thread that this person alone sees; UNREACHABLE where they are not there,
        FAILED where Teams takes none."""

    async def chat(self, engagement: Engagement, person: str) -> str | Delivery:
        """The id of the bot's chat with a person, otherwise the outcome that hindered it."""

    async def tell(self, engagement: Engagement, chat: str, card: Card) -> Delivery:
        """A card in a chat."""

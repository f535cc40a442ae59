"""Botbuilder's adapter without its network: what a turn sends is collected, and nothing leaves."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from itertools import count
from typing import NoReturn

from botbuilder.core import TurnContext
from botbuilder.integration.aiohttp import CloudAdapter
from botbuilder.schema import Activity, ActivityTypes, ConversationReference, ResourceResponse

Logic = Callable[[TurnContext], Awaitable[None]]

_COLLECTED = "ssat.collected"
_NUMBERS = count(1)
_SILENT = (ActivityTypes.trace, "delay")


def _refuse() -> NoReturn:
    raise TypeError("this adapter neither authenticates nor sends: the door and the outbox do")


class NoClients:
    """Stands for the SDK's `BotFrameworkAuthentication`, and refuses what it would build for every turn: the
    door has let the request in already, and sending is the outbox's work."""

    async def authenticate_request(self, *_: object) -> NoReturn:
        _refuse()

    async def authenticate_streaming_request(self, *_: object) -> NoReturn:
        _refuse()

    def create_connector_factory(self, *_: object) -> NoReturn:
        _refuse()

    async def create_user_token_client(self, *_: object) -> NoReturn:
        _refuse()


class Collecting(TurnContext):
    """A context whose sends are not addressed: the SDK's own copies the conversation of the activity onto
    each of them, where the outbox and the answer to a press know themselves where they go."""

    async def send_activities(self, activities: list[Activity]) -> list[ResourceResponse]:
        """Hand over what is sent, as it is; what has no type is a message."""
        for one in activities:
            one.type = one.type or ActivityTypes.message
        self.responded = True
        found: list[ResourceResponse] = await self.adapter.send_activities(self, activities)
        return found


class LeanAdapter(CloudAdapter):
    """Runs turns. Handlers of `on_send_activities` could watch a send, not suppress it, so the sends
    themselves are overridden."""

    def __init__(self) -> None:
        super().__init__(NoClients())

    def context(self, activity: Activity) -> TurnContext:
        """The context of a turn."""
        return Collecting(self, activity)

    async def run(self, context: TurnContext, logic: Logic) -> list[Activity]:
        """Run a turn; what it sent, in order. An update has the id of what it replaces, a send has none."""
        collected: list[Activity] = []
        context.turn_state[_COLLECTED] = collected
        # There is no middleware: the SDK's pipeline would call this as well, by way of five others.
        await logic(context)
        return collected

    async def send_activities(
        self, context: TurnContext, activities: list[Activity]
    ) -> list[ResourceResponse]:
        """Collect; the ids are made up here and mean nothing to Teams."""
        collected: list[Activity] = context.turn_state[_COLLECTED]
        collected += [one for one in activities if one.type not in _SILENT]
        return [ResourceResponse(id=str(next(_NUMBERS))) for _ in activities]

    async def update_activity(self, context: TurnContext, activity: Activity) -> ResourceResponse:
        """Collect the new version of something sent before."""
        context.turn_state[_COLLECTED].append(activity)
        return ResourceResponse(id=activity.id)

    async def delete_activity(self, context: TurnContext, reference: ConversationReference) -> NoReturn:
        """Nothing of a workshop is deleted from a conversation."""
        _refuse()

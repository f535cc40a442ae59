"""A Teams client over real HTTP that knows no more of the bot than its contract.

It types commands, presses buttons by what their data says, and fills inputs in by id and type.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.fakes.connector import FakeConnector, Sent
from tests.service.card import (
    CARD,
    Card,
    actions,
    asks_for_more,
    card_of,
    filled,
    inputs,
    positive,
    prefilled,
    question_of,
    texts,
)

TENANT = "11111111-0000-4000-8000-000000000001"
_SECONDS = 20.0
_numbers = itertools.count(1)

Values = Mapping[str, str]


@dataclass
class Room:
    """A conversation in Teams: its kind (channel, groupChat, personal), its id, and the bot in it."""

    bot_url: str
    session: aiohttp.ClientSession
    connector: FakeConnector
    id: str
    kind: str = "channel"
    thread: str = "1700000000000"

    @property
    def conversation(self) -> str:
        """The id that activities name, with the thread in a channel."""
        return f"{self.id};messageid={self.thread}" if self.kind == "channel" else self.id

    async def deliver(self, activity: Mapping[str, Any]) -> tuple[int, Any]:
        """The status of the answer to an activity, and its body where it has one."""
        async with self.session.post(f"{self.bot_url}/api/messages", json=dict(activity)) as answer:
            raw = await answer.read()
            return answer.status, await answer.json() if raw else None

    async def shows(self, wanted: Callable[[Card], bool]) -> tuple[str, Card]:
        """The newest message whose card is wanted, waited for: its activity's id and its card."""
        connector = self.connector
        async with asyncio.timeout(_SECONDS):
            while True:
                for activity_id, activity in reversed(connector.shown.get(self.conversation, {}).items()):
                    card = card_of(activity)
                    if card is not None and wanted(card):
                        return activity_id, card
                await connector.arrived(len(connector.sent) + 1, _SECONDS)

    def sent(self) -> list[Sent]:
        """What the bot sent here, in order."""
        return [one for one in self.connector.sent if one.conversation == self.conversation]


@dataclass
class Person:
    """Somebody in a room. `asked` is every question that was shown with what was sent, in order."""

    room: Room
    name: str
    locale: str = "de-DE"
    card: Card = field(default_factory=dict)
    asked: list[tuple[str, str | None, dict[str, str]]] = field(default_factory=list)
    last: dict[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The object id, as a real one would be: the same for the same name."""
        return f"id-{self.name}"

    async def says(self, text: str) -> int:
        """Type; in a channel with a mention of the bot. The status of the answer."""
        status, _ = await self.room.deliver(self.typed(text))
        return status

    def typed(self, text: str) -> dict[str, Any]:
        """The activity of such a message, new with each call."""
        activity = self._activity() | {"type": "message", "text": text}
        if self.room.kind == "channel":
            mention = "<at>SSAT</at>"
            named = {"type": "mention", "text": mention, "mentioned": activity["recipient"]}
            activity |= {"text": f"{mention} {text}", "entities": [named]}
        return activity

    async def opens(self, action: str) -> Card:
        """Press a button of the newest card in the room that has it."""
        _, card = await self.room.shows(
            lambda card: any(one["data"]["action"] == action for one in actions(card))
        )
        return await self.presses(next(one for one in actions(card) if one["data"]["action"] == action))

    async def presses(self, button: Card, values: Values | None = None) -> Card:
        """Press a button, with these inputs; the card that the bot answers with."""
        return await self.invokes(dict(button["data"]) | dict(values or {}))

    async def invokes(self, data: Mapping[str, Any]) -> Card:
        """Action.Execute with this data."""
        action = {"type": "Action.Execute", "verb": str(data.get("action")), "data": dict(data)}
        value = {"action": action, "trigger": "manual"}
        self.last = self._activity() | {"type": "invoke", "name": "adaptiveCard/action", "value": value}
        return await self.again()

    async def asks_by_itself(self, message: str, card: Card) -> Card:
        """The client draws a message anew and asks what this person has open on it; not a press of theirs."""
        value = {"action": card["refresh"]["action"], "trigger": "automatic"}
        asked = self._activity() | {"type": "invoke", "name": "adaptiveCard/action", "value": value}
        status, body = await self.room.deliver(asked | {"replyToId": message})
        assert (status, body["type"]) == (200, CARD)
        return dict(body["value"])

    async def again(self) -> Card:
        """The last press reaches the bot (once more)."""
        status, body = await self.room.deliver(self.last)
        assert status == 200, f"{self.name} pressed and got {status}"
        assert body["type"] == CARD, body
        self.card = body["value"]
        return self.card

    async def sets_up(self, **values: str) -> Card:
        """Press through the two steps of the setup as the FM and invite nobody in particular; what is not
        given keeps what the bot proposed."""
        form = await self.opens("lead")
        first = {one["id"] for one in inputs(form)}
        given = {name: value for name, value in values.items() if name in first}
        second = await self.presses(positive(form), prefilled(form) | given)
        if first <= {one["id"] for one in inputs(second)}:
            # The states of a country that was chosen just now were not on the card: it asks for one.
            second = await self.presses(positive(second), prefilled(second) | given)
        left = {name: value for name, value in values.items() if name not in first}
        known = {one["id"] for one in inputs(second)}
        assert known >= set(left), f"the setup has no {set(left) - known}"
        return await self.presses(positive(second), prefilled(second) | left)

    async def takes_part(self, *roles: str) -> Card:
        """Say which roles one has, on the card for that or on the one that is shown already."""
        form = await self.opens("take_part")
        return await self.presses(positive(form), {"roles": ",".join(roles)})

    async def answers(self, most: int | None = None) -> None:
        """Go through one's own questions, or so many of them, by the button of the next step."""
        card = await self.opens("my_questions")
        for _ in itertools.count() if most is None else range(most):
            if question_of(card) is None:
                return
            card = await self.answers_one()

    async def answers_one(self, fill: Callable[[Card], dict[str, str]] | None = None) -> Card:
        """Answer the question that is shown, and what applies with the answer; the next card."""
        question = question_of(self.card)
        assert question is not None, "no question is shown"
        values = (fill or filled)(self.card)
        self.asked.append((*question, values))
        card = await self.presses(positive(self.card), values)
        while asks_for_more(card):
            more = (fill or filled)(card)
            self.asked[-1] = (*question, {**self.asked[-1][2], **more})
            asked = inputs(card)
            card = await self.presses(positive(card), more)
            assert not asks_for_more(card) or inputs(card) != asked, f"refused: {texts(card)[:400]}"
        assert question_of(card) != question, f"refused: {texts(card)[:400]}"
        return card

    def _activity(self) -> dict[str, Any]:
        room = self.room
        conversation: dict[str, Any] = {
            "id": room.conversation,
            "conversationType": room.kind,
            "tenantId": TENANT,
        }
        data: dict[str, Any] = {"tenant": {"id": TENANT}}
        if room.kind == "channel":
            data |= {"team": {"id": "19:team@thread.tacv2"}, "channel": {"id": room.id}}
        return {
            "id": f"a{next(_numbers)}",
            "channelId": "msteams",
            "serviceUrl": room.connector.service_url,
            "from": {"id": f"29:{self.name}", "aadObjectId": self.id, "name": self.name.title()},
            "recipient": {"id": "28:bot", "name": "SSAT"},
            "conversation": conversation | {"isGroup": room.kind != "personal"},
            "channelData": data,
            "locale": self.locale,
            "localTimezone": "Europe/Berlin",
        }


@asynccontextmanager
async def browser() -> AsyncIterator[aiohttp.ClientSession]:
    """One HTTP session for everybody in a test."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_SECONDS)) as session:
        yield session


def member(name: str) -> dict[str, str]:
    """Somebody as the connector lists them."""
    return {"id": f"29:{name}", "objectId": f"id-{name}", "name": name.title(), "tenantId": TENANT}

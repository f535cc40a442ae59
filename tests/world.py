"""A whole bot with a Teams around it, without a network: people say and press, and see what they see."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from bot.app import Service, build
from bot.core.book import Book
from bot.core.engagement import Engagement, Person
from bot.core.ports import Store, Table
from bot.core.rows import STATE, read_state
from bot.settings import Settings
from bot.teams.activities import read_incoming
from bot.teams.http import Reply
from bot.teams.sending import MemberInfo
from cards.transcript import transcript
from tests.fakes.store import FakeStore
from tests.fakes.teams import FakeTeams, Message

TENANT = "contoso-tenant"
CHANNEL = "19:workshop@thread.tacv2"
ROOT = "1700000000000"
PLAYBOOK = Path(__file__).parents[1] / "playbook.yaml"


class TestClock:
    """A clock that stands still until a test moves it."""

    __test__ = False

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def passes(self, **span: float) -> None:
        self._now += timedelta(**span)


class World:
    """One bot, one Teams. `restarts` ends the bot's process and starts another on the same store."""

    def __init__(self, book: Book, store: Store | None = None, settings: Settings | None = None) -> None:
        self.book = book
        self.store: Store = store if store is not None else FakeStore()
        self.teams = FakeTeams()
        self.clock = TestClock(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
        self.settings = settings or Settings()
        self.ids = count(1)
        self.people: dict[str, Human] = {}
        self.service = self._build()

    def _build(self) -> Service:
        return build(self.settings, self.book, self.store, self.teams, self.clock)

    def restarts(self) -> None:
        """A new process: nothing is left but the store and what Teams shows."""
        self.service = self._build()

    def person(self, name: str, *, locale: str = "en-US", tenant: str = TENANT) -> Human:
        """Somebody in the channel, the same for the same name."""
        if name not in self.people:
            self.people[name] = Human(self, Person(tenant, f"id-{name}", name.title()), locale)
            member = MemberInfo(f"29:{name}", f"id-{name}", name.title(), tenant)
            self.teams.roster.setdefault(CHANNEL, []).append(member)
        return self.people[name]

    async def settles(self) -> None:
        """Everything that was to be sent is sent."""
        await self.service.rosters.settle()
        await self.service.outbox.drain(5)

    async def deliver(self, payload: Mapping[str, Any]) -> Reply:
        """An activity reaches the bot; what it sends has arrived when this returns."""
        whole = json.loads(json.dumps(payload))
        reply = await self.service.turns.receive(read_incoming(whole), whole)
        await self.settles()
        return reply

    async def engagements(self) -> list[Engagement]:
        """What the store holds."""
        return [read_state(row) async for row in self.store.scan(Table.ENGAGEMENTS, STATE)]


@dataclass
class Human:
    """Somebody who uses Teams. `card` is the card they look at: the one pressed last, else the newest."""

    world: World
    who: Person
    locale: str
    looking_at: Message | None = None
    scope: str = "channel"
    last_payload: dict[str, Any] = field(default_factory=dict)

    async def says(self, text: str, *, thread: str = ROOT, mention: bool = True) -> Reply:
        """Write in the channel (mentioning the bot), or in the personal chat."""
        body = self._base(thread)
        body |= {"type": "message", "text": text}
        if self.scope == "channel" and mention:
            body["text"] = f"<at>SSAT</at> {text}"
            body["entities"] = [
                {"type": "mention", "text": "<at>SSAT</at>", "mentioned": {"id": "28:bot", "name": "SSAT"}}
            ]
        before = len(self.world.teams.messages)
        reply = await self.world.deliver(self._sent(body))
        fresh = self.world.teams.messages[before:]
        if fresh:
            self.looking_at = fresh[0]
        return reply

    async def presses(self, title: str, inputs: Mapping[str, Any] | None = None) -> Reply:
        """Press a button of the card that this person sees, with inputs by label or id."""
        card = self.card
        action = next((one for one in buttons_of(card) if one["title"] == title), None)
        assert action is not None, f"no button {title!r} in\n" + "\n".join(self.sees())
        data = dict(action["data"])
        if action.get("associatedInputs") != "none":
            data |= self.filled(card, inputs or {})
        return await self.sends(data, action)

    async def sends(self, data: Mapping[str, Any], action: Mapping[str, Any] | None = None) -> Reply:
        """The press itself, as the client sends it."""
        assert self.looking_at is not None
        conversation, _, thread = self.looking_at.conversation.partition(";messageid=")
        body = self._base(thread)
        verb = (action or {}).get("verb", data.get("action"))
        value = {"action": {"type": "Action.Execute", "verb": verb, "data": dict(data)}, "trigger": "manual"}
        body |= {"type": "invoke", "name": "adaptiveCard/action", "value": value}
        body |= {"replyToId": self.looking_at.id}
        self.last_payload = self._sent(body)
        return await self.again()

    async def again(self) -> Reply:
        """The last press reaches the bot (once more)."""
        assert self.looking_at is not None
        reply = await self.world.deliver(self.last_payload)
        if reply.body and str(reply.body.get("type", "")).endswith("card.adaptive"):
            shared = self.looking_at
            if shared.card is None or json.dumps(shared.card) != json.dumps(reply.body["value"]):
                shared.views[self.who.key] = reply.body["value"]
        return reply

    def filled(self, card: Mapping[str, Any], inputs: Mapping[str, Any]) -> dict[str, Any]:
        """The values of all inputs of a card: what stands in them, over it what was entered."""
        fields = list(inputs_of(card))
        values = {one["id"]: one["value"] for one in fields if one.get("value") not in (None, "")}
        for name, value in inputs.items():
            found = next((one for one in fields if name in (one["id"], one.get("label"))), None)
            assert found is not None, f"no input {name!r} among {[one['id'] for one in fields]}"
            titles = {one["title"]: one["value"] for one in found.get("choices", ())}
            parts = value if isinstance(value, list) else [value]
            values[found["id"]] = ",".join(str(titles.get(part, part)) for part in parts)
        return values

    @property
    def card(self) -> Mapping[str, Any]:
        """The card that this person sees."""
        assert self.looking_at is not None, f"{self.who.name} looks at no card"
        card = self.looking_at.seen_by(self.who.key)
        assert card is not None, "the message holds no card"
        return card

    def sees(self) -> list[str]:
        """The card that this person sees, as lines."""
        return transcript(self.card)

    def looks_at(self, text: str) -> None:
        """Turn to the newest message whose card holds this text."""
        for message in reversed(self.world.teams.messages):
            card = message.seen_by(self.who.key)
            if card is not None and any(text in line for line in transcript(card)):
                self.looking_at = message
                return
        raise AssertionError(f"nobody sees a card with {text!r}")

    @property
    def main_button(self) -> str:
        """The title of the button of the next step."""
        return str(next(one["title"] for one in buttons_of(self.card) if one.get("style") == "positive"))

    def _base(self, thread: str) -> dict[str, Any]:
        base: dict[str, Any] = {
            "channelId": "msteams",
            "serviceUrl": "http://127.0.0.1:1/",
            "from": {"id": f"29:{self.who.id}", "aadObjectId": self.who.id, "name": self.who.name},
            "recipient": {"id": "28:bot", "name": "SSAT"},
            "locale": self.locale,
            "localTimezone": "Europe/Berlin",
            "channelData": {"tenant": {"id": self.who.tenant}},
        }
        if self.scope == "personal":
            conversation: dict[str, Any] = {"id": f"chat-{self.who.id}", "conversationType": "personal"}
        else:
            conversation = {"id": f"{CHANNEL};messageid={thread}", "conversationType": "channel", "isGroup": True}
            base["channelData"] |= {"team": {"id": "19:team@thread.tacv2"}, "channel": {"id": CHANNEL}}
        base["conversation"] = {**conversation, "tenantId": self.who.tenant}
        return base

    def _sent(self, body: dict[str, Any]) -> dict[str, Any]:
        return {"id": f"a{next(self.world.ids)}", **body}


def buttons_of(card: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Every press of a card, those in show cards and on tappable rows included."""
    yield from (node for node in _walk(card) if node.get("type") in ("Action.Execute", "Action.Submit"))


def inputs_of(card: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Every input of a card."""
    yield from (node for node in _walk(card) if str(node.get("type", "")).startswith("Input."))


def _walk(node: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(node, Mapping):
        yield node
        for key, value in node.items():
            if key != "fallback":
                yield from _walk(value)
    elif isinstance(node, list):
        for one in node:
            yield from _walk(one)


@asynccontextmanager
async def settled(world: World) -> Any:
    """The world, with everything sent at the end."""
    try:
        yield world
    finally:
        await world.settles()

"""A whole bot with a Teams around it, without a network: people say and press, and see what they see."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from bot.app import Bot, build
from bot.core.engagement import Engagement, Person
from bot.core.playbook.book import Book
from bot.core.ports import Store
from bot.kept.loaded import always
from bot.settings import Settings
from bot.sweep.tally import Tally
from bot.teams.commands import COMMANDS
from bot.teams.inbound.http import Reply
from bot.teams.inbound.incoming import read_incoming
from bot.teams.outbound.sending import MemberInfo
from bot.teams.turn.command import Commands
from cards.pressing import Entered, filled, pressables
from cards.transcript import transcript
from tests.fakes.settings import identified_settings
from tests.fakes.store import FakeStore
from tests.fakes.teams import FakeDrive, FakeTeams, Message
from tests.fakes.time import VirtualTime
from tests.readable import readable

TENANT = "contoso-tenant"
CHANNEL = "19:workshop@thread.tacv2"
THREAD = f"{CHANNEL};messageid=1700000000000"
OTHER_THREAD = f"{CHANNEL};messageid=1700000000001"
GROUP = "19:group@thread.v2"
PERSONAL = "personal"


class TestClock:
    """A clock that stands still until a test moves it."""

    __test__ = False

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def passes(self, **span: float) -> None:
        self._now += timedelta(**span)


class Leaps:
    """Sends wait for nothing in a test: the time that they would wait for has passed."""

    def __init__(self) -> None:
        self.passed = 0.0

    async def sleep(self, seconds: float) -> None:
        """As `asyncio.sleep`, at once."""
        self.passed += seconds


class World:
    """One bot, one Teams. `restarts` ends the bot's process and starts another on the same store."""

    def __init__(
        self,
        book: Book,
        store: Store | None = None,
        settings: Settings | None = None,
        teams: FakeTeams | None = None,
        commands: Commands = COMMANDS,
        time: VirtualTime | None = None,
    ) -> None:
        self.book = book
        self.commands = commands
        self.virtual = time
        self.leaps = Leaps()
        self.store: Store = store if store is not None else FakeStore()
        self.teams = teams or FakeTeams()
        self.drive = FakeDrive()
        self.service_url = "http://127.0.0.1:1/"
        self.clock = TestClock(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
        self.settings = settings or Settings()
        self.ids = count(1)
        self.people: dict[str, Human] = {}
        self.service = self._build()

    def _build(self) -> Bot:
        return build(
            self.settings,
            self.book,
            self.store,
            self.teams,
            self.clock,
            sleep=self.virtual.sleep if self.virtual else self.leaps.sleep,
            rng=random.Random(7),
            drive=self.drive,
            commands=self.commands,
            seconds=self.virtual.seconds if self.virtual else self._seconds,
        )

    def _seconds(self) -> float:
        return self.clock.now().timestamp() + self.leaps.passed

    def restarts(self) -> None:
        """A new process: nothing is left but the store and what Teams shows."""
        self.service = self._build()

    def gets_an_identity(self, *fms: str) -> None:
        """A new process with the credentials of an Azure Bot, and these people as FMs."""
        self.settings = identified_settings(
            MicrosoftAppTenantId=TENANT, SSAT_FM_IDS=",".join(f"id-{name}" for name in fms)
        )
        self.restarts()

    def person(self, name: str, *, locale: str = "en-US", tenant: str = TENANT) -> Human:
        """Somebody in the channel, the same for the same name."""
        if name not in self.people:
            self.people[name] = Human(self, Person(tenant, f"id-{name}", name.title()), locale)
            member = MemberInfo(f"29:id-{name}", f"id-{name}", name.title(), tenant)
            for place in (CHANNEL, GROUP):
                self.teams.roster.setdefault(place, []).append(member)
        return self.people[name]

    async def settles(self) -> None:
        """Everything that was to be sent has arrived."""
        await self.service.rosters.settle()
        await self.service.deliveries.settle()
        await self.service.file_offers.settle()
        await self.service.own.settle()
        await self.service.audit.settle()
        await self.service.outbox.drain(5)

    async def deliver(self, payload: Mapping[str, Any]) -> Reply:
        """An activity reaches the bot; what it sends has arrived when this returns."""
        whole = json.loads(json.dumps(payload))
        reply = await self.service.turns.receive(read_incoming(whole), whole)
        await self.settles()
        await self.clients_ask()
        return reply

    async def clients_ask(self) -> None:
        """What clients ask for by themselves, of cards that they drew anew."""
        while self.teams.redrawn:
            message = self.teams.redrawn.pop()
            for person in self.people.values() if message.asks else ():
                await person.draws(message)

    async def sweeps(self) -> Tally:
        """What is due is sent."""
        tally = await self.service.sweep.run()
        await self.settles()
        await self.clients_ask()
        return tally

    async def engagements(self) -> list[Engagement]:
        """What the store holds, in the order of their ids."""
        found = [one.engagement for one in await readable(self.store, always(self.book))]
        return sorted(found, key=lambda one: one.id)


def _whole_setup(card: Mapping[str, Any], entered: Entered) -> dict[str, Any]:
    """The press of an older bot's setup, which asked for everything at once and invited nobody."""
    first = next(one for one in pressables(card) if one.action.get("data", {}).get("action") == "setup_next")
    stamp = {
        name: value
        for name, value in first.action["data"].items()
        if name not in ("card", "states_of", "states_again")
    }
    given = {name: one if isinstance(one, str) else ",".join(one) for name, one in entered.items()}
    values = {name: value for name, value in {**filled(card, {}), **given}.items() if value}
    return {**stamp, **values, "action": "save_setup"}


@dataclass
class Human:
    """Somebody who uses Teams. `card` is the card they look at: the one pressed last, else the newest.
    An old client does not know Action.Execute."""

    world: World
    who: Person
    locale: str
    looking_at: Message | None = None
    old_client: bool = False
    platform: str = ""
    last_payload: dict[str, Any] = field(default_factory=dict)

    async def says(
        self,
        text: str,
        where: str = THREAD,
        *,
        mention: bool = True,
        targeted: bool = False,
        attached: str = "",
    ) -> Reply:
        """Write somewhere; in the channel and in a group chat with a mention of the bot, unless without
        or chosen from the slash menu (targeted); perhaps with something of this content type attached."""
        conversation = f"chat-29:{self.who.id}" if where == PERSONAL else where
        body = self._base(conversation)
        body |= {"type": "message", "text": text}
        if targeted:
            body["recipient"] |= {"isTargeted": True}
        elif mention and where != PERSONAL:
            body["text"] = f"<at>SSAT</at> {text}"
            body["entities"] += [
                {"type": "mention", "text": "<at>SSAT</at>", "mentioned": {"id": "28:bot", "name": "SSAT"}}
            ]
        if attached:
            body["attachments"] = [{"contentType": attached}]
        before = len(self.world.teams.messages)
        reply = await self.world.deliver(self._sent(body))
        fresh = self.world.teams.messages[before:]
        if fresh:
            self.looking_at = fresh[0]
        return reply

    async def adds_the_bot(self, where: str = PERSONAL) -> Reply:
        """The bot is added to the person's own chat, or to the team of a channel."""
        conversation = f"chat-29:{self.who.id}" if where == PERSONAL else where
        body = self._base(conversation) | {"type": "installationUpdate", "action": "add"}
        return await self.world.deliver(self._sent(body))

    async def presses(self, title: str, entered: Entered | None = None) -> Reply:
        """Press a button of the card that this person sees, with inputs by label or id."""
        card = self.card
        found = next((one for one in pressables(card) if one.title == title), None)
        assert found is not None, f"no button {title!r} in\n" + "\n".join(self.sees())
        return await self.sends(found.data(card, entered or {}, twin=self.old_client))

    async def does(self, action: str, entered: Entered | None = None, **names: str) -> Reply:
        """Press the button of an action, whatever its title; with `names` the one that names these things.
        A whole setup in one press is what the card of an older bot sends."""
        card = self.card
        if action == "save_setup" and any(
            one.action.get("data", {}).get("action") == "setup_next" for one in pressables(card)
        ):
            return await self.sends(_whole_setup(card, entered or {}))
        for one in pressables(card):
            data = one.action.get("data", {})
            if data.get("action") == action and names.items() <= data.items():
                return await self.sends(one.data(card, entered or {}, twin=self.old_client))
        raise AssertionError(f"no button for {action} {names} in\n" + "\n".join(self.sees()))

    async def sends(self, data: Mapping[str, Any]) -> Reply:
        """The press itself, as the client sends it: an invoke, of an old client a message."""
        assert self.looking_at is not None
        body = self._base(self.looking_at.conversation)
        if self.old_client:
            body |= {"type": "message", "value": dict(data)}
        else:
            action = {"type": "Action.Execute", "verb": data.get("action"), "data": dict(data)}
            value = {"action": action, "trigger": "manual"}
            body |= {"type": "invoke", "name": "adaptiveCard/action", "value": value}
        body |= {"replyToId": self.looking_at.id}
        self.last_payload = self._sent(body)
        return await self.again()

    async def draws(self, message: Message) -> Reply | None:
        """The person's client draws a card anew, and asks by itself for their view of it where it may."""
        action, people = message.asks or ({}, ())
        if self.old_client or f"29:{self.who.id}" not in people:
            return None
        asked = {"type": action["type"], "id": "", "verb": action["verb"], "data": action["data"]}
        body = self._base(message.conversation) | {"type": "invoke", "name": "adaptiveCard/action"}
        body |= {"value": {"action": asked, "trigger": "automatic"}, "replyToId": message.id}
        payload = self._sent(body)
        reply = await self.world.service.turns.receive(read_incoming(payload), payload)
        if reply.body and "value" in reply.body:
            message.answered(self.who.key, reply.body["value"])
        return reply

    async def reacts(self) -> None:
        """The person reacts to the card: clients show the one for all, and ask for their people's own."""
        assert self.looking_at is not None
        self.world.teams.draws_anew(self.looking_at)
        await self.world.clients_ask()

    async def accepts(self, upload: str = "https://contoso-my.sharepoint.com/upload", **other: Any) -> Reply:
        """Say yes to the newest file that is offered in the personal chat."""
        offer = next(
            one for one in reversed(self.world.teams.messages) if one.file and one.file[0] == "offered"
        )
        assert offer.file is not None
        name = offer.file[1]
        info = {
            "uploadUrl": f"{upload}/{offer.id}",
            "contentUrl": f"https://contoso-my.sharepoint.com/files/{offer.id}",
            "name": name,
            "uniqueId": offer.id,
            "fileType": name.rpartition(".")[2],
        }
        value = {"type": "fileUpload", "action": "accept", "context": offer.offered["acceptContext"]}
        body = self._base(offer.conversation) | {"type": "invoke", "name": "fileConsent/invoke"}
        body |= {"value": value | {"uploadInfo": info} | other, "replyToId": offer.id}
        return await self.world.deliver(self._sent(body))

    async def again(self) -> Reply:
        """The last press reaches the bot (once more). A card that the bot posts to an old client in answer
        is the one that the person looks at then."""
        assert self.looking_at is not None
        before = len(self.world.teams.messages)
        reply = await self.world.deliver(self.last_payload)
        if reply.body and str(reply.body.get("type", "")).endswith("card.adaptive"):
            self.looking_at.answered(self.who.key, reply.body["value"])
        fresh = self.world.teams.messages[before:]
        if self.old_client and fresh:
            self.looking_at = fresh[-1]
        return reply

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
            mine = message.targeted in (None, f"29:{self.who.id}")
            if card is not None and mine and any(text in line for line in transcript(card)):
                self.looking_at = message
                return
        raise AssertionError(f"{self.who.name} sees no card with {text!r}")

    def looks_for(self, action: str) -> None:
        """Turn to the newest message on whose card this can be pressed."""
        for message in reversed(self.world.teams.messages):
            card = message.seen_by(self.who.key)
            found = pressables(card) if card is not None else []
            if any(one.action.get("data", {}).get("action") == action for one in found):
                self.looking_at = message
                return
        raise AssertionError(f"{self.who.name} sees no card with a button for {action}")

    @property
    def main_button(self) -> str:
        """The title of the button of the next step."""
        return next(one.title for one in pressables(self.card) if one.main)

    def _base(self, conversation: str) -> dict[str, Any]:
        base: dict[str, Any] = {
            "channelId": "msteams",
            "serviceUrl": self.world.service_url,
            "from": {"id": f"29:{self.who.id}", "aadObjectId": self.who.id, "name": self.who.name},
            "recipient": {"id": "28:bot", "name": "SSAT"},
            "locale": self.locale,
            "localTimezone": "Europe/Berlin",
            "entities": [self._client()],
            "channelData": {"tenant": {"id": self.who.tenant}},
            "conversation": {"id": conversation, "tenantId": self.who.tenant},
        }
        if conversation.startswith(CHANNEL):
            base["conversation"] |= {"conversationType": "channel", "isGroup": True}
            base["channelData"] |= {"team": {"id": "19:team@thread.tacv2"}, "channel": {"id": CHANNEL}}
        elif conversation.startswith("19:"):
            base["conversation"] |= {"conversationType": "groupChat", "isGroup": True}
        else:
            base["conversation"] |= {"conversationType": "personal"}
        return base

    def _client(self) -> dict[str, Any]:
        named = {"platform": self.platform} if self.platform else {}
        return {"type": "clientInfo", "country": self.locale.partition("-")[2], **named}

    def _sent(self, body: dict[str, Any]) -> dict[str, Any]:
        return {"id": f"a{next(self.world.ids)}", **body}

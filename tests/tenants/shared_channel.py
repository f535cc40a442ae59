"""A shared channel, its members and what Teams sends from it, in the shapes of Microsoft's SDK tests.

Members of a roster name their home tenant; the account of an activity mostly names none, and the conversation
that of the host, wherever the person comes from.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.core.engagement import Person
from bot.core.playbook.book import Book
from bot.core.ports import Store
from bot.teams.inbound.http import Reply
from bot.teams.outbound.connector import _member
from bot.teams.outbound.sending import MemberInfo
from tests.core.playbook.playbooks import small_playbook
from tests.fakes.settings import identified_settings
from tests.world import Human, World

PAYLOADS = Path(__file__).parent / "payloads"
HOST = "f8cdef31-a31e-4b4a-93e4-5f571e91255a"
FABRIKAM = "72f988bf-86f1-41af-91ab-2d7cd011db47"
CHANNEL = "19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2"
THREAD = f"{CHANNEL};messageid=1679522943225"
TEAM = "19:33b76eea88574bd1969dca37e2b7a819@thread.skype"


def payload(name: str) -> dict[str, Any]:
    """A recorded payload by its name."""
    found: dict[str, Any] = json.loads((PAYLOADS / f"{name}.json").read_text(encoding="utf-8"))
    return found


def members() -> list[MemberInfo]:
    """The roster as Teams answers it, read as the connector reads it."""
    return [one for entry in payload("pagedmembers")["members"] if (one := _member(entry))]


@dataclass
class Member(Human):
    """Somebody in the channel. `tells_tenant`: their client's activities name their home tenant, and with
    `tells_id` their object id; `told` is how they write these."""

    tells_tenant: bool = False
    tells_id: bool = True
    told: Callable[[str], str] = str.lower
    home: str = HOST  # the tenant of their own chat with the bot

    def _base(self, conversation: str) -> dict[str, Any]:
        base = payload("activity") | {"locale": self.locale, "entities": []}
        account = {"id": self.teams_id, "name": self.who.name}
        account |= {"aadObjectId": self.told(self.who.id)} if self.tells_id else {}
        base["from"] = account | ({"tenantId": self.told(self.who.tenant)} if self.tells_tenant else {})
        if not conversation.startswith("19:"):
            base["conversation"] = {"conversationType": "personal", "id": conversation, "tenantId": self.home}
            base["channelData"] = {"tenant": {"id": self.home}}
        else:
            base["conversation"] |= {"id": conversation, "tenantId": self.told(HOST)}
            # What Teams tells of the channel names the host, what it tells of the activity perhaps not.
            base["channelData"]["tenant"]["id"] = self.who.tenant if self.tells_tenant else HOST
        return base

    @property
    def teams_id(self) -> str:
        """The id by which Teams mentions them."""
        return next((one.id for one in members() if one.object_id == self.who.id), f"29:{self.who.id}")

    async def writes(self, text: str) -> Reply:
        """A mention of the bot in the channel's thread."""
        return await self.says(text, THREAD)


@dataclass
class Scene:
    """The bot in the channel: its FM of the host tenant, two externals of Fabrikam, of whom Ben's client
    names his tenant and Ada's does not, and a guest, who has an account in the host tenant."""

    world: World
    fm: Member
    ada: Member
    ben: Member
    gil: Member

    @classmethod
    def on(cls, store: Store, **settings: str) -> Scene:
        """The scene on an empty store; nobody has said anything yet."""
        fm_id = next(one.object_id for one in members() if one.name == "Fay Host")
        given = {"MicrosoftAppTenantId": HOST, "SSAT_FM_IDS": f"{HOST}/{fm_id}"} | settings
        world = World(Book(small_playbook()), store, identified_settings(**given))
        world.teams.roster[CHANNEL] = members()
        people = [
            Member(world, Person(one.tenant or "", one.object_id or "", one.name), "en-US")
            for one in members()
        ]
        fm, ada, ben, gil = people
        ben.tells_tenant = True
        return cls(world, fm, ada, ben, gil)

    async def begins(self) -> None:
        """The FM begins a short workshop and sets it up."""
        await self.fm.writes("/ssat")
        await self.fm.does("lead")
        setup = {"customer": "Fabrikam", "services": "teams", "depth": "short", "launch": "2027-03-15"}
        await self.fm.does("save_setup", setup | {"answer_by": ""})
        for one in (self.ada, self.ben, self.gil):
            one.looks_at("Fabrikam")

"""Workshops in a store, a Teams that obeys, refuses or hangs, and any number of sweeps over both."""

from __future__ import annotations

import random
from collections import Counter, defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from msgspec.structs import replace

from bot.core.engagement import Engagement
from bot.core.keys import engagement_id
from bot.core.playbook.book import Book
from bot.core.ports import Store, Table
from bot.kept.due_index import schedule_all
from bot.kept.engagements import Engagements
from bot.kept.loaded import always
from bot.kept.state.row import state_change
from bot.sweep.record import record
from bot.sweep.sweep import Sweep
from bot.teams.outbound.roster import Rosters
from bot.teams.outbound.send_faults import Refused
from bot.teams.outbound.sending import Address, MemberInfo
from bot.teams.outbound.teams_courier import TeamsCourier
from tests.core.held import Held
from tests.core.workshops import FM, IT, LEAD, SPONSOR
from tests.fakes.time import VirtualTime
from tests.playbook_of_tests import texts_of_tests

NOW = datetime(2026, 6, 16, 8, 0, tzinfo=UTC)
"""When the check-ins of `Held` are due."""


@dataclass
class Teams:
    """Passes for the connector. `faults` spoil the next posts to a conversation; with `limit` a tenant that
    got more within a second is refused; `slow` are the seconds that a
    conversation takes. `arrived` are the posts by conversation, with their moments, `updated` the cards that
    took the place of one, by its activity."""

    time: VirtualTime
    limit: int | None = None
    call: float = 0.02
    faults: dict[str, deque[Exception]] = field(default_factory=lambda: defaultdict(deque))
    arrived: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    cards: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)
    updated: dict[str, list[Mapping[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    refusals: int = 0
    slow: dict[str, float] = field(default_factory=dict)
    chats: Counter[str] = field(default_factory=Counter)
    tenants: dict[str, str] = field(default_factory=dict)
    _recent: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    async def post(self, to: Address, activity: Mapping[str, Any], *, targeted: bool = False) -> str:
        place = to.conversation.partition(";")[0]
        await self.time.sleep(self.slow.get(place, self.call))
        self._count(self.tenants.get(place, ""))
        if self.faults[place]:
            raise self.faults[place].popleft()
        self.arrived[place].append(self.time.now())
        self.cards.append((place, activity["attachments"][0]["content"]))
        return f"m{len(self.cards)}"

    async def update(
        self, to: Address, activity_id: str, activity: Mapping[str, Any], *, targeted: bool = False
    ) -> None:
        place = to.conversation.partition(";")[0]
        await self.time.sleep(self.slow.get(place, self.call))
        self._count(self.tenants.get(place, ""))
        if self.faults[place]:
            raise self.faults[place].popleft()
        self.updated[activity_id].append(activity["attachments"][0]["content"])

    async def new_post(self, to: Address, channel_id: str, activity: Mapping[str, Any]) -> tuple[str, str]:
        raise AssertionError("the sweep begins no threads")

    async def new_chat(self, to: Address, person_id: str, tenant: str) -> str:
        await self.time.sleep(self.call)
        if self.faults[person_id]:
            raise self.faults[person_id].popleft()
        self.chats[person_id] += 1
        return f"chat-{person_id}"

    async def members(self, to: Address) -> list[MemberInfo]:
        await self.time.sleep(self.call)
        return [MemberInfo(f"29:{one.id}", one.id, one.name, one.tenant) for one in (FM, LEAD, SPONSOR, IT)]

    def _count(self, tenant: str) -> None:
        recent, now = self._recent[tenant], self.time.seconds()
        while recent and recent[0] <= now - 1:
            recent.popleft()
        if self.limit is not None and len(recent) >= self.limit:
            self.refusals += 1
            raise Refused(429, "TooManyRequests", 1.0)
        recent.append(now)


class Scene:
    """One store, one Teams."""

    def __init__(self, book: Book, store: Store, *, begin: datetime = NOW, limit: int | None = None) -> None:
        self.book = book
        self.store = store
        self.time = VirtualTime(begin)
        self.teams = Teams(self.time, limit)
        self.engagements = Engagements(store, always(book))

    def held(self, **inputs: str) -> Held:
        """A workshop with a check-in that is due at NOW, and an item of somebody."""
        held = Held.of(self.book, **({"answer_by": "2026-08-31"} | inputs), check_ins=True)
        held.owes("2026-06-18")
        return held

    async def add(self, engagement: Engagement, number: int = 1, *, tenant: str = "contoso") -> Engagement:
        """It stands in the store, in a channel and a tenant of its own."""
        place = f"19:channel-{tenant}-{number}"
        self.teams.tenants[place] = tenant
        placed = replace(
            engagement,
            id=engagement_id(tenant, place, 1),
            tenant=tenant,
            channel=place,
            reference=replace(engagement.reference, conversation=place),
        )
        await schedule_all(self.store, placed.id, placed.due, self.time.now())
        await self.store.commit(Table.ENGAGEMENTS, placed.id, [state_change(placed, None)])
        return placed

    def sweep(self, seed: int = 1, **options: Any) -> Sweep:
        """An instance."""
        rosters = Rosters(self.teams, self.time)
        courier = TeamsCourier(self.teams, rosters, self.time.sleep, self.time.seconds, **options)
        engagements = Engagements(self.store, always(self.book))
        return Sweep(
            self.store,
            engagements,
            texts_of_tests(),
            courier,
            self.time,
            self.time.sleep,
            random.Random(seed),
        )

    async def now(self, engagement: Engagement) -> Engagement:
        """As it stands in the store."""
        loaded = await self.engagements.load(engagement.id)
        assert loaded is not None
        return loaded.engagement

    async def changes(self, engagement: Engagement, **changes: object) -> None:
        """Somebody changes it meanwhile."""
        loaded = await self.engagements.load(engagement.id)
        assert loaded is not None
        await record(self.engagements, loaded, replace(loaded.engagement, **changes), self.time.now())

"""The limits of Teams over everything that a process sends: threads, tenants, and a refusal's Retry-After."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from bot.core.keys import engagement_id, place_key, short_hash
from bot.teams.outbound.outbox import Outbox, Send
from bot.teams.outbound.pacing import Pace, Traffic
from bot.teams.outbound.roster import Rosters
from bot.teams.outbound.send_faults import Refused
from bot.teams.outbound.sending import Address
from bot.teams.outbound.teams_courier import TeamsCourier
from tests.checkins.conftest import scene
from tests.checkins.scene import Scene
from tests.fakes.teams import FakeTeams

__all__ = ["scene"]

TENANT = "contoso"
THREAD = "19:a@thread.tacv2;messageid=1"
CARD: Mapping[str, Any] = {"type": "message", "attachments": []}


class Clock:
    """Time that passes while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


class Noting(FakeTeams):
    """A Teams that notes when each post came."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self.clock = clock
        self.came: list[float] = []

    async def post(self, to: Address, activity: Mapping[str, Any], *, targeted: bool = False) -> str:
        await self._called("post", to.conversation)
        self.came.append(self.clock())
        return str(len(self.came))


def most_within(moments: list[float], seconds: float) -> int:
    """The most moments that lie within so many seconds."""
    recent, most = deque[float](), 0
    for moment in moments:
        recent.append(moment)
        while recent[0] <= moment - seconds:
            recent.popleft()
        most = max(most, len(recent))
    return most


def test_a_thread_gets_no_more_than_teams_documents() -> None:
    pace, now, moments = Pace(), 0.0, list[float]()
    for _ in range(2_500):
        now += pace.reserve(now)
        moments.append(now)
    found = [most_within(moments, seconds - 1e-6) for seconds in (1, 2, 30, 3_600)]
    assert found == [7, 8, 60, 1_800]


async def test_replies_and_the_sweep_share_the_hour_of_a_thread(scene: Scene) -> None:
    clock, traffic = Clock(), Traffic()
    pace = traffic.in_conversation(scene.held().engagement.reference.conversation)
    for number in range(1_799):
        pace.note(number * 1.0)
    clock.now = 1_799.0
    teams = Noting(clock)
    outbox = Outbox(teams, clock.sleep, clock=clock, traffic=traffic)
    conversation = scene.held().engagement.reference.conversation
    outbox.put(engagement_id(TENANT, "x", 1), Send("post", Address("", f"{conversation};messageid=7"), CARD))
    await outbox.drain(5)
    assert teams.came == [1_799.0]
    courier = TeamsCourier(teams, Rosters(teams, scene.time), clock.sleep, clock, traffic=traffic)
    await courier.wait_for_turn(TENANT, conversation)
    assert clock() == pytest.approx(3_600.0)


async def test_fifty_a_second_for_all_conversations_of_a_tenant(scene: Scene) -> None:
    time = scene.time
    teams = Noting(time.seconds)
    outbox = Outbox(teams, time.sleep, clock=time.seconds)
    for number in range(120):
        place = f"19:{number}@thread.tacv2"
        queue = engagement_id(TENANT, place, 1) if number % 2 else place_key(TENANT, place)
        outbox.put(queue, Send("post", Address("", place), CARD))
    await time.run(outbox.drain(60))
    assert (len(teams.came), most_within(sorted(teams.came), 1.0)) == (120, 50)


async def test_another_tenant_waits_for_none_of_them() -> None:
    clock, traffic = Clock(), Traffic()
    traffic.hold(short_hash(TENANT), 0.0, 30.0)
    teams = Noting(clock)
    outbox = Outbox(teams, clock.sleep, clock=clock, traffic=traffic)
    outbox.put(engagement_id("fabrikam", "x", 1), Send("post", Address("", "19:x"), CARD))
    await outbox.drain(5)
    assert teams.came == [0.0]


async def test_what_teams_refuses_the_outbox_holds_the_sweep_back_and_the_other_way_round(
    scene: Scene,
) -> None:
    clock, traffic = Clock(), Traffic()
    teams = Noting(clock)
    outbox = Outbox(teams, clock.sleep, clock=clock, traffic=traffic)
    courier = TeamsCourier(teams, Rosters(teams, scene.time), clock.sleep, clock, traffic=traffic)
    engagement = await scene.add(scene.held().engagement)
    teams.refuses = [Refused(429, "Throttled", 20.0), Refused(400, "BadSyntax", None)]
    outbox.put(engagement.id, Send("post", Address("", THREAD), CARD))
    await outbox.drain(5)
    assert (clock(), courier.held(engagement.tenant)) == (20.0, 0.0)
    teams.refuses = [Refused(429, "Throttled", 30.0)]
    await courier.post(engagement, {})
    assert courier.held(engagement.tenant) == 30.0
    outbox.put(engagement.id, Send("post", Address("", THREAD), CARD))
    await outbox.drain(5)
    assert teams.came == [50.0]


async def test_the_sweep_waits_while_the_outbox_is_refused(scene: Scene) -> None:
    clock, traffic = Clock(), Traffic()
    courier = TeamsCourier(FakeTeams(), Rosters(FakeTeams(), scene.time), clock.sleep, clock, traffic=traffic)
    traffic.hold(short_hash(TENANT), clock(), 12.0)
    assert (courier.held(TENANT), courier.held("fabrikam")) == (12.0, 0.0)

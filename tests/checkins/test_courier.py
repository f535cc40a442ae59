"""What becomes of a send, and which chat a person has."""

from __future__ import annotations

from collections import deque

import pytest

from bot.core.courier import Delivery, SendOutcome
from bot.core.questions.roster import MOST_PEOPLE
from bot.teams.outbound.roster import Rosters
from bot.teams.outbound.send_faults import Gone, Refused, SendFailed, Unsure
from bot.teams.outbound.sending import MemberInfo
from bot.teams.outbound.teams_courier import TeamsCourier
from tests.checkins.scene import NOW, Scene
from tests.core.workshops import FM, IT
from tests.fakes.teams import FakeTeams
from tests.world import TestClock


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (Refused(429, "", 3.0), SendOutcome.REFUSED),
        (Refused(412, "", None), SendOutcome.REFUSED),
        (Refused(401, "", None), SendOutcome.REFUSED),
        (Refused(0, "NotConnected", None), SendOutcome.REFUSED),
        (Refused(400, "BadSyntax", None), SendOutcome.FAILED),
        (Refused(413, "MessageSizeTooBig", None), SendOutcome.FAILED),
        (Unsure("504"), SendOutcome.UNKNOWN),
        (Gone(404, "ConversationNotFound"), SendOutcome.GONE),
    ],
)
async def test_a_fault_means_what_may_be_done_about_it(
    scene: Scene, fault: SendFailed, outcome: SendOutcome
) -> None:
    engagement = await scene.add(scene.held().engagement)
    scene.teams.faults[engagement.channel] = deque([fault])
    courier = TeamsCourier(scene.teams, Rosters(scene.teams, scene.time), scene.time.sleep)
    delivery = await scene.time.run(courier.post(engagement, {}))
    assert delivery.outcome is outcome


@pytest.mark.parametrize(("named", "held"), [(7.0, 7.0), (None, 1.0)])
async def test_a_tenant_that_had_too_much_gets_nothing_until_it_says(
    scene: Scene, named: float | None, held: float
) -> None:
    engagement = await scene.add(scene.held().engagement)
    scene.teams.faults[engagement.channel] = deque([Refused(429, "", named)])
    rosters = Rosters(scene.teams, scene.time)
    courier = TeamsCourier(scene.teams, rosters, scene.time.sleep, scene.time.seconds)
    await scene.time.run(courier.post(engagement, {}))
    assert courier.held(engagement.tenant) == pytest.approx(held)
    assert courier.held("another") == 0
    await scene.time.run(scene.time.sleep(held))
    assert courier.held(engagement.tenant) == 0


async def chat(people: int, person: str, scene: Scene) -> str | Delivery:
    teams = FakeTeams()
    engagement = scene.held().engagement
    found = [MemberInfo(f"29:{number}", f"{number}", "Somebody", FM.tenant) for number in range(people)]
    teams.roster[engagement.reference.conversation] = found
    return await TeamsCourier(teams, Rosters(teams, TestClock(NOW))).chat(engagement, person)


async def test_who_is_in_the_conversation_has_a_chat_by_the_id_that_teams_knows(scene: Scene) -> None:
    assert await chat(3, f"{FM.tenant}/2", scene) == "chat-29:2"


async def test_who_left_has_none_but_of_a_large_conversation_only_the_beginning_is_known(
    scene: Scene,
) -> None:
    assert await chat(3, IT.key, scene) == Delivery(SendOutcome.UNREACHABLE, "NotAMember")
    assert await chat(MOST_PEOPLE + 1, IT.key, scene) == f"chat-{IT.id}"

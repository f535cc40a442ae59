"""A channel of 1,500 people: whoever is written by name or address is found among all of them."""

from __future__ import annotations

import pytest

from bot.core.engagement import Engagement
from bot.teams.outbound.connector import _member
from bot.teams.outbound.sending import MemberInfo
from tests.fakes.store import FakeStore
from tests.tenants.shared_channel import CHANNEL, HOST, Scene


def employee(number: int) -> MemberInfo:
    """A member as the roster's answer has them; two are called alike."""
    name = "Kim Twin" if number in (1_300, 1_301) else f"Person Number{number}"
    found = _member(
        {
            "id": f"29:1{number}",
            "objectId": f"00000000-0000-4000-8000-{number:012}",
            "name": name,
            "email": f"person{number}@contoso.com",
            "userPrincipalName": f"p{number}@contoso.com",
            "tenantId": HOST,
            "userRole": "user",
        }
    )
    assert found is not None
    return found


@pytest.fixture
async def scene() -> Scene:
    scene = Scene.on(FakeStore())
    scene.world.teams.roster[CHANNEL] += [employee(number) for number in range(1_500)]
    await scene.begins()
    await scene.fm.writes("/plan")
    await scene.fm.does("add_item")
    return scene


async def owner_of(scene: Scene, written: str) -> dict[str, str]:
    await scene.fm.does("save_item", {"title": "Trial run", "owner_name": written, "due": "2026-12-18"})
    engagement: Engagement
    [engagement] = await scene.world.engagements()
    owner = engagement.plan["own-1"].owner
    assert owner is not None
    return owner


@pytest.mark.parametrize(
    "written", ["Person Number1234", "number1234, person", "person1234@contoso.com", " P1234@Contoso.com "]
)
async def test_who_is_written_by_name_or_address_is_that_member(scene: Scene, written: str) -> None:
    assert await owner_of(scene, written) == {
        "tenant": HOST,
        "id": f"00000000-0000-4000-8000-{1234:012}",
        "name": "Person Number1234",
    }


@pytest.mark.parametrize("written", ["Kim Twin", "Somebody Else"])
async def test_who_is_nobody_or_may_be_two_stays_a_name(scene: Scene, written: str) -> None:
    assert await owner_of(scene, written) == {"name": written}


async def test_of_two_who_are_called_alike_the_address_tells(scene: Scene) -> None:
    assert (await owner_of(scene, "person1301@contoso.com"))["id"].endswith("1301")


async def test_access_and_reminders_know_the_last_member_of_a_large_channel(scene: Scene) -> None:
    owner = await owner_of(scene, "Person Number1499")
    scene.world.clock.passes(days=24)
    tally = await scene.world.sweeps()
    assert tally.failed == 0
    assert f"chat-29:1{1499}" in [one.conversation for one in scene.world.teams.messages]
    assert owner["id"].endswith("1499")

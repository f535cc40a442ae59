"""A channel of 1,500 people: whoever is written by name or address is found among all of them."""

from __future__ import annotations

import pytest

from bot.core.engagement import Engagement
from bot.teams.outbound.connector import _member
from bot.teams.outbound.sending import MemberInfo
from tests.fakes.store import FakeStore
from tests.service.card import inputs
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


async def test_who_is_nobody_of_them_stays_a_name(scene: Scene) -> None:
    assert await owner_of(scene, "Somebody Else") == {"name": "Somebody Else"}


async def asked_whom(scene: Scene, written: str) -> str:
    """The line of the picker after a name was written that several may have."""
    await scene.fm.does("save_item", {"title": "Trial run", "owner_name": written, "due": "2026-12-18"})
    assert any("Who do you mean? Please choose from the list." in line for line in scene.fm.sees())
    [engagement] = await scene.world.engagements()
    assert not engagement.plan, "nothing is saved yet"
    return next(line for line in scene.fm.sees() if line.startswith("{Owner:"))


async def test_of_two_who_are_called_alike_one_is_chosen_from_a_short_list(scene: Scene) -> None:
    line = await asked_whom(scene, "Kim Twin")
    one, other = "Kim Twin (person1300@contoso.com)", "Kim Twin (person1301@contoso.com)"
    assert line == f"{{Owner:  | {one} · {other} · No one on this list}}"
    await scene.fm.does("save_item", {"owner": other})
    [engagement] = await scene.world.engagements()
    owner = engagement.plan["own-1"].owner
    assert owner is not None
    assert (owner["id"][-4:], owner["name"]) == ("1301", other)


async def test_a_part_of_a_name_finds_whom_it_may_mean_fifteen_at_most(scene: Scene) -> None:
    assert "Kim Twin (person1300@contoso.com)" in await asked_whom(scene, "twin")
    await asked_whom(scene, "numb")
    [offered] = [one for one in inputs(dict(scene.fm.card)) if one["id"] == "owner"]
    assert len(offered["choices"]) == 15 + len(["No one on this list"])


async def test_a_name_that_means_none_of_them_stays_a_name(scene: Scene) -> None:
    await asked_whom(scene, "Kim")
    await scene.fm.does("save_item", {"owner": "No one on this list"})
    [engagement] = await scene.world.engagements()
    assert engagement.plan["own-1"].owner == {"name": "Kim"}


async def test_in_a_question_too_somebody_else_is_looked_for_among_all(scene: Scene) -> None:
    await scene.gil.does("take_part")
    await scene.gil.does("save_roles", {"roles": "sponsor"})
    await scene.gil.does("answer", {"state": "agreed", "sponsor": "Someone else"})
    await scene.gil.presses("Save and continue", {"sponsor_name": "Person Number1234"})
    [engagement] = await scene.world.engagements()
    [said] = engagement.voices["ST1"]
    sponsor = said.fields["sponsor"]
    assert isinstance(sponsor, dict)
    assert sponsor["id"].endswith("1234")


async def test_those_who_take_part_come_first_in_a_long_list(scene: Scene) -> None:
    await scene.gil.does("take_part")
    await scene.gil.does("save_roles", {"roles": "sponsor"})
    await scene.fm.writes("/plan")
    await scene.fm.does("add_item")
    line = next(line for line in scene.fm.sees() if line.startswith("{Owner:"))
    offered = line.partition(" | ")[2].split(" · ")
    assert offered[:3] == ["Fay Host", "Gil Guest", "Ada Extern"]


async def test_of_two_who_are_called_alike_the_address_tells(scene: Scene) -> None:
    assert (await owner_of(scene, "person1301@contoso.com"))["id"].endswith("1301")


async def test_access_and_reminders_know_the_last_member_of_a_large_channel(scene: Scene) -> None:
    owner = await owner_of(scene, "Person Number1499")
    scene.world.clock.passes(days=24)
    tally = await scene.world.sweeps()
    assert tally.failed == 0
    assert f"chat-29:1{1499}" in [one.conversation for one in scene.world.teams.messages]
    assert owner["id"].endswith("1499")


async def offered_as_sponsor(scene: Scene) -> list[str]:
    [sponsor] = [one for one in inputs(dict(scene.fm.card)) if one["id"] == "invited_sponsor"]
    return [one["title"] for one in sponsor["choices"]]


async def test_whom_no_list_offers_is_looked_for_and_invited(scene: Scene) -> None:
    await scene.fm.writes("/ssat")
    await scene.fm.does("lead")
    await scene.fm.does("invite")
    await scene.fm.does("save_invitation", {"sought_name": "Nobody Here"})
    assert any("I can't find this name in the channel." in line for line in scene.fm.sees())
    await scene.fm.does("save_invitation", {"sought_name": "twin"})
    assert any("Found. Now please choose them for their role." in line for line in scene.fm.sees())
    twins = ["Kim Twin (person1300@contoso.com)", "Kim Twin (person1301@contoso.com)"]
    assert (await offered_as_sponsor(scene))[:2] == twins
    await scene.fm.does("save_invitation", {"invited_sponsor": twins[1]})
    [engagement] = await scene.world.engagements()
    [invited] = [key for key, one in engagement.people.items() if one.invited]
    assert invited.endswith("1301")


async def test_a_task_that_is_called_like_a_member_is_none(scene: Scene) -> None:
    await scene.fm.writes("/ssat")
    await scene.fm.does("lead")
    await scene.fm.does("tasks")
    await scene.fm.does("add_task")
    await scene.fm.does("save_task", {"task_id": "4711", "task_name": "Person Number1234"})
    [engagement] = await scene.world.engagements()
    assert engagement.tasks["4711"].name == "Person Number1234"

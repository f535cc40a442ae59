"""Names as Teams tells them: missing, changed, and the same for two people."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec.structs import replace

from bot.teams.outbound.connector import _member
from bot.teams.outbound.sending import MemberInfo
from tests.fakes.store import FakeStore
from tests.service.card import inputs
from tests.tenants.shared_channel import CHANNEL, HOST, Member, Scene


def member(number: int, name: str | None, address: str = "") -> MemberInfo:
    """A member as the roster's answer has them."""
    entry = {"id": f"29:1{number}", "objectId": f"00000000-0000-4000-8000-{number:012}", "tenantId": HOST}
    found = _member(entry | {"name": name, "email": address})
    assert found is not None
    return found


@pytest.fixture
async def scene() -> Scene:
    """Two are called alike, and of three Teams tells no name."""
    scene = Scene.on(FakeStore())
    scene.world.teams.roster[CHANNEL] += [
        member(1, "Anna Müller", "anna.mueller@contoso.com"),
        member(2, "Anna  Müller", "anna.mueller2@contoso.com"),
        member(3, None, "no.name@contoso.com"),
        member(4, "   "),
        member(5, None),
    ]
    await scene.begins()
    return scene


def forgets_the_name(scene: Scene, who: Member) -> None:
    """Neither activities nor the roster tell it."""
    who.who = replace(who.who, name="")
    there = scene.world.teams.roster[CHANNEL]
    nameless = [
        dataclasses.replace(one, name="", addresses=()) if one.object_id == who.who.id else one
        for one in there
    ]
    scene.world.teams.roster[CHANNEL] = nameless


async def takes_part(one: Member) -> None:
    await one.does("take_part")
    await one.does("save_roles", {"roles": "sponsor"})


async def taking_part(scene: Scene) -> list[str]:
    """The line of the workshop card that names who takes part, once nobody is in the middle of an answer."""
    scene.world.clock.passes(minutes=3)
    await scene.fm.writes("/ssat")
    scene.fm.looks_at("Taking part")
    return [line for line in scene.fm.sees() if line.startswith("Taking part")]


async def test_a_name_that_the_activity_lacks_comes_from_the_roster(scene: Scene) -> None:
    scene.gil.who = replace(scene.gil.who, name="")
    await takes_part(scene.gil)
    assert await taking_part(scene) == ["Taking part: Gil Guest (Sponsor)"]


async def test_who_has_no_name_anywhere_is_called_so_until_somebody_tells_it(scene: Scene) -> None:
    forgets_the_name(scene, scene.gil)
    scene.world.restarts()
    await takes_part(scene.gil)
    assert await taking_part(scene) == ["Taking part: Someone without a name (Sponsor)"]
    scene.gil.who = replace(scene.gil.who, name="Gil Guest")
    scene.gil.looks_for("my_questions")
    await scene.gil.does("my_questions")
    await scene.gil.does("answer", {"state": "agreed", "sponsor": "Fay Host"})
    assert await taking_part(scene) == ["Taking part: Gil Guest (Sponsor)"]


async def test_somebody_who_was_renamed_stands_there_by_the_new_name(scene: Scene) -> None:
    await takes_part(scene.gil)
    scene.gil.who = replace(scene.gil.who, name="Gil Wedded")
    await scene.gil.does("answer", {"state": "agreed", "sponsor": "Fay Host"})
    assert await taking_part(scene) == ["Taking part: Gil Wedded (Sponsor)"]


async def test_nobody_is_offered_without_a_name_and_equal_ones_are_told_apart(scene: Scene) -> None:
    await scene.fm.writes("/plan")
    await scene.fm.does("add_item")
    [owner] = [one for one in inputs(dict(scene.fm.card)) if one["id"] == "owner"]
    offered = [one["title"] for one in owner["choices"]]
    assert sorted(offered) == [
        "Ada Extern",
        "Anna Müller (anna.mueller2@contoso.com)",
        "Anna Müller (anna.mueller@contoso.com)",
        "Ben Extern",
        "Fay Host",
        "Gil Guest",
        "no.name@contoso.com",
    ]
    given = {"title": "Trial run", "owner": "Anna Müller (anna.mueller2@contoso.com)", "due": "2026-12-18"}
    await scene.fm.does("save_item", given)
    [engagement] = await scene.world.engagements()
    chosen = engagement.plan["own-1"].owner
    assert chosen is not None
    assert chosen["id"].endswith("2")

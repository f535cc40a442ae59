"""Ids as clients send them: in capitals, and of some people only later."""

from __future__ import annotations

import dataclasses
from itertools import count

from msgspec.structs import replace

from bot.core.engagement import Engagement
from bot.core.keys import engagement_id, identity, short_hash
from bot.core.ports import Store, Table
from bot.kept.engagements import Engagements
from bot.kept.loaded import always
from tests.fakes.store import FakeStore
from tests.tenants.shared_channel import CHANNEL, HOST, Member, Scene


async def only(scene: Scene) -> Engagement:
    [engagement] = await scene.world.engagements()
    return engagement


async def takes_part(one: Member) -> None:
    await one.does("take_part")
    await one.does("save_roles", {"roles": "sponsor"})


async def test_a_client_that_writes_ids_in_capitals_is_in_the_same_workshop_as_the_same_person() -> None:
    scene = Scene.on(FakeStore())
    await scene.begins()
    await takes_part(scene.gil)
    scene.gil.told = str.upper
    await scene.gil.writes("/ssat")
    await scene.gil.does("my_questions")
    await scene.gil.does("answer", {"state": "agreed", "sponsor": "Gil Guest"})
    engagement = await only(scene)
    assert [voice.by for voice in engagement.voices["ST1"]] == [f"{HOST}/{scene.gil.who.id}"]
    assert [identity(key) for key in engagement.people].count(scene.gil.who.id) == 1


async def test_what_the_version_before_kept_under_a_tenant_in_capitals_is_found() -> None:
    scene = Scene.on(FakeStore())
    await scene.begins()
    now, shouted = scene.world.clock.now(), HOST.upper()
    kept = replace(await only(scene), tenant=shouted, id=engagement_id(shouted, CHANNEL, 1))
    store = FakeStore()
    engagements = Engagements(store, always(scene.world.book))
    await engagements.commit(engagements.new(kept), kept, (), now)
    later = Scene.on(store)
    later.world.ids = count(1_000)
    later.gil.told = str.upper
    await later.gil.writes("/ssat")
    await later.gil.does("my_questions")
    await later.gil.does("save_roles", {"roles": "sponsor"})
    assert [identity(key) for key in (await only(later)).people].count(later.gil.who.id) == 1


async def test_who_is_known_by_an_object_id_only_later_is_one_person(store: Store) -> None:
    scene = Scene.on(store)
    gil, known = scene.gil, scene.world.teams.roster[CHANNEL]
    scene.world.teams.roster[CHANNEL] = [
        dataclasses.replace(one, object_id=None) if one.object_id == gil.who.id else one for one in known
    ]
    gil.tells_id = False
    await scene.begins()
    await takes_part(gil)
    await gil.does("answer", {"state": "agreed", "sponsor": "Gil Guest"})
    before = f"{HOST}/{gil.teams_id}"
    assert before in (await only(scene)).people
    # Now the roster tells it, and so do activities.
    scene.world.teams.roster[CHANNEL] = known
    gil.tells_id = True
    scene.world.clock.passes(minutes=16)
    await scene.fm.writes("/status")
    await scene.fm.does("my_questions")
    await scene.fm.does("form", form="handed")
    await scene.fm.does("handed", {"handed_to": "Gil Guest"})
    gil.looks_at("is asking for your answer")
    await gil.does("my_questions")
    await gil.does("answer", {"start": "2027-03-15", "in_use": "no"})
    for _ in range(2):
        engagement = await only(scene)
        assert [key for key in engagement.people if gil.who.id in key or gil.teams_id in key] == [
            f"{HOST}/{gil.who.id}"
        ]
        assert {voice.by for voice in engagement.voices["ST1"]} == {f"{HOST}/{gil.who.id}"}
        keys = [row.key for row in await store.query(Table.ENGAGEMENTS, engagement.id)]
        assert not [key for key in keys if short_hash(before) in key]
        scene.world.restarts()
        await gil.writes("/status")

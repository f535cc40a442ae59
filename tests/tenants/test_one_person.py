"""Everybody is one person: externals with and without their tenant, a guest, an FM with several ids."""

from __future__ import annotations

from dataclasses import replace

from bot.core.engagement import Engagement, Person
from bot.core.keys import identity
from bot.core.ports import Store
from tests.tenants.shared_channel import FABRIKAM, HOST, Member, Scene, members


def ids(engagement: Engagement) -> list[str]:
    return sorted(map(identity, engagement.people))


async def takes_part(one: Member, roles: str) -> None:
    await one.does("take_part")
    await one.does("save_roles", {"roles": roles})


async def to_the_summary(scene: Scene) -> None:
    """Each answers what is theirs; Ada hands one question to Ben from the picker, and the FM one to Ada."""
    fm, ada, ben, gil = scene.fm, scene.ada, scene.ben, scene.gil
    await scene.begins()
    await takes_part(gil, "sponsor")
    await gil.does("answer", {"state": "agreed", "sponsor": "Gil Guest"})
    await fm.does("my_questions")
    await fm.does("form", form="handed")
    await fm.does("handed", {"handed_to": "Ada Extern"})
    ada.looks_at("is asking for your answer")
    await ada.does("my_questions")
    await answers(ada, "When is the service", start="2027-03-15", in_use="no")
    scene.world.restarts()
    await ada.does("save_roles", {"roles": "project_lead"})
    await answers(ada, "works council", since="2026-01-05")
    await answers(ada, "Which scenarios", scenarios="meetings")
    await ada.does("form", form="handed")
    await ada.does("handed", {"handed_to": "Ben Extern"})
    ben.looks_at("is asking for your answer")
    await ben.does("my_questions")
    await answers(ben, "communication plan", plan="yes")
    await ada.writes("/ssat")
    await ada.does("my_questions")
    await answers(ada, "Which services", deeper="teams")


async def answers(one: Member, question: str, **given: str) -> None:
    assert any(question in line for line in one.sees()), one.sees()
    await one.does("answer", given)


async def test_a_workshop_in_a_shared_channel_goes_to_the_summary_with_everybody_one_person(
    store: Store,
) -> None:
    scene = Scene.on(store)
    await to_the_summary(scene)
    for _ in range(2):
        [engagement] = await scene.world.engagements()
        assert engagement.summary_posted
        assert ids(engagement) == sorted(str(one.object_id) for one in members())
        authors = {identity(voice.by) for said in engagement.voices.values() for voice in said}
        assert len(authors) == len({voice.by for said in engagement.voices.values() for voice in said})
        scene.world.restarts()
        await scene.ada.writes("/ssat")
        await scene.ada.does("overview")
        await scene.ben.writes("/status")
    for one in (scene.ada, scene.ben, scene.gil):
        await one.says("/ssat", "personal")
        assert any("Fabrikam" in line for line in one.sees()), (
            "their home shows it, whatever tenant is presumed"
        )


async def test_an_fm_with_an_account_in_each_tenant_leads_with_both(store: Store) -> None:
    other = "c0ffee00-1111-4222-8333-444455556666"
    scene = Scene.on(store)
    ids = f"{HOST}/{scene.fm.who.id}={FABRIKAM}/{other}"
    scene = Scene.on(store, SSAT_FM_IDS=ids, SSAT_TENANTS=f"{HOST},{FABRIKAM}")
    await scene.begins()
    own = replace(scene.fm, who=Person(FABRIKAM, other, "Fay"), home=FABRIKAM, looking_at=None)
    await own.says("/portfolio", "personal")
    assert any("Fabrikam" in line for line in own.sees())
    await own.presses("Fabrikam")
    await own.does("lead")
    assert "Only you can see this." in own.sees()
    await own.says("/tasks", "personal")
    await scene.gil.writes("/ssat")
    [engagement] = await scene.world.engagements()
    assert engagement.fm == f"{HOST}/{scene.fm.who.id}"
    assert not any(identity(key) == other for key in engagement.people)

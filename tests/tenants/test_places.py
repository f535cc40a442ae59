"""The ends of places: a channel is deleted, a team archived, the bot removed; and they come back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.core.engagement import Engagement
from bot.store.open import open_store
from cards.transcript import transcript
from tests.fakes.store import FakeStore
from tests.tenants.shared_channel import CHANNEL, HOST, TEAM, Scene, payload

LOST = "I can no longer reach the workshop's thread."


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """A workshop with weekly check-ins and an action of Gil's."""
    store = await open_store(f"sqlite:///{tmp_path / 'ssat.db'}")
    scene = Scene.on(store)
    await scene.begins()
    await scene.fm.writes("/check-in")
    await scene.fm.does("check_in")
    await scene.fm.does("check_in_set", {"How often?": "Every week"})
    await scene.fm.writes("/plan")
    await scene.fm.does("add_item")
    await scene.fm.does("save_item", {"title": "Trial run", "owner": "Gil Guest", "due": "2026-12-18"})
    yield scene
    await store.close()


def update(event: str, *, channel: str | None = CHANNEL, **more: Any) -> dict[str, Any]:
    """A conversationUpdate as Teams sends it; without a channel, one about the whole team."""
    found = payload("conversationUpdate")
    found["channelData"]["eventType"] = event
    found["conversation"]["id"] = channel or TEAM
    if channel is None:
        del found["channelData"]["channel"]
    else:
        found["channelData"]["channel"] = {"id": channel, "name": "Workshop"}
    return found | more


BOT_REMOVED = {"membersRemoved": [{"id": "28:7d6c5b4a-0000-4000-8000-00000000b077"}]}
ENDS = {
    "the channel is deleted": (update("channelDeleted"), update("channelRestored")),
    "the team is archived": (
        update("teamArchived", channel=None),
        update("teamUnarchived", channel=None),
    ),
    "the team is deleted": (update("teamDeleted", channel=None), update("teamRestored", channel=None)),
    "the bot leaves the team": (
        update("teamMemberRemoved", channel=None, **BOT_REMOVED),
        update("teamMemberAdded", channel=None) | {"type": "installationUpdate", "action": "add"},
    ),
    "the bot is removed": (
        update("", channel=None) | {"type": "installationUpdate", "action": "remove"},
        update("", channel=None) | {"type": "installationUpdate", "action": "add"},
    ),
}


async def only(scene: Scene) -> Engagement:
    [engagement] = await scene.world.engagements()
    return engagement


def posted(scene: Scene, since: int) -> list[tuple[str, str]]:
    return [
        (one.conversation, "\n".join(transcript(one.card)))
        for one in scene.world.teams.messages[since:]
        if one.card is not None
    ]


@pytest.mark.parametrize("case", ENDS)
async def test_nothing_is_sent_to_a_place_that_ended_its_fm_hears_and_it_goes_on_when_it_returns(
    scene: Scene, case: str
) -> None:
    ends, returns = ENDS[case]
    world = scene.world
    wanted = (await only(scene)).due
    assert {item.partition("~")[0] for item in wanted} >= {"checkin", "owner"}
    before = len(world.teams.messages)
    assert (await world.deliver(ends)).status == 200
    assert (await world.deliver(ends)).status == 200
    assert list((await only(scene)).due) == ["lost"]
    world.restarts()
    world.clock.passes(days=3)
    tally = await world.sweeps()
    assert (tally.sent, tally.failed) == (1, 0)
    [(chat, said)] = posted(scene, before)
    assert chat == f"chat-{scene.fm.teams_id}"
    assert LOST in said
    world.clock.passes(days=11)
    await world.sweeps()
    assert len(posted(scene, before)) == 1, "nothing more is sent"
    assert (await world.deliver(returns)).status == 200
    assert {item.partition("~")[0] for item in (await only(scene)).due} >= {"checkin", "owner"}
    await world.sweeps()
    there = [conversation for conversation, _ in posted(scene, before + 1)]
    assert any(conversation.startswith(CHANNEL) for conversation in there)


async def test_another_channel_of_the_team_concerns_nobody(scene: Scene) -> None:
    before = await only(scene)
    other = "19:another@thread.tacv2"
    for event in ("channelDeleted", "channelRenamed", "channelCreated"):
        assert (await scene.world.deliver(update(event, channel=other))).status == 200
    await scene.world.deliver(update("teamRenamed", channel=None))
    await scene.world.deliver(update("channelRenamed"))
    assert await only(scene) == before


async def test_where_the_store_fails_teams_is_asked_to_tell_it_again() -> None:
    store = FakeStore()
    scene = Scene.on(store)
    await scene.begins()
    store.unavailable = True
    assert (await scene.world.deliver(update("channelDeleted"))).status == 503
    store.unavailable = False
    assert (await scene.world.deliver(update("channelDeleted"))).status == 200
    assert (await only(scene)).lost


async def test_an_upgrade_of_the_app_greets_nobody_again_and_ends_nothing(scene: Scene) -> None:
    before, sent = await only(scene), len(scene.world.teams.messages)
    for action in ("add-upgrade", "remove-upgrade"):
        for place in (None, CHANNEL):
            body = update("", channel=place) | {"type": "installationUpdate", "action": action}
            await scene.world.deliver(body)
        personal = {"conversationType": "personal", "id": "a:chat", "tenantId": HOST}
        body = update("") | {"type": "installationUpdate", "action": action, "conversation": personal}
        await scene.world.deliver(body)
    assert await only(scene) == before
    assert len(scene.world.teams.messages) == sent


async def test_a_member_who_was_removed_loses_access_at_once(scene: Scene) -> None:
    gil, teams = scene.gil, scene.world.teams
    await gil.says("/status", "personal")
    assert any("Fabrikam" in line for line in gil.sees())
    teams.roster[CHANNEL] = [one for one in teams.roster[CHANNEL] if one.object_id != gil.who.id]
    gone = [{"id": gil.teams_id, "aadObjectId": gil.who.id}]
    await scene.world.deliver(update("channelMemberRemoved", membersRemoved=gone))
    await gil.says("/status", "personal")
    assert not any("Fabrikam" in line for line in gil.sees())

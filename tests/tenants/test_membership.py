"""Access ends with membership: whoever left the channel opens nothing of its workshop in their own chat."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.teams.outbound.send_faults import Gone, Refused
from bot.teams.outbound.sending import Address, MemberInfo
from tests.fakes.store import FakeStore
from tests.tenants.shared_channel import CHANNEL, Member, Scene

NONE = "You aren't in a workshop yet. Once you take part in one in its channel, you'll find it here, too."
COMMANDS = ("/status", "/plan", "/next-steps")
ACTIONS = ("overview", "plan", "minutes", "metrics", "my_questions", "summary")


@pytest.fixture
async def scene() -> Scene:
    """Gil takes part, and owns an action that is done."""
    scene = Scene.on(FakeStore())
    await scene.begins()
    await scene.gil.does("take_part")
    await scene.gil.does("save_roles", {"roles": "sponsor"})
    await scene.fm.writes("/plan")
    await scene.fm.does("add_item")
    await scene.fm.does("save_item", {"title": "Trial run", "owner": "Gil Guest", "due": "2026-12-01"})
    return scene


def leaves(scene: Scene, who: Member) -> None:
    """They are removed from the channel. What is known of its members grows old meanwhile."""
    there = scene.world.teams.roster[CHANNEL]
    scene.world.teams.roster[CHANNEL] = [one for one in there if one.object_id != who.who.id]
    scene.world.clock.passes(minutes=16)


async def sees_something_of_it(scene: Scene, who: Member) -> list[str]:
    """The commands and presses in their own chat that show the customer's name."""
    [engagement] = await scene.world.engagements()
    found = []
    for command in ("/ssat", *COMMANDS):
        await who.says(command, "personal")
        found += [command for line in who.sees() if "Fabrikam" in line][:1]
    for action in ACTIONS:
        data = {"action": action, "workshop": 1, "engagement": engagement.id, "revision": 99}
        await who.sends(data)
        found += [action for line in who.sees() if "Fabrikam" in line or "questions" in line][:1]
    return found


async def test_a_member_opens_it_and_whoever_was_removed_does_not(scene: Scene) -> None:
    gil = scene.gil
    assert set(COMMANDS) < set(await sees_something_of_it(scene, gil))
    leaves(scene, gil)
    assert await sees_something_of_it(scene, gil) == []
    await gil.says("/ssat", "personal")
    assert NONE in gil.sees()


async def test_the_fm_opens_it_from_anywhere(scene: Scene) -> None:
    leaves(scene, scene.fm)
    await scene.fm.says("/status", "personal")
    assert any("Fabrikam" in line for line in scene.fm.sees())


async def test_the_channel_is_asked_once_in_a_quarter_of_an_hour(scene: Scene) -> None:
    teams, gil = scene.world.teams, scene.gil
    scene.world.clock.passes(minutes=16)
    before = teams.calls.count(("members", CHANNEL))
    for _ in range(3):
        await gil.says("/status", "personal")
    assert teams.calls.count(("members", CHANNEL)) - before == 1


async def test_while_teams_does_not_answer_what_was_known_counts_for_half_a_day(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    gil, teams = scene.gil, scene.world.teams
    await gil.says("/status", "personal")

    async def asked(after_hours: float, trouble: Exception) -> bool:
        scene.world.clock.passes(hours=after_hours)
        # The chat's own members are asked first, then the channel's.
        with monkeypatch.context() as patched:
            patched.setattr(teams, "members", _failing(trouble))
            await gil.says("/status", "personal")
        return any("Fabrikam" in line for line in gil.sees())

    assert await asked(11, Refused(429, "", None))
    assert not await asked(2, Refused(429, "", None))
    await gil.says("/status", "personal")
    assert any("Fabrikam" in line for line in gil.sees())
    assert not await asked(1, Gone(404, "ConversationNotFound")), "nobody is in a channel that is gone"


def _failing(trouble: Exception) -> Callable[[Address], Coroutine[Any, Any, list[MemberInfo]]]:
    async def members(_: Address) -> list[MemberInfo]:
        raise trouble

    return members

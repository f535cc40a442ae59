"""The reply to a command from the slash menu, where Teams takes no private message in the conversation."""

from __future__ import annotations

import pytest

from bot.core.playbook.book import Book
from bot.teams.outbound.send_faults import Refused, Unsure
from cards.pressing import pressables
from tests.core.playbook.playbooks import small_playbook
from tests.world import CHANNEL, World


@pytest.fixture
async def world() -> World:
    world = World(Book(small_playbook()))
    fm = world.person("fm")
    await fm.says("/ssat")
    await fm.does("lead")
    await fm.does("save_setup", {"customer": "Contoso", "services": "teams", "depth": "short"})
    return world


async def test_refused_there_it_comes_in_the_personal_chat_and_its_buttons_work(
    world: World,
) -> None:
    fm = world.person("fm")
    world.teams.refuses.append(Refused(403, "NotEnoughPermissions", None))
    await fm.says("/status", where=CHANNEL, targeted=True)
    reply = world.teams.messages[-1]
    assert (reply.conversation, reply.targeted) == ("chat-29:id-fm", None)
    fm.looking_at = reply
    await fm.does("my_questions")
    assert "answer" in [one.action["data"]["action"] for one in pressables(fm.card)]


async def test_without_an_answer_it_is_not_sent_a_second_time(world: World) -> None:
    before = len(world.teams.messages)
    world.teams.refuses.append(Unsure("TimeoutError"))
    await world.person("fm").says("/help", where=CHANNEL, targeted=True)
    assert len(world.teams.messages) == before
    assert ("new_chat", "29:id-fm") not in world.teams.calls

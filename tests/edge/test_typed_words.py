"""Typed words that are no answer, at the edge: who reads the reply, and what of them stands in the thread."""

from __future__ import annotations

import pytest

from bot.teams.outbound.send_faults import Refused
from cards.transcript import transcript
from tests.playbook_of_tests import book_of_tests
from tests.world import PERSONAL, THREAD, World

LETTER = "Hallo Frau Weber, anbei die Liste, meine Nummer ist 0171 2345678"


@pytest.fixture
async def world() -> World:
    world = World(book_of_tests())
    fm, _ = world.person("fm"), world.person("ada")
    await fm.says("/ssat")
    await fm.does("lead")
    await fm.does("save_setup", {"customer": "Contoso", "services": "teams", "depth": "short"})
    return world


async def test_the_kind_line_is_read_by_who_typed_alone_and_saves_nothing(world: World) -> None:
    before = await world.engagements()
    await world.person("ada").says(LETTER)
    assert world.teams.messages[-1].targeted == "29:id-ada"
    assert [one.voices for one in await world.engagements()] == [one.voices for one in before]


async def test_where_teams_takes_no_private_message_nothing_of_the_words_stands_in_the_thread(
    world: World,
) -> None:
    world.teams.refuses.append(Refused(403, "NotEnoughPermissions", None))
    await world.person("ada").says(LETTER)
    reply = world.teams.messages[-1]
    assert (reply.conversation, reply.targeted) == (THREAD, None)
    shown = "\n".join(transcript(reply.card or {}))
    assert "Help" in shown
    assert not any(word in shown for word in ("Weber", "Liste", "0171"))


async def test_thanks_that_cannot_be_answered_in_private_are_not_answered_for_all(world: World) -> None:
    before = len(world.teams.messages)
    world.teams.refuses.append(Refused(403, "NotEnoughPermissions", None))
    await world.person("ada").says("danke!")
    assert len(world.teams.messages) == before


async def test_in_the_personal_chat_it_is_an_ordinary_message(world: World) -> None:
    await world.person("ada").says(LETTER, PERSONAL)
    assert world.teams.messages[-1].targeted is None


async def test_something_attached_alone_gets_one_sentence(world: World) -> None:
    await world.person("ada").says("", attached="image/png")
    [title, *_] = transcript(world.teams.messages[-1].card or {})
    assert title == "# I can't read files or pictures. Please tell me in words."

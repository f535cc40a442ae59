"""Typed answers at the edge: who reads them, who may save and undo them, and what an undo takes with it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.core.answers.long_texts import fields_of
from bot.core.answers.rows import voice_key
from bot.core.keys import short_hash
from bot.core.ports import Table
from bot.teams.outbound.send_faults import Refused
from cards.transcript import transcript
from tests.fakes.counting import CountingStore
from tests.fakes.store import FakeStore
from tests.playbook_of_tests import book_of_tests
from tests.world import THREAD, Human, World

SETUP = {"customer": "Contoso", "services": "teams", "depth": "short"}


@pytest.fixture
async def world() -> World:
    world = World(book_of_tests())
    fm = world.person("fm")
    await fm.says("/ssat")
    await fm.does("lead")
    await fm.does("save_setup", SETUP)
    return world


async def joined(world: World, name: str, role: str) -> Human:
    """Somebody with a role, who looks at their first question."""
    person = world.person(name)
    person.looks_at("Contoso")
    await person.does("take_part")
    await person.does("save_roles", {"roles": [role]})
    return person


async def last_of(world: World, person: Human) -> int:
    """The revision of a person's last answer."""
    [engagement] = await world.engagements()
    return engagement.undoable[person.who.key].revision


async def row(world: World, person: Human, question: str = "SZ1") -> dict[str, object]:
    """What the row of a person's answer holds."""
    [engagement] = await world.engagements()
    found = await world.store.get(Table.ENGAGEMENTS, engagement.id, voice_key(question, person.who.key))
    assert found is not None
    return dict(fields_of(found))


async def test_what_is_not_saved_is_read_by_who_typed_it_alone(world: World) -> None:
    ada = await joined(world, "ada", "communication")
    await ada.says("nope")
    assert world.teams.messages[-1].targeted == "29:id-ada"
    [engagement] = await world.engagements()
    assert engagement.voices == {}


@pytest.mark.parametrize("said", ["nope", "Our secret is Zanzibar"])
async def test_where_teams_takes_no_private_message_nothing_of_the_words_stands_in_the_thread(
    world: World, said: str
) -> None:
    ada = await joined(world, "ada", "communication")
    world.teams.refuses.append(Refused(403, "NotEnoughPermissions", None))
    await ada.says(said)
    reply = world.teams.messages[-1]
    assert (reply.conversation, reply.targeted) == (THREAD, None)
    assert "[My questions*]" in "\n".join(transcript(reply.card or {}))
    assert not any(word in str(reply.card) for word in (said, "Zanzibar", "save_understood"))
    [engagement] = await world.engagements()
    assert engagement.voices == {}


async def test_taken_back_in_the_thread_it_says_so_to_all(world: World) -> None:
    ada = await joined(world, "ada", "communication")
    await ada.says("Yes")
    saved = ada.looking_at
    assert saved is not None
    await ada.does("undo")
    assert saved.card is not None
    assert any("Undone" in line for line in transcript(saved.card))
    [engagement] = await world.engagements()
    assert engagement.voices == {}
    await ada.again()
    [again] = await world.engagements()
    assert again.revision == engagement.revision


async def test_nobody_undoes_the_answer_of_somebody_else(world: World) -> None:
    ada = await joined(world, "ada", "communication")
    await ada.says("Yes")
    other = world.person("other")
    other.looking_at = ada.looking_at
    await other.does("undo")
    [engagement] = await world.engagements()
    assert list(engagement.voices) == ["AW1"]
    assert any("Someone else" in line for line in other.sees())


async def test_once_the_lead_has_settled_it_an_undo_comes_too_late(world: World) -> None:
    ada = await joined(world, "ada", "communication")
    fm = world.person("fm")
    await fm.sends({"action": "answer", "question": "AW1", "plan": "no", "workshop": 1, "revision": 99})
    await ada.says("Yes")
    notice = ada.looking_at
    settle = {"action": "settle", "question": "AW1", "voice": ada.who.key, "workshop": 1, "revision": 99}
    await fm.sends(settle)
    ada.looking_at = notice
    await ada.does("undo")
    assert any("too late" in line for line in ada.sees())
    [engagement] = await world.engagements()
    assert engagement.voices["AW1"][0].by == ada.who.key


async def test_a_request_that_was_taken_back_says_so_where_it_was_made(world: World) -> None:
    ada, ben = await joined(world, "ada", "communication"), await joined(world, "ben", "it")
    hand = {"action": "handed", "question": "AW1", "handed_to": ben.who.key, "workshop": 1, "revision": 99}
    await ada.sends(hand)
    mention = world.teams.messages[-1]
    item = f"{short_hash(ada.who.key)}.{await last_of(world, ada)}."
    await ada.sends({"action": "undo", "question": "AW1", "item": item, "workshop": 1, "revision": 99})
    assert mention.card is not None
    assert any("taken back" in line for line in transcript(mention.card))
    [engagement] = await world.engagements()
    assert engagement.voices == {}


async def test_a_typed_answer_and_its_undo_cost_what_a_press_costs() -> None:
    store = CountingStore(FakeStore())
    world = World(book_of_tests(), store)
    fm = world.person("fm")
    await fm.says("/ssat")
    await fm.does("lead")
    await fm.does("save_setup", SETUP)
    ada = await joined(world, "ada", "project_lead")
    press = {"action": "answer", "question": "DC", "still_right": "right", "workshop": 1, "revision": 99}

    async def cost(act: Callable[[], Awaitable[object]]) -> tuple[int, int]:
        reads, commits = store.reads, store.commits
        await act()
        return store.reads - reads, store.commits - commits

    pressed = await cost(lambda: ada.sends(press))
    item = f"{short_hash(ada.who.key)}.{await last_of(world, ada)}."
    await ada.sends({"action": "undo", "question": "DC", "item": item, "workshop": 1, "revision": 99})
    assert pressed == (1, 1)
    assert await cost(lambda: ada.says("Right")) == pressed
    assert await cost(lambda: ada.does("undo")) == pressed
    assert await cost(lambda: ada.says("rihgt")) == (1, 0), "said back, nothing is written"
    assert await cost(lambda: ada.does("save_understood")) == pressed


async def test_a_new_process_takes_a_typed_answer_and_saves_none_that_it_did_not_ask_for(
    world: World,
) -> None:
    ada = await joined(world, "ada", "communication")
    world.restarts()
    await ada.says("Yes")
    [engagement] = await world.engagements()
    assert engagement.voices == {}, "nobody knows whether she saw the question"
    await ada.does("save_understood")
    [engagement] = await world.engagements()
    assert list(engagement.voices) == ["AW1"]


async def test_changed_in_words_an_answer_keeps_its_other_fields(world: World) -> None:
    fm = world.person("fm")
    whole = {"plan": "no", "owner_name": "Tom Berger"}
    await fm.sends({"action": "answer", "question": "TR1", "workshop": 1, "revision": 99, **whole})
    await fm.sends({"action": "open", "question": "TR1", "workshop": 1, "revision": 99})
    await fm.says("Yes")
    assert await row(world, fm, "TR1") == {"plan": "yes", "owner": {"name": "Tom Berger"}}


async def test_what_no_longer_applies_after_a_change_in_words_comes_back_with_undo(world: World) -> None:
    fm = world.person("fm")
    text = "x" * 90
    whole = {"scenarios": "other", "other_scenario": text}
    await fm.sends({"action": "answer", "question": "SZ1", "workshop": 1, "revision": 99, **whole})
    await fm.sends({"action": "open", "question": "SZ1", "workshop": 1, "revision": 99})
    await fm.says("Better meetings")
    assert await row(world, fm) == {"scenarios": ["meetings"]}
    await fm.does("undo")
    assert await row(world, fm) == {"scenarios": ["other"], "other_scenario": text}

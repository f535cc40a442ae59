"""Cards that a factor or a summary brings are in the thread in the end, whatever became of their posts."""

from __future__ import annotations

import pytest

from bot.core.answers.effects import Hand
from bot.core.engagement import Person
from bot.core.playbook.book import Book
from bot.core.ports import Table
from bot.core.questions.effects import PostResult
from bot.kept.unsent import Unsent
from bot.teams.outbound.send_faults import Unsure
from cards.transcript import transcript
from tests.core.playbook.playbooks import small_playbook
from tests.world import Human, World

SETUP = {"customer": "Contoso", "services": "teams", "depth": "short"}
ANSWER = {"action": "answer", "question": "AW1", "plan": "yes", "workshop": 1, "revision": 50}
GLANCE = {"action": "overview", "workshop": 1, "revision": 0}


@pytest.fixture
def world() -> World:
    return World(Book(small_playbook()))


@pytest.fixture
async def fm(world: World) -> Human:
    """The FM of a workshop that runs."""
    human = world.person("fm")
    await human.says("/ssat")
    await human.does("lead")
    await human.does("save_setup", SETUP)
    return human


def results(world: World) -> int:
    """How many results stand in the thread."""
    cards = [message.card for message in world.teams.messages if message.card is not None]
    return sum("Result so far" in "\n".join(transcript(card)) for card in cards)


async def noted(world: World) -> int:
    return len(await world.store.query(Table.PENDING, "pending"))


async def settles(world: World) -> None:
    await world.service.deliveries.settle()
    await world.settles()


async def test_a_result_of_unknown_fate_is_posted_when_somebody_presses_next(world: World, fm: Human) -> None:
    world.teams.refuses = [Unsure("no answer")]
    await fm.sends(ANSWER)
    await settles(world)
    assert (results(world), await noted(world)) == (0, 1)
    for expected in (1, 1):
        await fm.sends(GLANCE)
        await settles(world)
        assert (results(world), await noted(world)) == (expected, 0)


@pytest.mark.parametrize("looked", [True, False], ids=["press", "command"])
async def test_after_a_restart_it_waits_for_a_press_or_the_command(
    world: World, fm: Human, looked: bool
) -> None:
    world.teams.refuses = [Unsure("no answer")]
    await fm.sends(ANSWER)
    world.restarts()
    world.clock.passes(minutes=2)
    if looked:
        await world.service.deliveries.recover()
    await settles(world)
    assert results(world) == 0, "not repeated without being asked for"
    await (fm.sends(GLANCE) if looked else fm.says("/ssat"))
    await settles(world)
    assert (results(world), await noted(world)) == (1, 0)


async def test_what_was_posted_is_not_posted_again_for_a_note_that_was_left(world: World, fm: Human) -> None:
    await fm.sends(ANSWER)
    assert results(world) == 1
    [engagement] = await world.engagements()
    await Unsent(world.store, world.clock).note(engagement.id, [PostResult("awareness")])
    world.restarts()
    world.clock.passes(minutes=2)
    await world.service.deliveries.recover()
    await settles(world)
    assert (results(world), await noted(world)) == (1, 0)


def test_a_question_handed_to_two_people_is_noted_for_each() -> None:
    by = Person("contoso", "fm", "Fm")
    assert Hand("contoso/a", by, "AW1", None).name != Hand("contoso/b", by, "AW1", None).name

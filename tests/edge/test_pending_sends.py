"""Cards that a factor or a summary brings are in the thread in the end, whatever became of their posts."""

from __future__ import annotations

import json

import pytest

from bot.app import Bot
from bot.core.answers.effects import Hand
from bot.core.engagement import Person
from bot.core.playbook.book import Book
from bot.core.ports import Column, Delete, Insert, Table
from bot.core.questions.effects import WORKSHOP_CARD, PostResult, PostShared
from bot.kept.state.row import SENT_ROW
from bot.kept.unsent import Unsent
from bot.teams.outbound.send_faults import Refused, Unsure
from cards.transcript import transcript
from tests.core.playbook.playbooks import small_playbook
from tests.world import Human, World

SETUP = {"customer": "Contoso", "services": "teams", "depth": "short"}
ANSWER = {"action": "answer", "question": "AW1", "plan": "yes", "workshop": 1, "revision": 50}
CORRECTED = {"action": "answer", "question": "AW1", "workshop": 1, "revision": 90}
LATER = {"action": "later", "workshop": 1, "revision": 0}
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


def posts(world: World) -> int:
    """How many messages were posted, whether Teams said so or not."""
    return [what for what, _ in world.teams.calls].count("post")


async def noted(world: World) -> int:
    return len(await world.store.query(Table.PENDING, "pending"))


async def settles(world: World) -> None:
    await world.service.deliveries.settle()
    await world.settles()


async def corrects(fm: Human) -> None:
    """An answer becomes another one, and the workshop card is drawn anew."""
    await fm.sends(CORRECTED | {"plan": "no"})
    await fm.sends(LATER)
    await settles(fm.world)


async def test_a_result_of_unknown_fate_is_posted_when_somebody_asks_for_the_cards_and_by_no_press(
    world: World, fm: Human
) -> None:
    world.teams.refuses = [Unsure("no answer")]
    await fm.sends(ANSWER)
    await settles(world)
    assert (results(world), await noted(world)) == (0, 1)
    for _ in range(3):
        await fm.sends(GLANCE)
        await settles(world)
    assert (results(world), await noted(world)) == (0, 1)
    for _ in range(2):
        await fm.says("/ssat")
        await settles(world)
        assert (results(world), await noted(world)) == (1, 0)


@pytest.mark.parametrize("restarted", [False, True], ids=["the same process", "a restart between"])
async def test_where_teams_delivers_and_answers_with_an_error_no_card_stands_there_more_than_twice(
    world: World, fm: Human, *, restarted: bool
) -> None:
    world.teams.loses = Unsure("500")
    await fm.sends(ANSWER)
    for _ in range(10):
        if restarted:
            world.restarts()
            world.clock.passes(minutes=2)
            await world.service.deliveries.recover()
        await fm.sends(GLANCE)
        await settles(world)
    assert results(world) == 1
    before = posts(world)
    for _ in range(3):
        await fm.says("/ssat")
        await settles(world)
    assert results(world) == 2
    assert posts(world) == before + 4, "the result once more, and each workshop card that was asked for"


async def test_a_workshop_card_of_unknown_fate_is_not_posted_again_with_every_press(
    world: World, fm: Human
) -> None:
    await fm.sends(ANSWER)
    world.teams.loses = Unsure("500")
    await fm.says("/ssat")
    before = posts(world)
    world.restarts()
    for _ in range(5):
        await fm.sends(CORRECTED | {"plan": "no"})
        await fm.sends(LATER)
        await settles(world)
    assert posts(world) == before


async def test_a_workshop_card_that_is_gone_is_posted_once_where_teams_delivers_and_fails(
    world: World, fm: Human
) -> None:
    await fm.sends(ANSWER)
    before = posts(world)
    world.teams.loses = Unsure("500")
    for plan in ("no", "partly", "no", "partly"):
        await fm.sends(CORRECTED | {"plan": plan})
        await settles(world)
        world.teams.refuses = [Refused(404, "ActivityNotFound", None)]
        await fm.sends(LATER)
        await settles(world)
        assert not world.teams.refuses, "the workshop card is drawn anew"
    assert posts(world) == before + 1


async def test_a_press_posts_the_card_that_another_process_is_posting_only_once_that_one_is_gone(
    world: World, fm: Human
) -> None:
    [engagement] = await world.engagements()
    await world.store.commit(Table.ENGAGEMENTS, engagement.id, [Delete(f"{SENT_ROW}{WORKSHOP_CARD}")])
    world.restarts()
    await Unsent(world.store, world.clock).note(engagement.id, [PostShared()])
    before = posts(world)
    await fm.sends(ANSWER)
    await settles(world)
    assert posts(world) == before + 1, "the result alone"
    world.clock.passes(minutes=1)
    await corrects(fm)
    assert (posts(world), await noted(world)) == (before + 2, 0)


async def test_a_card_that_stands_there_is_drawn_anew_although_a_note_of_it_was_left(
    world: World, fm: Human
) -> None:
    await fm.sends(ANSWER)
    [engagement] = await world.engagements()
    world.restarts()
    await Unsent(world.store, world.clock).note(engagement.id, [PostShared()])
    before = len(world.teams.calls)
    await corrects(fm)
    assert ("update", world.teams.messages[0].conversation) in world.teams.calls[before:]


async def test_a_result_that_teams_refused_comes_with_the_next_ssat(world: World, fm: Human) -> None:
    world.teams.refuses = [Refused(400, "", None)]
    await fm.sends(ANSWER)
    assert (results(world), await noted(world)) == (0, 1)
    await fm.says("/ssat")
    await settles(world)
    assert (results(world), await noted(world)) == (1, 0)


@pytest.fixture
async def two(world: World, fm: Human) -> tuple[Bot, Bot]:
    """Two processes on one store, both of which have drawn the workshop card anew."""
    first = world.service
    world.restarts()
    await fm.sends(ANSWER)
    await fm.sends(LATER)
    return first, world.service


async def test_a_card_that_one_process_moved_is_the_one_that_another_draws_anew(
    world: World, fm: Human, two: tuple[Bot, Bot]
) -> None:
    world.service, other = two
    await fm.says("/ssat")
    earlier, moved = world.teams.messages[0].card, world.teams.messages[-1]
    before = json.dumps(moved.card)
    world.service = other
    await corrects(fm)
    assert "This workshop continues" in "\n".join(transcript(earlier or {}))
    assert world.teams.messages[0].card == earlier, "it points to the newer one"
    assert json.dumps(moved.card) != before


async def test_a_card_that_one_process_posted_anew_is_not_posted_by_another_too(
    world: World, fm: Human, two: tuple[Bot, Bot]
) -> None:
    before = posts(world)
    for world.service in two:
        await fm.sends(CORRECTED | {"plan": "no" if world.service is two[0] else "partly"})
        world.teams.refuses = [Refused(404, "ActivityNotFound", None)]
        await fm.sends(LATER)
        await settles(world)
        assert not world.teams.refuses, "the workshop card is drawn anew"
    assert posts(world) == before + 1
    assert world.teams.calls[-1][0] == "update"


async def test_the_lead_reads_in_their_own_overview_what_may_not_have_arrived(
    world: World, fm: Human
) -> None:
    world.teams.loses = Unsure("500")
    await fm.sends(ANSWER)
    await settles(world)
    await fm.sends(GLANCE)
    assert "Cards that may not have arrived: 1. /ssat posts them once more." in fm.sees()
    await fm.says("/ssat")
    await settles(world)
    await fm.sends(GLANCE)
    told = [line for line in fm.sees() if "arrived" in line]
    assert len(told) == 2, "the workshop card that was asked for just now, and the result"
    ben = world.person("ben")
    ben.looking_at = fm.looking_at
    await ben.sends(GLANCE)
    assert not [line for line in ben.sees() if "arrived" in line]


async def test_after_a_restart_it_waits_for_the_command(world: World, fm: Human) -> None:
    world.teams.refuses = [Unsure("no answer")]
    await fm.sends(ANSWER)
    world.restarts()
    world.clock.passes(minutes=2)
    await world.service.deliveries.recover()
    await fm.sends(GLANCE)
    await settles(world)
    assert results(world) == 0, "not repeated without being asked for"
    await fm.says("/ssat")
    await settles(world)
    assert (results(world), await noted(world)) == (1, 0)


async def test_however_many_are_in_doubt_and_whatever_cannot_be_read_the_card_that_was_cut_off_comes(
    world: World, fm: Human
) -> None:
    unsent = Unsent(world.store, world.clock)
    for number in range(95):
        await unsent.doubt(f"a{number:03}", PostResult("awareness"))
    broken: dict[str, Column] = {
        "engagement": "b",
        "kind": "PostResult",
        "effect": "{",
        "noted": world.clock.now(),
    }
    await world.store.commit(Table.PENDING, "pending", [Insert("b~result~awareness", broken)])
    world.teams.refuses = [Refused(400, "", None)]
    await fm.sends(ANSWER)
    assert results(world) == 0
    world.restarts()
    world.clock.passes(minutes=2)
    await world.service.deliveries.recover()
    await settles(world)
    assert results(world) == 1


async def test_what_nobody_asks_for_in_a_week_is_forgotten_and_named_in_the_log(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    unsent = Unsent(world.store, world.clock)
    await unsent.doubt("w1", PostResult("awareness"))
    world.clock.passes(days=6)
    await unsent.doubt("w2", PostResult("awareness"))
    world.clock.passes(days=2)
    await world.service.deliveries.recover()
    assert [one.engagement for one in await unsent.left()] == ["w2"]
    assert [vars(one).get("engagement") for one in caplog.records] == ["w1"]


async def test_a_send_that_is_refused_again_and_again_grows_old_as_well(world: World) -> None:
    unsent, post = Unsent(world.store, world.clock), PostResult("awareness")
    await unsent.note("w1", [post])
    world.clock.passes(days=6)
    await unsent.give_back("w1", post)
    assert [one.engagement for one in await unsent.left()] == ["w1"], "nobody has to wait for its lease"
    world.clock.passes(days=2)
    await world.service.deliveries.recover()
    assert await noted(world) == 0


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

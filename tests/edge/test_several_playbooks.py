"""Several playbooks at once: each workshop stays with its own, and one whose playbook is gone rests."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.core.playbook.book import Book
from bot.core.playbook.interface import spoken_texts
from bot.core.problems import Problem
from bot.core.questions.picture import Picture
from bot.core.reading.shared import Shared
from tests.fakes.counting import CountingStore
from tests.fakes.store import FakeStore
from tests.playbook_of_tests import book_of_tests, books_of_two_kinds, texts_of_tests
from tests.world import CHANNEL, GROUP, PERSONAL, THREAD, World

FIRST, SECOND = "ssat", "readiness"
WORKSHOP, TALK = "Success factors workshop", "Copilot readiness talk"
SETUPS = {
    FIRST: {"customer": "Contoso", "services": "teams", "launch": "2027-03-15"},
    SECOND: {"customer": "Fabrikam", "services": "copilot", "launch": "2027-03-15"},
}
ENGLISH = texts_of_tests().words("en")


async def begins(world: World, where: str, playbook: str) -> None:
    """The FM begins a workshop about this playbook."""
    fm = world.person("fm")
    await fm.says("/ssat", where)
    await fm.does("lead")
    await fm.does("playbook", item=playbook)
    await fm.does("save_setup", SETUPS[playbook])


async def side_by_side() -> World:
    """A workshop in the channel and a talk in the group chat, of one FM."""
    world = World(books_of_two_kinds())
    await begins(world, THREAD, FIRST)
    await begins(world, GROUP, SECOND)
    return world


async def revisions(world: World) -> dict[str, int]:
    """The number of changes of each workshop, by its place."""
    return {one.channel: one.revision for one in await world.engagements()}


def says(lines: Sequence[str], words: str) -> bool:
    return any(words in line for line in lines)


async def test_two_workshops_run_beside_each_other_each_in_its_own_words() -> None:
    world = await side_by_side()
    assert {one.channel: one.playbook for one in await world.engagements()} == {CHANNEL: FIRST, GROUP: SECOND}
    fm = world.person("fm")
    for where, mine, others in ((THREAD, WORKSHOP, TALK), (GROUP, TALK, WORKSHOP)):
        world.restarts()
        await fm.says("/ssat", where)
        assert says(fm.sees(), mine)
        assert not says(fm.sees(), others)


async def test_a_workshop_whose_playbook_is_gone_rests_alone_until_it_is_back() -> None:
    world = await side_by_side()
    before = await revisions(world)
    fm = world.person("fm")
    world.book = book_of_tests()
    world.restarts()
    await fm.says("/status", GROUP)
    assert says(fm.sees(), ENGLISH("problem.unreadable"))
    await fm.says("/status", THREAD)
    assert says(fm.sees(), "Contoso")
    await fm.says("/portfolio", PERSONAL)
    assert says(fm.sees(), "Contoso")
    assert not says(fm.sees(), "Fabrikam")
    await world.service.deliveries.recover()
    world.clock.passes(days=20)
    await world.sweeps()
    world.book = books_of_two_kinds()
    world.restarts()
    assert (await revisions(world))[GROUP] == before[GROUP]
    await fm.says("/ssat", GROUP)
    assert says(fm.sees(), TALK)


async def test_a_lone_playbook_that_has_no_id_reads_every_workshop() -> None:
    unnamed = Book(book_of_tests().playbook.model_copy(update={"id": None}))
    assert unnamed.named(FIRST) is unnamed
    assert unnamed.named("") is unnamed


async def test_a_lone_playbook_asks_nobody_what_the_workshop_is_about() -> None:
    world = World(book_of_tests())
    fm = world.person("fm")
    await fm.says("/ssat")
    await fm.does("lead")
    assert not says(fm.sees(), ENGLISH("choose.playbook.title"))
    assert not says(fm.sees(), ENGLISH("button.playbooks"))
    await fm.does("save_setup", SETUPS[FIRST])
    assert [one.playbook for one in await world.engagements()] == [""]


async def test_once_somebody_answered_a_workshop_stays_with_its_playbook() -> None:
    world = World(books_of_two_kinds())
    fm, ben = world.person("fm"), world.person("ben")
    await fm.says("/ssat")
    await fm.does("lead")
    choice = fm.looking_at
    await fm.does("playbook", item=FIRST)
    await fm.does("save_setup", SETUPS[FIRST])
    await ben.says("/ssat")
    fm.looking_at = choice
    await fm.sends({"action": "playbook", "item": SECOND, "workshop": 1, "revision": 1})
    assert [one.playbook for one in await world.engagements()] == [FIRST]
    assert says(fm.sees(), ENGLISH(f"problem.{Problem.OLD_CARD}"))


@pytest.mark.parametrize("sent", [{"item": "nothing"}, {}])
async def test_a_playbook_that_is_not_there_is_not_chosen(sent: dict[str, str]) -> None:
    world = World(books_of_two_kinds())
    fm = world.person("fm")
    await fm.says("/ssat")
    await fm.sends({"action": "playbook", "workshop": 1, "revision": 1, **sent})
    assert [one.playbook for one in await world.engagements()] == [""]


async def test_only_the_fm_chooses() -> None:
    world = World(books_of_two_kinds())
    fm, ben = world.person("fm"), world.person("ben")
    await fm.says("/ssat")
    ben.looking_at = fm.looking_at
    for press in ({"action": "playbook", "item": SECOND}, {"action": "playbooks"}):
        await ben.sends({**press, "workshop": 1, "revision": 1})
        assert says(ben.sees(), ENGLISH(f"problem.{Problem.FM_ONLY}", fm="Fm"))
    assert [one.playbook for one in await world.engagements()] == [""]


async def test_where_roles_stand_for_names_they_are_those_of_the_playbook() -> None:
    world = await side_by_side()
    ben, book = world.person("ben"), books_of_two_kinds()
    shared = Shared(spoken_texts(None, book.playbook, book.siblings), "roles")
    for role, shown in (("observer", ENGLISH("unnamed.somebody")), ("coordinator", "Coordinator")):
        ben.looks_for("take_part")
        await ben.does("take_part")
        await ben.does("save_roles", {"roles": role})
        (talk,) = [one for one in await world.engagements() if one.channel == GROUP]
        viewer = shared.viewer(Picture(book.named(talk.playbook), talk, world.clock.now()))
        assert viewer.name(ben.who.key) == shown


async def test_the_choice_costs_a_read_a_transaction_and_once_the_moment_when_cards_are_looked_at() -> None:
    """Chosen already, nothing is written."""
    store = CountingStore(FakeStore())
    world = World(books_of_two_kinds(), store)
    fm = world.person("fm")
    await fm.says("/ssat")
    await fm.does("lead")
    costs = []
    for _ in range(2):
        before = store.reads, store.commits
        await fm.does("playbook", item=SECOND)
        costs.append((store.reads - before[0], store.commits - before[1]))
        if not costs[1:]:
            await fm.does("playbooks")
    assert costs == [(1, 2), (1, 0)]


async def test_the_next_workshop_of_a_channel_may_be_about_something_else() -> None:
    world = World(books_of_two_kinds())
    await begins(world, THREAD, SECOND)
    fm = world.person("fm")
    await fm.says("/complete")
    for press in ("completing", "complete", "complete_anyway"):
        await fm.does(press)
    await fm.says("/ssat")
    await fm.does("new_workshop")
    fm.looks_at("being set up")
    await fm.does("lead")
    assert says(fm.sees(), ENGLISH("choose.playbook.title"))
    await fm.does("playbook", item=FIRST)
    await fm.does("save_setup", SETUPS[FIRST])
    assert says(fm.sees(), WORKSHOP)
    assert [one.playbook for one in await world.engagements()] == [SECOND, FIRST]

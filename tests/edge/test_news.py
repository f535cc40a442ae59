"""News of others come with the next private view of a person, once, and cost one transaction."""

from __future__ import annotations

from bot.core.playbook.book import Book
from tests.core.playbook.playbooks import small_playbook
from tests.fakes.counting import CountingStore
from tests.fakes.store import FakeStore
from tests.world import Human, World

DIFFERS = "anders geantwortet"
CHANGES_ITS_MIND = {"action": "answer", "question": "AW1", "workshop": 1, "revision": 90}


async def two_who_differ() -> tuple[World, CountingStore, Human, Human]:
    """Tim said one thing, Ada another; nobody is answering now."""
    store = CountingStore(FakeStore())
    world = World(Book(small_playbook()), store)
    fm, tim, ada = (world.person(name, locale="de-DE") for name in ("fm", "tim", "ada"))
    await fm.says("/ssat")
    await fm.does("lead")
    await fm.does("save_setup", {"customer": "Contoso", "services": "teams", "depth": "short"})
    for one, role, plan in ((tim, "it", "yes"), (ada, "project_lead", "no")):
        one.looking_at = fm.looking_at
        await one.does("take_part")
        await one.does("save_roles", {"roles": [role]})
        said = {"action": "answer", "question": "AW1", "plan": plan}
        await one.sends({**said, "workshop": 1, "revision": 50})
    return world, store, tim, ada


async def test_the_view_that_shows_news_writes_once_and_the_next_one_nothing() -> None:
    _, store, tim, _ = await two_who_differ()
    costs, shown = [], []
    for _ in range(2):
        before = store.commits
        await tim.sends({"action": "overview", "workshop": 1})
        costs.append(store.commits - before)
        shown.append(any(DIFFERS in line for line in tim.sees()))
    assert (costs, shown) == ([1, 0], [True, False])


async def test_the_same_press_once_more_shows_the_same_and_writes_nothing() -> None:
    _, store, tim, ada = await two_who_differ()
    for one in (ada, tim):
        if one is tim:
            await tim.sends({"action": "overview", "workshop": 1})
        first, before = one.sees(), store.commits
        await one.again()
        assert DIFFERS in first[0]
        assert (one.sees(), store.commits) == (first, before)


async def test_a_refusal_and_what_others_read_leave_the_news_for_the_next_view() -> None:
    _, _, tim, _ = await two_who_differ()
    await tim.sends({"action": "nonsense", "workshop": 1})
    card = tim.looking_at
    await tim.says("/status")
    assert not any(DIFFERS in line for line in tim.sees())
    tim.looking_at = card
    await tim.sends({"action": "overview", "workshop": 1})
    assert DIFFERS in tim.sees()[0]


async def test_an_answer_that_newly_differs_writes_once_more_so_that_the_fm_is_told() -> None:
    world, store, tim, ada = await two_who_differ()
    await tim.sends(CHANGES_ITS_MIND | {"plan": "no"})
    world.clock.passes(minutes=11)
    assert (await world.sweeps()).sent == 0, "they agree now"
    before = store.commits
    await ada.sends(CHANGES_ITS_MIND | {"plan": "partly"})
    assert store.commits - before == 2
    before = store.commits
    await ada.sends(CHANGES_ITS_MIND | {"plan": "yes"})
    assert store.commits - before == 1, "the FM is to be told already"
    world.clock.passes(minutes=11)
    assert (await world.sweeps()).sent == 1


async def test_where_others_read_the_reply_it_does_not_say_who_differs() -> None:
    _, _, tim, ada = await two_who_differ()
    tim.old_client = True
    await tim.does("take_part")
    assert tim.sees()[0].startswith("Jemand hat anders geantwortet als Sie")
    await ada.sends(CHANGES_ITS_MIND | {"plan": "partly"})
    assert ada.sees()[0].endswith("Tim hat anders geantwortet; die Workshop-Leitung klärt das.")

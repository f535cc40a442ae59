"""The portfolio: sorted by what is needed first without reading every workshop, pages, and whose it is."""

from __future__ import annotations

from bot.core.keys import short_hash
from bot.core.playbook.book import Book
from bot.core.ports import Insert, Table
from bot.core.screens.workshop.portfolio import PAGE
from tests.core.playbook.playbooks import small_playbook
from tests.edge.several import leads
from tests.fakes.store import FakeStore
from tests.world import GROUP, PERSONAL, Human, World


def counted() -> tuple[World, FakeStore]:
    store = FakeStore()
    return World(Book(small_playbook()), store), store


def customers(fm: Human) -> list[str]:
    """The workshops on the card, in their order."""
    return [line[1:].partition("]")[0] for line in fm.sees() if line.startswith("[") and "] · " in line]


async def test_what_is_needed_first_stands_first_and_what_is_over_last() -> None:
    world, _ = counted()
    fm = world.person("fm")
    await leads(fm, "Calm", "19:a@thread.v2")
    await leads(fm, "Late", "19:b@thread.v2", answer_by="2026-11-24")
    await leads(fm, "Later", "19:c@thread.v2", answer_by="2026-11-27")
    await leads(fm, "Left", "19:d@thread.v2", enterprise_offering="yes")
    await fm.does("redirect")
    await leads(fm, "Mistaken", "19:e@thread.v2")
    await fm.does("lead")
    await fm.does("setup")
    await fm.does("discard")
    await fm.says("/portfolio", PERSONAL)
    assert customers(fm) == ["Late", "Later", "Calm", "Left"]


async def test_an_answer_that_makes_something_urgent_moves_its_workshop_up_beside_the_turn() -> None:
    world, _ = counted()
    fm = world.person("fm")
    await leads(fm, "First", "19:a@thread.v2", answer_by="2026-12-10")
    await leads(fm, "Second", "19:b@thread.v2", answer_by="2026-12-11")
    await fm.says("/portfolio", PERSONAL)
    assert customers(fm) == ["First", "Second"]
    fm.looks_at("Second")
    await fm.says("/plan", "19:b@thread.v2")
    await fm.does("add_item")
    await fm.does("save_item", {"title": "Soon", "owner_name": "Ada", "due": "2026-11-24"})
    await fm.says("/portfolio", PERSONAL)
    assert customers(fm) == ["Second", "First"]


async def test_a_page_costs_one_query_and_one_read_for_each_workshop_on_it() -> None:
    world, store = counted()
    fm = world.person("fm")
    for number in range(PAGE + 3):
        await leads(fm, f"Customer {number:02}", f"19:{number}@thread.v2")
        world.clock.passes(minutes=1)
    place = 1  # what the personal chat itself holds, asked in every turn
    before = store.reads, store.commits
    await fm.says("/portfolio", PERSONAL)
    assert (store.reads - before[0], store.commits - before[1]) == (place + 1 + PAGE, 0)
    assert customers(fm) == [f"Customer {number:02}" for number in range(PAGE)]
    before = store.reads, store.commits
    await fm.presses("More")
    assert (store.reads - before[0], store.commits - before[1]) == (place + 1 + 3, 0)
    assert customers(fm) == [f"Customer {number:02}" for number in range(PAGE, PAGE + 3)]
    await fm.presses("Previous page")
    assert len(customers(fm)) == PAGE


async def test_one_press_leads_to_a_workshop_and_back() -> None:
    world, _ = counted()
    fm = world.person("fm")
    await leads(fm, "Contoso", GROUP)
    await fm.says("/portfolio", PERSONAL)
    await fm.presses("Contoso")
    assert "Contoso" in fm.sees()
    await fm.presses("Plan")
    assert "# Action plan" in fm.sees()
    await fm.presses("Back to the workshop")
    await fm.presses("All workshops")
    assert customers(fm) == ["Contoso"]


async def test_what_was_handed_over_is_in_the_new_leads_portfolio_alone() -> None:
    world, store = counted()
    fm, other = world.person("fm"), world.person("other")
    await leads(fm, "Contoso", GROUP)
    [row] = await store.query(Table.PORTFOLIO, short_hash(fm.who.key))
    await fm.does("lead")
    await fm.presses("Hand over the workshop")
    await fm.does("hand_over", {"fm": other.who.key})
    # A hint that came late does not show it to the old one.
    await store.commit(Table.PORTFOLIO, row.partition, [Insert(row.key, row.columns)])
    await fm.says("/portfolio", PERSONAL)
    assert customers(fm) == []
    await other.says("/portfolio", PERSONAL)
    assert customers(other) == ["Contoso"]


async def test_a_workshop_of_somebody_else_cannot_be_picked() -> None:
    world, _ = counted()
    fm, other = world.person("fm"), world.person("other")
    await leads(fm, "Contoso", GROUP)
    [engagement] = await world.engagements()
    await other.says("/portfolio", PERSONAL)
    data = {"action": "pick", "engagement": engagement.id, "command": "engagement", "workshop": 0}
    await other.sends(data)
    assert "Contoso" not in "\n".join(other.sees())

"""The plan in Teams: who left, what the store's outage leaves, older clients, rows, the personal chat."""

from __future__ import annotations

import pytest

from bot.core.plan.rows import ACTION_ROW
from bot.core.playbook.book import Book
from bot.core.ports import Row, Table
from tests.fakes.store import FakeStore
from tests.player import Player
from tests.world import CHANNEL, PERSONAL, World

GAP = "○ Win a sponsor in senior management and get the commitment"
SCRIPT = """anna (en-GB) sets up
ben (en-GB) joins as project_lead
ben> [Save and continue] Key facts = Right
ben> [Save and continue] Is that agreed? = Still open
"""


@pytest.fixture
async def world(book: Book) -> World:
    """A workshop of Anna's and Ben's with one gap, Ben's."""
    found = World(book)
    await Player(found).play(SCRIPT)
    return found


async def rows(world: World) -> dict[str, Row]:
    (engagement,) = await world.engagements()
    found = await world.store.query(Table.ENGAGEMENTS, engagement.id, ACTION_ROW)
    return {row.key: row for row in found}


def leaves(world: World, name: str) -> None:
    """Somebody leaves the channel, and the bot has time to notice it."""
    here = world.teams.roster[CHANNEL]
    world.teams.roster[CHANNEL] = [one for one in here if one.object_id != f"id-{name}"]
    world.clock.passes(minutes=20)


async def test_every_action_has_a_row_that_follows_what_people_do(world: World) -> None:
    (row,) = (await rows(world)).values()
    assert (row.key, row.columns["status"], row.columns["owner_name"]) == ("action~ST1", "open", "Ben")
    ben = world.person("ben")
    await ben.says("/plan")
    await ben.presses(GAP)
    await ben.presses("Done")
    assert (await rows(world))["action~ST1"].columns["status"] == "done"


async def test_who_left_is_refused_at_the_field_and_nothing_changes(world: World) -> None:
    anna = world.person("anna")
    await anna.says("/plan")
    await anna.presses("Add an action")
    entered = {"title": "Book a room", "owner": "Ben", "due": "2026-12-01"}
    leaves(world, "ben")
    # The people of the channel are read beside the turn: whoever presses next meets the news.
    await world.person("carl").says("/help")
    before = await rows(world)
    await anna.presses("Save", entered)
    shown = anna.sees()
    place = shown.index(
        "⚠ This person is no longer in the channel. Please choose someone else or enter a name."
    )
    assert shown[place - 1].startswith("{Owner:")
    assert "{What needs to be done?*: Book a room}" in shown
    assert await rows(world) == before


async def test_what_was_typed_is_still_there_when_the_store_is_down(world: World) -> None:
    store = world.store
    assert isinstance(store, FakeStore)
    ben = world.person("ben")
    await ben.says("/plan")
    await ben.presses("Add an action")
    store.unavailable = True
    await ben.presses("Save", {"title": "Book a room", "owner": "Ben", "due": "2026-12-01"})
    assert "{What needs to be done?*: Book a room}" in ben.sees()
    assert any("can't save" in line for line in ben.sees())
    store.unavailable = False
    await ben.presses("Save")
    assert "[○ Book a room]" in ben.sees()
    await ben.presses(GAP)
    await ben.presses("It's stuck")
    store.unavailable = True
    await ben.presses("Save", {"Reason": "No budget."})
    assert "{Reason*: No budget.}" in ben.sees()


async def test_a_client_without_execute_leaves_the_plan_of_all_as_it_is(world: World) -> None:
    ben, old = world.person("ben"), world.person("otto")
    old.old_client = True
    await ben.says("/plan")
    shared = ben.sees()
    old.looking_at = ben.looking_at
    await old.presses(GAP)
    assert "Only the owner and the workshop lead can change this." in old.sees()
    assert ben.sees() == shared


async def test_an_action_that_left_the_plan_is_said_to_be_gone(world: World) -> None:
    ben = world.person("ben")
    await ben.says("/plan")
    card = ben.looking_at
    assert card is not None
    answered = {"action": "answer", "question": "ST1", "workshop": 1, "revision": 99}
    await ben.sends({**answered, "commitment": "agreed", "sponsor_name": "Eva", "area": "management"})
    assert await rows(world) == {}
    ben.looking_at, card.views = card, {}
    await ben.presses(GAP)
    assert "# This action is no longer in the plan. Please check the plan for what applies now." in ben.sees()
    await ben.presses("Back to the plan")
    assert any("The plan is still empty." in line for line in ben.sees())


async def test_the_fm_works_on_the_plan_in_the_personal_chat(world: World) -> None:
    anna = world.person("anna")
    await anna.says("/plan", PERSONAL)
    await anna.presses(GAP)
    await anna.presses("Someone else")
    await anna.presses("Save", {"owner_name": "Tom Berger"})
    assert "Passed on: Win a sponsor in senior management and get the commitment" in anna.sees()
    assert (await rows(world))["action~ST1"].columns["owner_name"] == "Tom Berger"


async def test_there_is_no_plan_where_there_is_no_workshop(book: Book) -> None:
    world = World(book)
    dora = world.person("dora")
    await dora.says("/plan")
    assert "# There is no workshop here yet. Start one with /ssat." in dora.sees()
    await world.person("anna").says("/ssat")
    await dora.says("/plan")
    assert "# Anna is still setting up the workshop. You can already take part." in dora.sees()

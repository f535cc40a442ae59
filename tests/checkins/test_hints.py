"""What a workshop knows to be due stands in the due index, before the workshop says so itself."""

from __future__ import annotations

from bot.core.playbook.book import Book
from bot.core.ports import Table
from bot.kept.due_index import SHARDS, due_of
from tests.fakes.breaking import Breaking
from tests.world import World

SERIES = {
    "rhythm": "weekly",
    "weekday": "wednesday",
    "hour": "10",
    "time_zone": "Europe/Berlin",
    "until": "2027-03-31",
}
SETUP = {"customer": "Contoso AG", "services": "teams", "launch": "2027-03-15"}


async def hinted(world: World) -> set[tuple[str, str]]:
    rows = [row for shard in SHARDS for row in await world.store.query(Table.DUE, shard)]
    return {(due_of(row).item, due_of(row).at.strftime("%Y-%m-%dT%H:%M:%SZ")) for row in rows}


async def known(world: World) -> set[tuple[str, str]]:
    (engagement,) = await world.engagements()
    return set(engagement.due.items())


async def held(world: World) -> None:
    anna = world.person("anna")
    await anna.says("/ssat")
    await anna.presses(anna.main_button)
    await anna.does("save_setup", SETUP)
    await anna.says("/check-in")
    await anna.does("check_in")


async def test_every_step_that_makes_something_due_writes_its_hint(book: Book) -> None:
    world = World(book)
    anna, ben = world.person("anna"), world.person("ben")
    await held(world)
    assert {item for item, _ in await known(world)} == {"answer_by"}
    await anna.does("check_in_set", SERIES)
    assert {item for item, _ in await known(world)} == {"answer_by", "checkin"}
    await anna.says("/plan")
    await anna.does("add_item")
    await anna.does("save_item", {"title": "Book a room", "owner": ben.who.key, "due": "2026-12-04"})
    due = await known(world)
    assert {item.partition("~")[0] for item, _ in due} == {"answer_by", "checkin", "owner", "refresh"}
    assert due <= await hinted(world)


async def test_a_hint_whose_commit_never_came_is_not_followed(book: Book) -> None:
    store = Breaking()
    world = World(book, store)
    await held(world)
    before = await known(world)
    store.breaks = True
    await world.person("anna").does("check_in_set", SERIES)
    store.breaks = False
    assert await known(world) == before
    assert ("checkin", "2026-11-25T09:00:00Z") in await hinted(world)
    world.clock.passes(days=2, hours=1)
    posts = len(world.teams.messages)
    await world.sweeps()
    assert len(world.teams.messages) == posts
    assert "checkin" not in {item for item, _ in await hinted(world)}

"""A workshop that is damaged in the store harms itself alone, and says so to those who are in it."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.core.engagement import Engagement
from bot.core.playbook.book import Book
from bot.core.ports import Table
from bot.core.problems import Problem
from bot.core.questions.effects import PostResult
from bot.core.texts import load_texts
from bot.kept.due_index import due_of, schedule_all
from bot.kept.state.row import STATE_ROW
from bot.kept.unsent import Unsent
from bot.store.sqlite.store import SqliteStore
from bot.teams.inbound.incoming import read_incoming
from bot.teams.turn.apology import apology
from cards.transcript import transcript
from tests.core.playbook.playbooks import small_playbook
from tests.world import CHANNEL, GROUP, PERSONAL, THREAD, Human, World

SECRET = "Fabrikam"
SETUP = {"services": "teams", "depth": "short"}
OVERVIEW = {"action": "overview", "workshop": 1, "revision": 0}
NO_TEXT = b'{"customer": "Fabrikam \xff\xfe'
NO_JSON = b'{"customer": "Fabrikam'


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """Two workshops of one FM: the good one in the channel, the bad one in a group chat."""
    store = SqliteStore(str(tmp_path / "ssat.db"))
    world = World(Book(small_playbook()), store)
    for where, customer in ((THREAD, "Contoso"), (GROUP, SECRET)):
        fm = world.person("fm")
        await fm.says("/ssat", where)
        await fm.does("lead")
        await fm.does("save_setup", {**SETUP, "customer": customer})
    yield world
    await store.close()


@pytest.fixture
def fm(world: World) -> Human:
    return world.person("fm")


async def both(world: World) -> tuple[Engagement, Engagement]:
    """The good one and the bad one."""
    found = {one.channel: one for one in await world.engagements()}
    return found[CHANNEL], found[GROUP]


async def both_with_something_waiting(world: World) -> tuple[Engagement, Engagement, Unsent]:
    """The good one and the bad one, of each of which a send is noted and something is due."""
    good, bad = await both(world)
    unsent = Unsent(world.store, world.clock)
    for one in (bad, good):
        await unsent.note(one.id, [PostResult("awareness")])
        moment = {"silence": "2026-11-23T09:00:00Z"}
        await schedule_all(world.store, one.id, moment, world.clock.now())
    return good, bad, unsent


async def due(world: World) -> list[str]:
    """The workshops of which something is due."""
    return [due_of(row).engagement for row in await world.store.due(world.clock.now(), 9)]


def damage(tmp_path: Path, table: Table, engagement: str, key: str, what: bytes) -> None:
    """Overwrite what stands in a row that belongs to an engagement."""
    connection = sqlite3.connect(tmp_path / "ssat.db")
    change = f"UPDATE {table.value} SET columns = CAST(? AS TEXT), etag = 'x' "  # noqa: S608
    where = "WHERE (partition = ? AND key = ?) OR key = ? OR key LIKE ?"
    done = connection.execute(change + where, (what, engagement, key, engagement, f"%{engagement}~{key}"))
    assert done.rowcount == 1
    connection.commit()
    connection.close()


@pytest.mark.parametrize("what", [NO_JSON, NO_TEXT], ids=["no json", "no text"])
async def test_a_damaged_state_is_said_to_those_who_are_in_it_and_keeps_back_nobody_else(
    world: World, fm: Human, tmp_path: Path, what: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    _, bad, unsent = await both_with_something_waiting(world)
    damage(tmp_path, Table.ENGAGEMENTS, bad.id, STATE_ROW, what)
    world.restarts()
    world.clock.passes(minutes=5)
    assert (await fm.sends(OVERVIEW)).status == 200
    assert any("can't read" in line for line in fm.sees())
    assert (await fm.says("/ssat", GROUP)).status == 200
    assert any("can't read" in line for line in fm.sees())
    await fm.says("/portfolio", PERSONAL)
    assert any("Contoso" in line for line in fm.sees())
    assert not any(SECRET in line for line in fm.sees())
    await fm.says("/ssat", THREAD)
    await fm.does("overview")
    assert any("Contoso" in line for line in fm.sees())
    await world.service.deliveries.recover()
    assert [one.engagement for one in await unsent.left()] == [bad.id]
    await world.sweeps()
    assert await due(world) == [bad.id]
    assert SECRET not in caplog.text
    assert not any(SECRET in str(vars(one)) for one in caplog.records)


@pytest.mark.parametrize("what", [NO_JSON, NO_TEXT, b"{}"], ids=["no json", "no text", "empty"])
async def test_a_damaged_entry_of_an_index_hides_no_other(
    world: World, fm: Human, tmp_path: Path, what: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    good, bad, unsent = await both_with_something_waiting(world)
    damage(tmp_path, Table.PORTFOLIO, bad.id, "", what)
    damage(tmp_path, Table.PENDING, bad.id, "result~awareness", what)
    damage(tmp_path, Table.DUE, bad.id, "silence", what)
    world.restarts()
    world.clock.passes(minutes=5)
    await fm.says("/portfolio", PERSONAL)
    assert any("Contoso" in line for line in fm.sees())
    await world.service.deliveries.recover()
    assert await unsent.left() == []
    assert await due(world) == [good.id]
    assert (await world.sweeps()).failed == 0
    assert await due(world) == []
    assert not any(SECRET in str(vars(one)) for one in caplog.records)


async def test_the_apology_comes_where_the_view_itself_is_what_fails(world: World, fm: Human) -> None:
    _, bad = await both(world)
    press = {"action": "answer", "question": "AW1", "workshop": 1, "revision": 1, "plan": "yes"}
    await fm.sends(press)
    body = fm.last_payload
    known = replace(bad, setup=replace(bad.setup, services=None))
    card = apology(
        world.book,
        load_texts(),
        read_incoming(body),
        known,
        Problem.UNEXPECTED,
        "abc",
        world.clock.now(),
        {},
    )
    assert any("Something went wrong" in line for line in transcript(card))

"""Somebody asks the bot itself: what is kept of them comes as a file, and they are forgotten."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.core.keys import identity
from bot.core.playbook.book import Book
from bot.core.reading.taken_out import STAND_IN
from bot.kept.audit.told import told
from bot.kept.forgetting.again import forget_again
from bot.kept.forgetting.remembered import (
    Register,
    Remembered,
    read_marks,
    read_register,
    remember,
    written,
)
from bot.kept.loaded import always
from bot.kept.posted import posted_rows
from tests.fakes.store import FakeStore
from tests.forgetting.test_command import filled_with_stored
from tests.forgetting.traces import rows_that_name
from tests.guarantees.rooms import everything_happened
from tests.world import PERSONAL, TENANT, Human, World

pytestmark = pytest.mark.usefixtures("playbooks_read_once")

BEN = ("id-ben", "ben")


@pytest.fixture
async def world(book: Book) -> World:
    """A workshop in which Ben did much."""
    return await everything_happened(book, "running")


async def own_file(who: Human) -> dict[str, Any]:
    content = await who.world.service.own.file(who.who)
    found: dict[str, Any] = json.loads(content)
    return found


async def forgets(who: Human) -> None:
    await who.says("/forget me", PERSONAL)
    await who.does("forget_me_now")


async def test_the_file_holds_what_they_said_and_nothing_that_others_said(world: World) -> None:
    mine = await own_file(world.people["ben"])
    [workshop] = mine["workshops"]
    assert workshop["answers"]
    assert {one["by"]["id"] for one in workshop["answers"]} == {"id-ben"}
    assert [one["roles"] for one in workshop["person"]]
    assert all(one["by"]["id"] == "id-ben" for one in workshop["answers"])
    assert "Anna" not in json.dumps(workshop["answers"])
    assert not workshop["leads_it"]
    assert (await own_file(world.people["anna"]))["workshops"][0]["leads_it"]


async def test_whoever_asks_to_be_forgotten_is_in_no_row_any_more_and_their_answers_are(world: World) -> None:
    ben = world.people["ben"]
    before = await own_file(ben)
    await forgets(ben)
    assert await rows_that_name(world.store, *BEN) == []
    [engagement] = await world.engagements()
    said = [voice for some in engagement.voices.values() for voice in some]
    assert len([one for one in said if "removed-" in one.by]) == len(before["workshops"][0]["answers"])
    assert (await own_file(ben))["workshops"] == []


async def test_whoever_comes_back_by_themselves_stays_though_they_were_forgotten(world: World) -> None:
    ben = world.people["ben"]
    await forgets(ben)
    world.clock.passes(days=1)
    ben.looks_at("Contoso")
    await ben.sends({"action": "save_roles", "workshop": 1, "roles": "it"})
    await forget_again(world.store, always(world.book), world.clock.now())
    [engagement] = await world.engagements()
    assert [key for key, one in engagement.people.items() if one.name == "Ben"] == [ben.who.key]


async def test_no_view_no_card_that_is_kept_true_and_no_log_names_them_afterwards(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    ben, anna = world.people["ben"], world.people["anna"]
    caplog.set_level("DEBUG", "bot")
    # What this process has in its memory is read again.
    await anna.says("/status", PERSONAL)
    await forgets(ben)
    world.clock.passes(minutes=5)
    await world.sweeps()
    [engagement] = await world.engagements()
    rows = await posted_rows(world.store, engagement.id)
    kept_true = {str(row.columns["activity"]) for row in rows.values()}
    assert set(rows) == {"workshop", "minutes~1"}
    standing = [one for one in world.teams.messages if one.id in kept_true]
    assert len(standing) == 2
    shown = [caplog.text, *(json.dumps(one.card) for one in standing)]
    for text in ("/status", "/plan", "/next-steps", "/tasks", "/check-in"):
        await anna.says(text, PERSONAL)
        shown += anna.sees()
    assert [line for line in shown if re.search(r"\bBen\b|id-ben", line)] == []


async def test_another_fm_takes_over_what_nobody_leads_any_more_and_nobody_else_does(world: World) -> None:
    anna, ben, zed = (world.people[name] for name in ("anna", "ben", "zed"))
    await zed.says("/ssat")
    [engagement] = await world.engagements()
    assert engagement.fm == anna.who.key, "somebody leads it"
    await forgets(anna)
    await world.settles()
    await ben.says("/ssat")
    [engagement] = await world.engagements()
    assert identity(engagement.fm).startswith(STAND_IN)
    await zed.says("/ssat")
    [engagement] = await world.engagements()
    assert engagement.fm == zed.who.key
    assert "Zed" in "\n".join(zed.sees())
    await zed.sends({"action": "complete_anyway", "workshop": 1})
    await zed.says("/portfolio", PERSONAL)
    assert "Contoso Nord AG" in "\n".join(zed.sees())
    [engagement] = await world.engagements()
    assert (engagement.fm, engagement.status) == (zed.who.key, "completed")
    await world.settles()
    assert [one.by_name for one in await told(world.store) if one.what == "take_over"] == ["Zed"]


async def test_an_older_list_of_the_forgotten_takes_back_no_later_mark(world: World) -> None:
    first = [Remembered("mark", "00", "2026-11-01T09:00:00+00:00")]
    later = [Remembered("mark", "00", "2026-12-01T09:00:00+00:00")]
    for marks in (first, later, first):
        await remember(world.store, read_marks(written(Register(tuple(marks)))))
    assert (await read_register(world.store)).marks == tuple(later)


async def test_a_failing_store_is_said_and_asked_again_it_is_done(book: Book) -> None:
    store = FakeStore()
    world = await everything_happened(book, "running", store)
    ben = world.people["ben"]
    await ben.says("/forget me", PERSONAL)
    ben_says_yes = {"action": "forget_me_now"}
    store.conflicts = 100
    await ben.sends(ben_says_yes)
    assert "didn't work" in json.dumps(world.teams.messages[-1].card)
    store.conflicts = 0
    await ben.sends(ben_says_yes)
    assert "no longer know" in json.dumps(world.teams.messages[-1].card)
    assert await rows_that_name(store, *BEN) == []


def test_the_command_writes_the_same_for_anybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    asyncio.run(filled_with_stored(tmp_path / "ssat.db"))
    assert main(["export", "--format", "json", "--person", f"{TENANT}/ID-BEN", "--out", "ben.json"]) == 0
    mine = json.loads((tmp_path / "ben.json").read_text())
    assert mine["ids"] == ["id-ben"]
    assert len(mine["workshops"]) > 1
    assert all(one["by"]["id"] == "id-ben" for some in mine["workshops"] for one in some["answers"])
    assert any(some["former"] for some in mine["workshops"])
    assert main(["export", "--format", "csv", "--person", "id-ben"]) == 2
    assert main(["export", "--format", "json", "--person", "id-nobody"]) == 1
    assert "nobody of this id" in capsys.readouterr().err

"""Who took, read, deleted or changed what stands in the log of the store, without a word of any answer."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.cli import main
from bot.core.playbook.book import Book
from bot.kept.audit.audit import Audit
from bot.kept.audit.told import Told, told
from bot.kept.loaded import always
from bot.kept.purging.overdue import Purge
from bot.store.sqlite.store import SqliteStore
from tests.fakes.store import FakeStore
from tests.guarantees.rooms import everything_happened
from tests.world import PERSONAL, World


@pytest.fixture
async def world(book: Book) -> World:
    """Anna leads a workshop in which Ben did much."""
    return await everything_happened(book, "running")


async def lines(world: World, *whats: str) -> list[Told]:
    await world.settles()
    return [one for one in await told(world.store) if one.what in whats]


async def test_a_file_that_somebody_takes_is_in_it(world: World) -> None:
    anna = world.people["anna"]
    await anna.says("/export", PERSONAL)
    await anna.does("take", file="minutes_docx")
    assert await lines(world, "exported") == [], "offered is not taken"
    await anna.accepts()
    [engagement] = await world.engagements()
    [line] = await lines(world, "exported")
    assert (line.by_name, line.about, line.engagement) == ("Anna", "minutes_docx", engagement.id)
    ben = world.people["ben"]
    await ben.says("/my data", PERSONAL)
    await ben.accepts()
    taken = {(one.by_name, one.about) for one in await lines(world, "exported")}
    assert taken == {("Anna", "minutes_docx"), ("Ben", "person_json")}


async def test_an_fm_who_reads_from_elsewhere_is_in_it_once_a_day_and_in_the_channel_never(
    world: World,
) -> None:
    anna = world.people["anna"]
    await anna.says("/status")
    assert await lines(world, "read") == []
    await anna.says("/status", PERSONAL)
    await anna.says("/plan", PERSONAL)
    assert [one.by_name for one in await lines(world, "read")] == ["Anna"]
    world.clock.passes(days=1)
    await anna.says("/status", PERSONAL)
    assert len(await lines(world, "read")) == 2
    await world.people["ben"].says("/status", PERSONAL)
    assert len(await lines(world, "read")) == 2, "who takes part reads what is theirs"


async def test_it_says_who_leads_from_now_on_and_what_was_deleted(world: World) -> None:
    [engagement] = await world.engagements()
    anna, zed = world.people["anna"], world.people["zed"]
    await anna.sends({"action": "hand_over", "workshop": 1, "fm": zed.who.key})
    [line] = await lines(world, "hand_over")
    assert (line.by_name, line.about) == ("Anna", zed.who.key)
    world.clock.passes(days=30)
    await Purge(world.store, always(world.book), {"running": 9}).daily(world.clock.now())
    assert await lines(world, "hand_over") == []
    [line] = await lines(world, "purged")
    assert (line.engagement, line.about, line.by) == (engagement.id, "running", "")


async def test_whoever_is_forgotten_is_in_it_no_more_and_that_somebody_was_is(world: World) -> None:
    anna = world.people["anna"]
    await anna.says("/status", PERSONAL)
    await anna.says("/forget me", PERSONAL)
    await anna.does("forget_me_now")
    [line] = await lines(world, "read")
    assert line.by_name == "(removed)"
    assert "anna" not in line.by
    [line] = await lines(world, "forgot")
    assert (line.by, line.about) == ("", "workshops: 1")


async def test_no_answer_stands_in_it(world: World) -> None:
    anna = world.people["anna"]
    await anna.says("/status", PERSONAL)
    text = repr(await told(world.store))
    assert "ONLY-THE-FM" not in text
    assert "SAID-BY-BEN" not in text
    assert "Contoso" not in text


async def test_a_store_that_is_down_costs_the_line_and_says_so(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    assert isinstance(world.store, FakeStore)
    audit = Audit(world.store, world.clock)
    world.store.unavailable = True
    audit.note("exported", world.people["anna"].who, "workshop-1", "minutes_docx")
    await audit.settle()
    world.store.unavailable = False
    assert "not in the audit log" in caplog.text
    assert "Anna" not in caplog.text
    assert await lines(world, "exported") == []


def test_the_command_prints_it_of_one_workshop_or_of_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], book: Book
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOGNAME", "operator")
    key = asyncio.run(_in_a_file(tmp_path / "ssat.db", book))
    assert main(["backup", "all.gz"]) == 0
    monkeypatch.setenv("SSAT_STORE", "sqlite:///new.db")
    assert main(["restore", "all.gz"]) == 0
    assert main(["forget", "--person", "id-nobody"]) == 0
    capsys.readouterr()
    assert main(["log"]) == 0
    said = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [(one[1], one[3]) for one in said] == [
        ("start", "contoso-tenant/id-anna (Anna)"), ("read", "contoso-tenant/id-anna (Anna)"),
        ("restored", "operator"), ("forgot", "operator"),
    ]  # fmt: skip
    assert main(["log", "--engagement", key]) == 0
    assert [line.split("\t")[1] for line in capsys.readouterr().out.splitlines()] == ["start", "read"]
    assert main(["log", "--engagement", "another"]) == 0
    assert capsys.readouterr().out == ""


async def _in_a_file(path: Path, book: Book) -> str:
    store = SqliteStore(str(path))
    world = await everything_happened(book, "running", store)
    world.clock.passes(days=1)
    await world.people["anna"].says("/status", PERSONAL)
    await world.settles()
    [engagement] = await world.engagements()
    await store.close()
    return engagement.id

"""The reader of all workshops: each once, with its version and its book, and none keeps back another."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from bot.core.playbook.book import Book
from bot.core.ports import Table
from bot.kept.all_workshops import Unreadable, WhyUnreadable, all_sources, all_workshops
from bot.kept.engagements import Engagements
from bot.kept.loaded import Loaded, always
from bot.store.sqlite.store import SqliteStore
from tests.fakes.breaking import Breaking
from tests.fakes.counting import CountingStore
from tests.kept.placed import changed, in_channel, started
from tests.readable import readable

SECRET = "what the customer said"
DAMAGE: dict[str, tuple[str | bytes, WhyUnreadable]] = {
    "no text": (b"\xff" + SECRET.encode(), "row"),
    "no document": (SECRET, "row"),
    "no columns of a state": ('{"status":"running"}', "state"),
    "another state": ('{"doc0":"{\\"id\\":1}"}', "state"),
}


async def test_every_workshop_comes_once_as_it_stands(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    assert [one async for one in all_workshops(store, always(small))] == []
    written = [await started(engagements, in_channel(small, f"19:{number}")) for number in range(3)]
    written[1] = await changed(engagements, written[1], status="completed")
    found = await readable(store, always(small))
    assert sorted(found, key=lambda one: one.engagement.channel) == written
    assert all(one.book is small for one in found)


async def test_they_come_in_the_order_in_which_they_began(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    for number, day in enumerate((3, 1, 2, 1)):
        one = await started(engagements, in_channel(small, f"19:{number}"))
        await changed(engagements, one, started=f"2026-06-0{day}T08:00:00Z")
    found = [(one.engagement.started, one.engagement.id) for one in await readable(store, always(small))]
    assert found == sorted(found)
    assert len(found) == 4


async def test_no_more_than_a_few_are_read_before_the_first_is_dealt_with(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    for number in range(100):
        await started(engagements, in_channel(small, f"19:{number}"))
    counting = CountingStore(store)
    told: list[tuple[int, int]] = []
    reader = all_workshops(counting, always(small), lambda done, of: told.append((done, of)))
    assert isinstance(await anext(reader), Loaded)
    assert counting.reads < 20
    assert len([one async for one in reader]) == 99
    assert (told[0], told[-1], len(told)) == ((0, 100), (100, 100), 101)


@pytest.mark.parametrize("kind", list(DAMAGE))
async def test_one_that_cannot_be_read_is_named_and_all_others_come(
    kind: str, small: Book, tmp_path: Path
) -> None:
    path = str(tmp_path / "x.db")
    store = SqliteStore(path)
    engagements = Engagements(store, always(small))
    written = [await started(engagements, in_channel(small, f"19:{number}")) for number in range(40)]
    broken = written[7].engagement.id
    content, why = DAMAGE[kind]
    _overwrite(path, broken, "state", content)
    found = [one async for one in all_sources(store, always(small))]
    assert [one for one in found if isinstance(one, Unreadable)] == [Unreadable(broken, why)]
    assert len(found) == 40
    await store.close()


async def test_nothing_of_a_damaged_row_stands_in_what_the_store_says(small: Book, tmp_path: Path) -> None:
    path = str(tmp_path / "x.db")
    store = SqliteStore(path)
    one = await started(Engagements(store, always(small)), in_channel(small, "19:1"))
    _overwrite(path, one.engagement.id, "state", DAMAGE["no text"][0])
    with pytest.raises(Exception, match=r"^SQLite: a row cannot be read$"):
        await store.get(Table.ENGAGEMENTS, one.engagement.id, "state")
    await store.close()


def _overwrite(path: str, partition: str, key: str, content: str | bytes) -> None:
    connection = sqlite3.connect(path)
    changed = connection.execute(
        "UPDATE engagements SET columns = CAST(? AS TEXT) WHERE partition = ? AND key = ?",
        (content, partition, key),
    )
    assert changed.rowcount == 1
    connection.commit()
    connection.close()

"""Workshops of an earlier version: brought forward when they are read, or all at once."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.core.engagement import STATE_VERSION, Setup
from bot.core.playbook.book import Book
from bot.core.ports import Replace, Row, Store, StoreUnavailable, Table
from bot.kept.engagements import Engagements
from bot.kept.loaded import always
from bot.kept.state.migrating import migrate
from bot.kept.state.migrations import MIGRATIONS, Document, TooNew, latest, migrated
from bot.kept.state.row import STATE_ROW, read_state
from bot.store.sqlite.store import SqliteStore
from tests.core.workshops import WEDNESDAY
from tests.fakes.breaking import Breaking
from tests.kept.killed_migration import LOUDER
from tests.kept.placed import changed, in_channel, started

ROOT = Path(__file__).parents[2]


async def begun_in(store: Store, book: Book, *customers: str) -> list[str]:
    """Workshops of these customers; their ids."""
    engagements = Engagements(store, always(book))
    return [
        (await started(engagements, in_channel(book, f"19:{name}", setup=Setup(customer=name)))).engagement.id
        for name in customers
    ]


async def document(store: Store, key: str) -> Document:
    row = await store.get(Table.ENGAGEMENTS, key, STATE_ROW)
    assert row is not None
    found: Document = json.loads(str(row.columns["doc0"]))
    return found


async def customers(store: Store) -> list[tuple[str, int]]:
    """What stands in the store: customer and version of every workshop."""
    rows = [row async for row in store.scan(Table.ENGAGEMENTS, STATE_ROW)]
    found = [json.loads(str(row.columns["doc0"])) for row in rows]
    return sorted((one["setup"]["customer"], one.get("version", 1)) for one in found)


async def rewritten(store: Store, key: str, **changes: object) -> None:
    """Somebody else puts other text into the state row."""
    row = await store.get(Table.ENGAGEMENTS, key, STATE_ROW)
    assert row is not None
    await store.commit(
        Table.ENGAGEMENTS,
        key,
        [Replace(STATE_ROW, {**row.columns, **changes}, row.etag)],  # type: ignore[dict-item]
    )


def test_the_version_that_is_written_is_the_one_that_the_migrations_lead_to() -> None:
    assert latest(MIGRATIONS) == STATE_VERSION


def test_every_step_is_taken_once_from_the_version_of_the_state() -> None:
    steps = [
        lambda one, number=number: {**one, "steps": [*one.get("steps", []), number]} for number in (1, 2, 3)
    ]
    assert migrated({}, steps) == {"steps": [1, 2, 3], "version": 4}
    assert migrated({"version": 3}, steps) == {"steps": [3], "version": 4}
    assert migrated({"version": 4}, steps) == {"version": 4}
    with pytest.raises(TooNew, match="it has version 5, this program knows 4: a newer version wrote it"):
        migrated({"version": 5}, steps)
    for wrong in ("2", 0, None, True):
        with pytest.raises(ValueError, match="its version is"):
            migrated({"version": wrong}, steps)


async def test_a_workshop_is_read_in_the_latest_version_and_stands_so_with_its_next_commit(
    store: Breaking, small: Book
) -> None:
    (key,) = await begun_in(store, small, "Contoso")
    later = Engagements(store, always(small), LOUDER)
    loaded = await later.load(key)
    assert loaded is not None
    assert (loaded.engagement.setup.customer, loaded.engagement.version) == ("Contoso!", 3)
    assert await customers(store) == [("Contoso", 2)], "to read is not to write"
    await changed(later, loaded, shared_stale=True)
    assert await customers(store) == [("Contoso!", 3)]
    again = await Engagements(store, always(small), LOUDER).load(key)
    assert again is not None
    assert again.engagement.setup.customer == "Contoso!"


async def test_a_workshop_of_a_newer_version_is_left_to_the_instances_that_know_it(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    (key,) = await begun_in(store, small, "Contoso")
    await migrate(store, always(small), WEDNESDAY, migrations=LOUDER)
    with pytest.raises(StoreUnavailable, match=f"workshop {key}: it has version 3, this program knows 2"):
        await engagements.load(key)
    assert await customers(store) == [("Contoso!", 3)]


async def test_a_newer_state_that_does_not_even_look_like_ours_is_called_newer(small: Book) -> None:
    row = Row("x", STATE_ROW, {"doc0": '{"version": 7, "people": [1, 2, 3]}'}, "1")
    with pytest.raises(TooNew, match="version 7"):
        read_state(row)


async def test_all_are_brought_forward_and_a_second_run_finds_them_in_order(
    store: Breaking, small: Book
) -> None:
    await begun_in(store, small, "Contoso", "Fabrikam", "Tailspin")
    before = store.commits
    dry = await migrate(store, always(small), WEDNESDAY, dry=True, migrations=LOUDER)
    assert (dry.forward, dry.in_order, dry.unread, store.commits) == (3, 0, [], before)
    counted: list[int] = []
    done = await migrate(
        store, always(small), WEDNESDAY, migrations=LOUDER, seen=lambda run: counted.append(run.seen)
    )
    assert (done.forward, done.in_order, counted, store.commits - before) == (3, 0, [1, 2, 3], 3)
    again = await migrate(store, always(small), WEDNESDAY, migrations=LOUDER)
    assert (again.forward, again.in_order, store.commits - before) == (0, 3, 3)
    assert await customers(store) == [("Contoso!", 3), ("Fabrikam!", 3), ("Tailspin!", 3)]


async def test_what_an_answer_wrote_meanwhile_is_not_lost(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    (key,) = await begun_in(store, small, "Contoso")
    loaded = await engagements.load(key)
    assert loaded is not None
    before = loaded

    class Meanwhile(Breaking):
        """Somebody answers between the read and the write."""

        answered = False

        async def commit(self, table: Table, partition: str, changes: Any) -> Any:
            if not self.answered:
                self.answered = True
                await changed(Engagements(self, always(small)), before, reviewed="2026-06-12")
            return await super().commit(table, partition, changes)

    busy = Meanwhile()
    busy._rows, busy._etags = store._rows, store._etags
    done = await migrate(busy, always(small), WEDNESDAY, migrations=LOUDER)
    assert (done.forward, done.unread) == (1, [])
    found = await document(busy, key)
    assert (found["setup"]["customer"], found["reviewed"], found["version"]) == ("Contoso!", "2026-06-12", 3)


async def test_one_that_others_keep_writing_is_named(store: Breaking, small: Book) -> None:
    first = min(await begun_in(store, small, "Contoso", "Fabrikam"))
    store.conflicts = 5
    done = await migrate(store, always(small), WEDNESDAY, migrations=LOUDER)
    assert (done.forward, done.unread) == (1, [(first, "others keep writing it: run it again")])


async def test_what_cannot_be_read_is_named_with_the_reason_and_the_rest_is_done(
    store: Breaking, small: Book
) -> None:
    keys = await begun_in(store, small, "Broken", "Newer", "Odd", "Contoso")
    await rewritten(store, keys[0], doc0='{"id": ')
    await rewritten(store, keys[1], doc0='{"version": 9}')
    await rewritten(store, keys[2], doc0=json.dumps({**await document(store, keys[2]), "status": "asleep"}))
    done = await migrate(store, always(small), WEDNESDAY, migrations=LOUDER)
    assert done.forward == 1
    assert dict(done.unread) == {
        keys[0]: "Input data was truncated",
        keys[1]: "it has version 9, this program knows 3: a newer version wrote it",
        keys[2]: "Invalid enum value 'asleep' - at `$.status`",
    }
    assert (await document(store, keys[3]))["setup"]["customer"] == "Contoso!"


async def test_a_row_that_the_store_itself_cannot_read_is_passed_over(tmp_path: Path, small: Book) -> None:
    store = SqliteStore(str(tmp_path / "ssat.db"))
    damaged, _ = await begun_in(store, small, "Damaged", "Contoso")
    store._connection.execute(
        "UPDATE engagements SET columns = '{' WHERE key = 'state' AND partition = ?", (damaged,)
    )
    done = await migrate(store, always(small), WEDNESDAY, migrations=LOUDER)
    assert (done.forward, [key for key, _ in done.unread]) == (1, [damaged])
    await store.close()


async def test_killed_in_the_middle_a_second_run_completes(tmp_path: Path, small: Book) -> None:
    path = str(tmp_path / "ssat.db")
    names = [f"Customer {number}" for number in range(5)]
    store = SqliteStore(path)
    await begun_in(store, small, *names)
    await store.close()
    program = [sys.executable, "-m", "tests.kept.killed_migration", path, "2"]
    killed = await asyncio.create_subprocess_exec(*program, cwd=ROOT)
    assert await killed.wait() == -signal.SIGKILL
    store = SqliteStore(path)
    assert sorted(version for _, version in await customers(store)) == [2, 2, 2, 3, 3]
    done = await migrate(store, always(small), WEDNESDAY, migrations=LOUDER)
    assert (done.forward, done.in_order, done.unread) == (3, 2, [])
    assert await customers(store) == [(f"{name}!", 3) for name in names]
    await store.close()


async def test_a_migration_leaves_alone_what_a_later_version_wrote(store: Breaking, small: Book) -> None:
    (key,) = await begun_in(store, small, "Contoso")
    whole = {**await document(store, key), "mood": "good"}
    await rewritten(store, key, doc0=json.dumps(whole), mood="good")
    assert (await migrate(store, always(small), WEDNESDAY, migrations=LOUDER)).forward == 1
    row = await store.get(Table.ENGAGEMENTS, key, STATE_ROW)
    assert row is not None
    assert (row.columns["mood"], (await document(store, key))["mood"]) == ("good", "good")

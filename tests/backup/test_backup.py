"""A backup holds everything, and restored into a store of either kind it goes on as if nothing had been."""

from __future__ import annotations

import asyncio
import gzip
import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from bot.core.playbook.book import Book
from bot.core.ports import Change, Delete, Replace, StoreUnavailable, Table
from bot.kept.due_index import Due
from bot.kept.state.columns import from_columns
from bot.store.backup.file import BadBackup, contents_of
from bot.store.backup.restore import NotRestored
from bot.store.backup.restoring import refuse_half_restored
from tests.backup.conftest import Homes
from tests.backup.going_on import goes_on
from tests.backup.homes import Home, Rows, in_file, restored, rows_in
from tests.fakes.store import FakeStore
from tests.guarantees.rooms import everything_happened
from tests.stored.later import exported, presses
from tests.stored.rows import Rows as StoredRows
from tests.stored.rows import fill
from tests.stored.test_stored import CARDS
from tests.world import World

BOTH = ["sqlite", "azurite"]


@pytest.mark.parametrize("target", BOTH)
@pytest.mark.parametrize("source", BOTH)
async def test_what_is_restored_is_what_was_there_in_either_kind_of_store(
    source: str, target: str, homes: Homes, stored_rows: StoredRows, tmp_path: Path
) -> None:
    old, new, file = homes(source), homes(target), tmp_path / "backup.gz"
    async with old.opened() as store:
        await fill(store, stored_rows)
        exports = await exported(store)
    assert await old.backs_up(file) == []
    await new.restores(file)
    assert await new.rows() == await old.rows()
    async with new.opened() as store:
        assert await exported(store) == exports
        await refuse_half_restored(store)
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("kind", BOTH)
async def test_a_restored_workshop_goes_on(kind: str, homes: Homes, book: Book, tmp_path: Path) -> None:
    old, new, file = homes("sqlite"), homes(kind), tmp_path / "backup.gz"
    async with old.opened() as store:
        before = await everything_happened(book, "running", store)
        await old.backs_up(file)
    await new.restores(file)
    async with new.opened() as store:
        await goes_on(before, store)


async def test_cards_of_old_workshops_do_on_a_restored_store_what_they_did(
    homes: Homes, stored_rows: StoredRows, tmp_path: Path
) -> None:
    old, new, file = FakeStore(), FakeStore(), tmp_path / "backup.gz"
    await fill(old, stored_rows)
    await Home(lambda: _copy_of(old)).backs_up(file)
    await restored(new, file)
    for card in CARDS[::7]:
        assert await presses(new, card) == await presses(old, card)


@pytest.mark.parametrize("kind", BOTH)
async def test_what_was_acknowledged_before_a_backup_is_in_it_and_every_workshop_is_consistent(
    kind: str, homes: Homes, book: Book, tmp_path: Path
) -> None:
    home = homes(kind)
    async with home.opened() as store:
        people = Answering(await everything_happened(book, "running", store))
        async with asyncio.TaskGroup() as group:
            group.create_task(people.answer())
            for number in range(4):
                await people.said_more()
                known = people.acknowledged
                await home.backs_up(tmp_path / f"{number}.gz")
                copy = in_file(tmp_path / f"restored{number}.db")
                await copy.restores(tmp_path / f"{number}.gz")
                _is_consistent(await copy.rows(), known)
                assert people.acknowledged > known, "they went on meanwhile"
            people.stopped = True


class Answering:
    """Ben, who says something else again and again; how often is noted when the bot has replied."""

    def __init__(self, world: World) -> None:
        self.acknowledged = 0
        self.stopped = False
        self._world = world
        self._ben = world.people["ben"]
        self._said = asyncio.Event()

    async def answer(self) -> None:
        """Until it is stopped."""
        answer = {"action": "answer", "workshop": 1, "question": "ST1", "commitment": "open"}
        while not self.stopped:
            [engagement] = await self._world.engagements()
            said = f"Sponsor {self.acknowledged + 1}"
            await self._ben.sends({**answer, "sponsor_name": said, "revision": engagement.revision})
            [after] = await self._world.engagements()
            assert after.voices["ST1"][0].fields["sponsor"] == {"name": said}
            self.acknowledged += 1
            self._said.set()

    async def said_more(self) -> None:
        """Something was said since."""
        self._said.clear()
        await self._said.wait()


def _is_consistent(rows: Rows, known: int) -> None:
    """The voice row is of the same revision as in the state, no older than what was acknowledged, and
    logged."""
    [(engagement, text)] = [(at[1], from_columns(row)) for at, row in rows.items() if at[2] == "state"]
    [voice] = json.loads(text)["voices"]["ST1"]
    [row] = [row for at, row in rows.items() if at[1] == engagement and at[2].startswith("voice~ST1")]
    assert row["revision"] == voice["revision"]
    assert int(voice["fields"]["sponsor"]["name"].split()[1]) >= known
    logged = [at[2] for at in rows if at[1] == engagement and at[2].startswith("log~")]
    assert any(f"~{voice['revision']:06d}~" in key for key in logged)


async def test_hints_that_a_backup_lacks_are_written_anew_and_a_pointer_too_far_ahead_is_brought_back(
    homes: Homes, stored_rows: StoredRows, tmp_path: Path
) -> None:
    old, new, file = homes("sqlite"), homes("sqlite"), tmp_path / "backup.gz"
    async with old.opened() as store:
        await fill(store, stored_rows)
    whole = await old.rows()
    place, number = next((at[1], row["number"]) for at, row in whole.items() if at[2] == "current")
    async with old.opened() as store:
        await store.commit(Table.CHANNELS, place, [Replace("current", {"number": 7, "channel": "19:x"})])
        for table, partition, key in whole:
            if table in ("due", "portfolio"):
                await store.commit(Table(table), partition, [Delete(key)])
    await old.backs_up(file)
    await new.restores(file)
    found = await new.rows()
    states = [json.loads(from_columns(row)) for at, row in whole.items() if at[2] == "state"]
    wanted = {
        Due(one["id"], item, _moment(at)).key for one in states for item, at in one.get("due", {}).items()
    }
    assert {key for table, _, key in found if table == "due"} == wanted
    assert {at for at in found if at[0] == "portfolio"} == {at for at in whole if at[0] == "portfolio"}
    assert found["channels", place, "current"]["number"] == number


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda data: data[:-9], "it is cut off or damaged"),
        (lambda data: data[: len(data) // 2], "it is cut off or damaged"),
        (lambda data: data[:400] + bytes([data[400] ^ 255]) + data[401:], "it is (cut off or )?damaged"),
        (lambda data: b"", "it is no backup"),
        (lambda data: b"PK" + data, "it is damaged, or no backup"),
        (lambda data: gzip.compress(b"{}\n"), "it is no backup"),
        (lambda data: gzip.compress(b'{"ssat_bot_backup":99}\n'), "it has format 99"),
        (lambda data: gzip.compress(_lines(data)[0]), "its end is missing"),
        (lambda data: gzip.compress(b"".join(_lines(data)[:5] + _lines(data)[6:])), "its checksum differs"),
        (lambda data: gzip.compress(b"".join([*_lines(data), b"\n"])), "something follows its end"),
        (lambda data: gzip.compress(_lines(data)[0] + b'["other","p","k",{}]\n'), "a line cannot be read"),
    ],
)
async def test_a_file_that_is_not_whole_is_refused_before_anything_is_written(
    spoil: object, reason: str, homes: Homes, stored_rows: StoredRows, tmp_path: Path
) -> None:
    old, new, file = homes("sqlite"), homes("sqlite"), tmp_path / "backup.gz"
    async with old.opened() as store:
        await fill(store, stored_rows)
    await old.backs_up(file)
    assert callable(spoil)
    file.write_bytes(spoil(file.read_bytes()))
    with pytest.raises(BadBackup, match=reason):
        contents_of(file)
    with pytest.raises(BadBackup, match=reason):
        await new.restores(file)
    assert await new.rows() == {}


async def test_a_store_that_holds_anything_is_left_as_it_is(
    homes: Homes, stored_rows: StoredRows, tmp_path: Path
) -> None:
    old, new, file = homes("sqlite"), homes("sqlite"), tmp_path / "backup.gz"
    async with old.opened():
        await old.backs_up(file)
    async with new.opened() as store:
        await fill(store, {Table.PENDING: stored_rows[Table.PENDING][:1]})
    before = await new.rows()
    with pytest.raises(NotRestored, match="the store is not empty"):
        await new.restores(file)
    assert await new.rows() == before


async def test_cut_off_at_any_commit_a_restore_is_completed_by_the_next_and_nobody_serves_before(
    stored_rows: StoredRows, tmp_path: Path
) -> None:
    old, other, file = in_file(tmp_path / "old.db"), in_file(tmp_path / "other.db"), tmp_path / "backup.gz"
    async with old.opened() as store:
        await fill(store, stored_rows)
    await old.backs_up(file)
    async with other.opened() as store:
        await fill(store, {Table.DUE: stored_rows[Table.DUE]})
    await other.backs_up(tmp_path / "other.gz")
    wanted, cut = await old.rows(), 0
    while True:
        breaking = _CutOff(cut)
        try:
            await restored(breaking, file)
            break
        except StoreUnavailable:
            cut += 1
        breaking.left = 10_000
        if cut > 1:
            with pytest.raises(StoreUnavailable, match="with the same file"):
                await refuse_half_restored(breaking)
            with pytest.raises(NotRestored, match="another file"):
                await restored(breaking, tmp_path / "other.gz")
        await restored(breaking, file)
        await refuse_half_restored(breaking)
        assert await rows_in(breaking) == wanted
    assert cut > 20


class _CutOff(FakeStore):
    """It goes down after so many commits."""

    def __init__(self, left: int) -> None:
        super().__init__()
        self.left = left

    async def commit(self, table: Table, partition: str, changes: Sequence[Change]) -> Mapping[str, str]:
        self.left -= 1
        if self.left < 0:
            raise StoreUnavailable("the test cut it off")
        return await super().commit(table, partition, changes)

    async def close(self) -> None:
        """It is looked at afterwards."""


async def test_a_workshop_that_cannot_be_read_is_named_and_all_others_are_in_the_backup(
    homes: Homes, stored_rows: StoredRows, tmp_path: Path
) -> None:
    old, new, file = homes("sqlite"), homes("sqlite"), tmp_path / "backup.gz"
    async with old.opened() as store:
        await fill(store, stored_rows)
    wanted = await old.rows()
    assert old.path is not None
    bad = next(place for place in wanted if place[0] == "engagements")[1]
    due = next(place for place in wanted if place[0] == "due")
    connection = sqlite3.connect(old.path)
    with connection:
        connection.execute(
            "UPDATE engagements SET columns = '{' WHERE partition = ? AND key = 'state'", (bad,)
        )
        connection.execute("UPDATE due SET columns = '[' WHERE key = ?", (due[2],))
    connection.close()
    assert await old.backs_up(file) == [bad, " ".join(due)]
    await new.restores(file)
    found = await new.rows()
    assert {place: row for place, row in wanted.items() if place[1] != bad and place != due} == {
        place: row for place, row in found.items() if place != due
    }


def _lines(data: bytes) -> list[bytes]:
    return gzip.decompress(data).splitlines(keepends=True)


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at)


async def _copy_of(store: FakeStore) -> FakeStore:
    return store.copy()

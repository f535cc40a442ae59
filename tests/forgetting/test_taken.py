"""What a command takes out of a store stands in the log of the store, and nothing else there changes."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli import main
from bot.core.playbook.book import Book
from bot.core.ports import Row, Table
from bot.store.sqlite.store import SqliteStore
from tests.guarantees.rooms import everything_happened
from tests.stored.files import SQL
from tests.stored.rows import restored
from tests.stored.test_migrated import OF_FORMAT_1

pytestmark = pytest.mark.usefixtures("playbooks_read_once")

COMMANDS = (
    ["export", "--format", "json", "--out", "all.json"],
    ["export", "--format", "json", "--person", "id-ben", "--out", "ben.json"],
    ["backup", "all.gz"],
)
REFUSING = """
CREATE TRIGGER refusing BEFORE INSERT ON channels BEGIN SELECT RAISE(ABORT, 'nobody may write here'); END
"""


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, book: Book) -> str:
    """The workshop in the store of the folder in which the commands run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOGNAME", "operator")
    return asyncio.run(_held(tmp_path / "ssat.db", book))


async def _held(path: Path, book: Book) -> str:
    store = SqliteStore(str(path))
    world = await everything_happened(book, "running", store)
    await world.settles()
    [engagement] = await world.engagements()
    await store.close()
    return engagement.id


def rows_of(path: str) -> dict[str, list[Row]]:
    """All that stands in a store."""

    async def read() -> dict[str, list[Row]]:
        store = SqliteStore(path, read_only=True)
        found = {table.value: [row async for row in store.rows(table, print)] for table in Table}
        await store.close()
        return found

    return asyncio.run(read())


def taken(capsys: pytest.CaptureFixture[str]) -> list[list[str]]:
    """What the log says of what was taken: what, of which workshop, who, about what."""
    capsys.readouterr()
    assert main(["log"]) == 0
    said = [line.split("\t")[1:] for line in capsys.readouterr().out.splitlines()]
    return [one for one in said if one[0] in ("exported", "backed_up")]


def test_who_exports_or_backs_up_leaves_one_line_and_changes_nothing_else(
    key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = rows_of("ssat.db")
    for one in COMMANDS:
        assert main(one) == 0
    assert main(["export", "--format", "md", "--engagement", key, "--out", "one.md"]) == 0
    assert taken(capsys) == [
        ["exported", "", "operator", "json, all workshops, by the command line"],
        ["exported", "", "operator", "json of one person, all workshops, by the command line"],
        ["backed_up", "", "operator", "everything, all workshops, by the command line"],
        ["exported", key, "operator", "md, one workshop, by the command line"],
    ]
    after = rows_of("ssat.db")
    new = [row for row in after[Table.CHANNELS] if row not in before[Table.CHANNELS]]
    assert [row.partition for row in new] == ["audit"] * 4
    after[Table.CHANNELS] = [row for row in after[Table.CHANNELS] if row not in new]
    assert after == before


def test_what_takes_nothing_leaves_no_line(key: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "json", "--engagement", "another"]) == 1
    assert main(["export", "--format", "json", "--person", "id-nobody"]) == 1
    assert taken(capsys) == []


def test_where_the_store_cannot_be_written_it_goes_on_and_says_so(
    key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect("ssat.db")) as connection:
        connection.execute(REFUSING)
    for one in COMMANDS:
        assert main(one) == 0
        said = capsys.readouterr().err.splitlines()
        assert [line.partition(" of the store:")[0] for line in said] == [f"{one[0]}: no line in the log"]
        assert Path(one[-1]).stat().st_size > 0
    assert taken(capsys) == []


def test_a_store_of_an_earlier_format_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    restored(OF_FORMAT_1.text(SQL), tmp_path / "ssat.db")
    before = Path("ssat.db").read_bytes()
    for one in (COMMANDS[0], COMMANDS[2]):
        assert main(one) == 0
        assert capsys.readouterr().err == (
            f"{one[0]}: no line in the log of the store: it has an earlier format, see `ssat-bot migrate`\n"
        )
    assert Path("ssat.db").read_bytes() == before


def test_an_empty_store_stays_empty_and_a_missing_one_missing(
    key: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", "all.gz"]) == 0
    monkeypatch.setenv("SSAT_STORE", "sqlite:///new.db")
    assert main(["export", "--format", "json", "--out", "none.json"]) == 1
    assert not Path("new.db").exists()
    asyncio.run(SqliteStore("new.db").close())
    assert main(["export", "--format", "json", "--out", "none.json"]) == 0
    assert main(["backup", "none.gz"]) == 0
    assert taken(capsys) == []
    assert main(["restore", "all.gz"]) == 0

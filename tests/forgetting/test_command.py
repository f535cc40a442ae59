"""`ssat-bot forget`, as an operator types it: afterwards nobody finds the person in any file."""

from __future__ import annotations

import asyncio
import gzip
import io
import json
import os
import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.cli import EXPORT_FORMS, main
from bot.core.keys import short_hash
from bot.core.playbook.book import Book
from bot.kept.all_workshops import all_workshops
from bot.kept.engagements import Engagements
from bot.kept.loaded import Loaded, always
from bot.kept.state.columns import from_columns
from bot.store.sqlite.rows import columns_of
from bot.store.sqlite.store import SqliteStore
from tests.forgetting.test_every_place import ID, KEY, NAME, OTHER_KEY, WORDS, everywhere
from tests.guarantees.rooms import everything_happened
from tests.playbook_of_tests import PATH, READINESS, book_of_tests
from tests.stored.rows import fill
from tests.stored.test_stored import FOLDER
from tests.world import TENANT

pytestmark = pytest.mark.usefixtures("playbooks_read_once")

_ANY = re.compile("|".join(re.escape(word) for word in (*WORDS, NAME)), re.IGNORECASE)
_BEN = re.compile(r"id-ben|\bben\b|" + short_hash(f"{TENANT}/id-ben"), re.IGNORECASE)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands run; in `ssat.db` the person is in every place."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SSAT_PLAYBOOK", str(PATH))
    asyncio.run(_filled(tmp_path / "ssat.db"))
    return tmp_path


async def filled_with_stored(path: Path) -> None:
    store = SqliteStore(str(path))
    await fill(store, await FOLDER.rows())
    await store.close()


async def _filled(path: Path) -> None:
    store = SqliteStore(str(path))
    await everywhere(store)
    await store.close()


def found_in(content: bytes, whom: re.Pattern[str] = _ANY) -> list[str]:
    """What of them stands in a file; a packed one is unpacked."""
    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return [one for name in packed.namelist() for one in found_in(packed.read(name), whom)]
    return whom.findall(content.decode("utf-8", "replace"))


def of_them(folder: Path, whom: re.Pattern[str] = _ANY) -> dict[str, list[str]]:
    """The files of a folder in which they are."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {file.name: found for file in files if (found := found_in(file.read_bytes(), whom))}


def forgotten(*more: str) -> int:
    return main(["forget", "--person", ID, *more])


def writes_all(into: Path) -> None:
    into.mkdir()
    for form in EXPORT_FORMS:
        assert main(["export", "--format", form, "--out", str(into / f"all.{form}")]) in (0, 1)
    assert main(["backup", str(into / "all.gz")]) == 0


def test_no_file_names_them_any_more_while_a_service_has_the_store_open(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    service = sqlite3.connect(folder / "ssat.db")
    assert service.execute("SELECT count(*) FROM engagements").fetchone()
    assert of_them(folder).keys() >= {"ssat.db"}
    assert forgotten() == 0
    told = capsys.readouterr()
    assert "forgotten in 1 workshops" in told.out
    assert not _ANY.search(told.out + told.err)
    assert main(["backup", "after.gz"]) == 0
    assert of_them(folder) == {}
    service.close()


def test_no_document_that_is_made_of_it_names_them_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    asyncio.run(filled_with_stored(tmp_path / "ssat.db"))
    writes_all(tmp_path / "before")
    assert len(of_them(tmp_path / "before", _BEN)) >= len(EXPORT_FORMS)
    assert main(["forget", "--person", f"{TENANT}/id-ben"]) == 0
    writes_all(tmp_path / "after")
    assert of_them(tmp_path / "after", _BEN) == {}
    assert {one for one in of_them(tmp_path, _BEN) if one.startswith("ssat")} == set()
    was, now = (
        json.loads((tmp_path / one / "all.json").read_text())["engagements"] for one in ("before", "after")
    )
    for old, new in zip(was, now, strict=True):
        assert [one["id"] for one in old["action_items"]] == [one["id"] for one in new["action_items"]]
        assert old["readiness"] == new["readiness"]
        assert len(old["answers"]) == len(new["answers"])


def test_a_backup_that_was_made_before_brings_nobody_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["backup", "old.gz"]) == 0
    assert forgotten() == 0
    assert main(["forget", "--list", "marks.json"]) == 0
    assert found_in((folder / "marks.json").read_bytes()) == []
    assert len(json.loads((folder / "marks.json").read_text())["marks"]) > 1
    monkeypatch.setenv("SSAT_STORE", "sqlite:///new.db")
    assert main(["forget", "--again", "marks.json"]) == 0
    assert main(["restore", "old.gz"]) == 0
    assert {one for one in of_them(folder) if one.startswith("new")} == set()


def test_an_export_that_was_made_before_brings_nobody_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    asyncio.run(filled_with_stored(tmp_path / "ssat.db"))
    assert main(["export", "--format", "json", "--out", "old.json"]) == 0
    assert main(["forget", "--person", "id-ben"]) == 0
    assert main(["forget", "--list", "marks.json"]) == 0
    monkeypatch.setenv("SSAT_STORE", "sqlite:///new.db")
    assert main(["forget", "--again", "marks.json"]) == 0
    assert main(["import", "old.json"]) == 0
    assert main(["export", "--format", "json", "--out", "new.json"]) == 0
    assert set(of_them(tmp_path, _BEN)) == {"old.json"}


def test_marks_that_come_after_the_restore_do_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", "old.gz"]) == 0
    assert forgotten() == 0
    assert main(["forget", "--list", "marks.json"]) == 0
    monkeypatch.setenv("SSAT_STORE", "sqlite:///new.db")
    assert main(["restore", "old.gz"]) == 0
    assert "new.db" in of_them(folder)
    capsys.readouterr()
    assert main(["forget", "--again", "marks.json"]) == 0
    assert capsys.readouterr().out == "1 people forgotten again\n"
    assert {one for one in of_them(folder) if one.startswith("new")} == set()
    assert main(["log"]) == 0
    assert "\t1 people, again\n" in capsys.readouterr().out


@pytest.mark.parametrize("person", [ID.upper(), KEY, OTHER_KEY, f"somebody-elses-tenant/{ID}"])
def test_with_or_without_a_tenant_the_object_id_tells_who_it_is(folder: Path, person: str) -> None:
    assert main(["forget", "--person", person]) == 0
    assert {one for one in of_them(folder) if one.startswith("ssat")} == set()


def test_all_ids_of_somebody_who_has_several_are_forgotten(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSAT_FM_IDS", f"fabrikam-tenant/9a-guest={KEY}")
    assert main(["forget", "--person", "9a-guest"]) == 0
    assert {one for one in of_them(folder) if one.startswith("ssat")} == set()


def test_a_dry_run_writes_nothing_and_somebody_unknown_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "ssat.db").read_bytes()
    assert forgotten("--dry-run") == 0
    assert "would be forgotten in 1 workshops" in capsys.readouterr().out
    assert (folder / "ssat.db").read_bytes() == before
    assert main(["forget", "--person", "nobody-of-this-id"]) == 0
    assert "nobody of this id is known here" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["Ben", "Ben Muster", "ben@contoso.example", "t/Ben", "t/", ""])
def test_a_name_is_no_object_id_and_nothing_is_looked_for(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "ssat.db").read_bytes()
    assert main(["forget", "--person", name]) == 2
    assert main(["export", "--format", "json", "--person", name]) == 2
    assert capsys.readouterr().err.count("name the person by their object id") == 2
    assert (folder / "ssat.db").read_bytes() == before


def test_a_word_of_which_the_workshop_itself_is_made_stays(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def made_of() -> list[dict[str, object]]:
        with closing(sqlite3.connect("ssat.db")) as connection:
            rows = connection.execute("SELECT columns FROM engagements WHERE key = 'state'").fetchall()
        states = [json.loads(from_columns(columns_of(columns))) for (columns,) in rows]
        names = ("services", "licensed", "language", "country", "time_zone")
        return [
            {name: one["setup"].get(name) for name in names} | {"is": one.get("status")} for one in states
        ]

    before = made_of()
    words = ("answer", "running", "teams", "Teams", "de", "De", "fm", "setup", "stakeholders")
    assert forgotten(*(part for word in words for part in ("--also", word))) == 0
    assert "cannot be read" not in capsys.readouterr().err
    assert made_of() == before


def test_a_workshop_whose_playbook_is_missing_is_named_and_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SSAT_PLAYBOOK", os.pathsep.join((str(PATH), str(READINESS))))
    asyncio.run(of_a_missing_playbook(Path("ssat.db")))
    before = workshops_in("ssat.db")
    assert main(["forget", "--person", "id-ben"]) == 1
    said = capsys.readouterr().err
    assert "cannot be read: nothing in it was changed" in said
    assert "SSAT_PLAYBOOK" in said
    assert "nobody of this id" not in said
    assert main(["export", "--format", "csv"]) == 1
    assert "its playbook is none of those in SSAT_PLAYBOOK" in capsys.readouterr().err
    assert workshops_in("ssat.db") == before


async def of_a_missing_playbook(path: Path) -> None:
    store = SqliteStore(str(path))
    world = await everything_happened(book_of_tests(), "running", store)
    await world.settles()
    own = world.book.playbook
    book_of = always(Book(own, (own, own.model_copy(update={"id": "another"}))))
    [loaded] = [one async for one in all_workshops(store, book_of)]
    assert isinstance(loaded, Loaded)
    after = replace(loaded.engagement, playbook="another")
    await Engagements(store, book_of).commit(loaded, after, [], world.clock.now())
    await store.close()


def workshops_in(store: str) -> list[tuple[object, ...]]:
    """All that a store keeps of workshops."""
    with closing(sqlite3.connect(store)) as connection:
        return connection.execute("SELECT * FROM engagements ORDER BY partition, key").fetchall()


def test_a_nickname_is_taken_out_where_it_is_named(folder: Path) -> None:
    assert forgotten("--also", "has") == 0
    assert b'"what":"has' not in (folder / "ssat.db").read_bytes()


def test_forgotten_again_names_the_workshops_that_could_not_be_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", "old.gz"]) == 0
    assert forgotten() == 0
    assert main(["forget", "--list", "marks.json"]) == 0
    (folder / "ssat.db").unlink()
    assert main(["restore", "old.gz"]) == 0
    with closing(sqlite3.connect("ssat.db")) as connection, connection:
        status = ('\\"status\\"', '\\"status\\":5,\\"was\\"')
        connection.execute("UPDATE engagements SET columns = replace(columns, ?, ?)", status)
    capsys.readouterr()
    assert main(["forget", "--again", "marks.json"]) == 1
    assert "cannot be read: nothing in it was changed" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["forget", "--list"], ["export", "--format", "json", "--out"]])
def test_nothing_is_written_over_the_store_itself(
    command: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = workshops_in("ssat.db")
    assert main([*command, "./ssat.db"]) == 2
    assert "ssat.db is the store itself" in capsys.readouterr().err
    assert workshops_in("ssat.db") == before


@pytest.mark.parametrize(
    "command",
    [["forget", "--list", "marks.json"], ["export", "--format", "csv"], ["log"], ["remind", "--dry-run"]],
)
def test_of_a_store_that_is_not_there_nothing_is_read(
    command: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SSAT_STORE", "sqlite:///typo.db")
    (folder / "marks.json").write_text("kept")
    assert main(command) == 1
    assert "there is no file typo.db" in capsys.readouterr().err
    assert (folder / "marks.json").read_text() == "kept"
    assert not (folder / "typo.db").exists()

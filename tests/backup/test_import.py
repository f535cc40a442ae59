"""An export that is imported elsewhere is the same workshop, and goes on there."""

from __future__ import annotations

import asyncio
import json
import shutil
import signal
import sqlite3
from pathlib import Path

import pytest

from bot.cli import main
from bot.core.playbook.book import Book
from bot.store.backup.arriving import BadExport, arriving, is_there, write
from tests.backup.going_on import goes_on
from tests.backup.homes import NOW, in_file
from tests.backup.many import many
from tests.guarantees.rooms import everything_happened
from tests.playbook_of_tests import PATH
from tests.service.forked import forked
from tests.service.process import environment, run_command

pytestmark = pytest.mark.usefixtures("playbooks_read_once")


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which `ssat.db` holds eleven workshops, and `all.json` is its export."""
    folder = tmp_path_factory.mktemp("exported")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        many(folder / "ssat.db", 1)
        assert main(["export", "--format", "json", "--out", "all.json"]) == 0
    return folder


@pytest.fixture
def folder(exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands run, with a copy of both files."""
    shutil.copytree(exported, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SSAT_STORE", "sqlite:///new.db")
    return tmp_path


def rows(path: Path) -> list[tuple[str, str, str]]:
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT partition, key, columns FROM engagements ORDER BY 1, 2").fetchall()
    connection.close()
    return found


def imported(*more: str) -> int:
    return main(["import", "all.json", *more])


def test_what_is_imported_is_exported_alike_and_every_row_is_there(folder: Path) -> None:
    assert imported() == 0
    assert main(["export", "--format", "json", "--out", "again.json"]) == 0
    whole = json.loads((folder / "all.json").read_text())
    assert json.loads((folder / "again.json").read_text()) == whole
    assert rows(folder / "new.db") == rows(folder / "ssat.db")


def test_workshops_that_are_there_are_named_and_nothing_is_written_unless_they_are_to_be_left_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = json.loads((folder / "all.json").read_text())
    known, *fresh = [one["id"] for one in whole["engagements"]]
    assert main(["import", "all.json"]) == 0
    connection = sqlite3.connect(folder / "new.db")
    with connection:
        connection.execute("DELETE FROM engagements WHERE partition <> ?", (known,))
    connection.close()
    before = rows(folder / "new.db")
    capsys.readouterr()
    assert imported() == 1
    assert f"import: {known} is in the store already\n" in capsys.readouterr().err
    assert rows(folder / "new.db") == before
    assert imported("--skip-existing") == 0
    assert capsys.readouterr().out == f"{len(fresh)} workshops imported, 1 were there\n"
    assert rows(folder / "new.db") == rows(folder / "ssat.db")


def test_moved_to_another_tenant_nothing_speaks_of_the_old_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported("--tenant", "fabrikam") == 0
    assert "people and thread are those of the old tenant" in capsys.readouterr().err
    assert main(["export", "--format", "json", "--out", "moved.json"]) == 0
    before, after = (json.loads(Path(name).read_text())["engagements"] for name in ("all.json", "moved.json"))
    assert "contoso-tenant" not in (folder / "moved.json").read_text()
    assert {one["tenant"] for one in after} == {"fabrikam"}
    assert {one["id"] for one in after}.isdisjoint(one["id"] for one in before)
    told = [
        sorted((one["channel"], len(one["answers"]), one["status"]) for one in some)
        for some in (before, after)
    ]
    assert told[0] == told[1]


async def test_an_imported_workshop_goes_on(book: Book, tmp_path: Path) -> None:
    old, new = in_file(tmp_path / "ssat.db"), in_file(tmp_path / "new.db")
    async with old.opened() as store:
        before = await everything_happened(book, "running", store)
    exported = await run_command(tmp_path, {"SSAT_PLAYBOOK": str(PATH)}, "export", "--format", "json")
    [one] = arriving(exported.out.encode(), None)
    async with new.opened() as store:
        assert not await is_there(store, one.engagement.id)
        await write(store, one, NOW)
        await goes_on(before, store)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda one: one.pop("whole"), "it lacks what a workshop needs to go on"),
        (lambda one: one["whole"].update(format=9), "has format 9"),
        (lambda one: one["whole"]["state"].pop("reference"), "cannot be read"),
        (lambda one: one["whole"]["state"].update(number=8), "cannot be read"),
        (lambda one: one["whole"]["rows"].append({"key": "a/b", "columns": {}}), "cannot be read"),
        (lambda one: one["whole"]["rows"].append({"key": "x", "columns": {"at": [""]}}), "cannot be read"),
    ],
)
def test_a_workshop_that_could_not_go_on_is_refused_before_anything_is_written(
    folder: Path, spoil: object, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = json.loads((folder / "all.json").read_text())
    assert callable(spoil)
    spoil(whole["engagements"][5])
    (folder / "all.json").write_text(json.dumps(whole))
    assert imported() == 1
    assert reason in capsys.readouterr().err
    assert not (folder / "new.db").exists()


def test_a_file_that_is_cut_off_is_refused(folder: Path) -> None:
    data = (folder / "all.json").read_bytes()
    with pytest.raises(BadExport, match="cut off"):
        arriving(data[:-100], None)


@pytest.mark.parametrize("command", ["restore", "import"])
async def test_killed_in_the_middle_the_second_run_completes(command: str, tmp_path: Path) -> None:
    many(tmp_path / "ssat.db", 40)
    made = {"restore": ("backup", "file"), "import": ("export", "--format", "json", "--out", "file")}[command]
    assert (await run_command(tmp_path, {}, *made)).code == 0
    store = {"SSAT_STORE": "sqlite:///new.db"}
    process = await forked([command, "file"], tmp_path, environment(store))
    while not _some(tmp_path / "new.db"):
        await asyncio.wait([asyncio.ensure_future(process.wait())], timeout=0.01)
        assert process.returncode is None, "it ended before it could be killed"
    process.send_signal(signal.SIGKILL)
    await process.wait()
    wanted = rows(tmp_path / "ssat.db")
    assert 0 < len(rows(tmp_path / "new.db")) < len(wanted)
    if command == "restore":
        refused = await run_command(tmp_path, store, "serve")
        assert (refused.code, "a restore has not ended" in refused.err) == (1, True)
    more = ["--skip-existing"] if command == "import" else []
    assert (await run_command(tmp_path, store, command, "file", *more)).code == 0
    assert rows(tmp_path / "new.db") == wanted


def _some(path: Path) -> bool:
    if not path.exists():
        return False
    try:
        return len(rows(path)) > 0
    except sqlite3.OperationalError:
        return False

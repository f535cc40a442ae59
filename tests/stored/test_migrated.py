"""Stores of earlier formats are migrated, and exported as the version exported them that wrote them."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main, migrate
from bot.store.sqlite.store import SqliteStore
from tests.stored.files import EXPORTS, SQL, Folder
from tests.stored.later import THEN, exported
from tests.stored.rows import restored
from tests.stored.test_stored import lost

pytestmark = pytest.mark.usefixtures("playbooks_read_once")

HERE = Path(__file__).parent
OF_FORMAT_1, OF_FORMAT_2 = Folder(HERE / "format-1"), Folder(HERE / "2026-11-28")
"""The last version of format 1 (26 November 2026) played two of its conversations, the second as far as the
answers differ, wrote the first folder, and what its own export said. It knew no tasks and no outcomes yet.
The day of an action, which follows another rule since, is that of today."""
EXPORTED = {OF_FORMAT_1: datetime(2026, 12, 10, 9, tzinfo=UTC), OF_FORMAT_2: THEN}
NOT_KNOWN_THEN = ("tasks", "outcomes")


@pytest.fixture(params=[OF_FORMAT_1, OF_FORMAT_2], ids=lambda folder: folder.path.name)
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """The store that the commands find where they run."""
    found: Folder = request.param
    restored(found.text(SQL), tmp_path / "ssat.db")
    monkeypatch.chdir(tmp_path)
    return found


def without_new(document: Any) -> Any:
    return [
        {name: value for name, value in one.items() if name not in NOT_KNOWN_THEN}
        for one in document["engagements"]
    ]


def same(folder: Folder, exports: Mapping[str, str]) -> None:
    """The exports say what they said then."""
    for name, text in exports.items():
        before = folder.text(f"{EXPORTS}/{name}")
        if not name.endswith(".json"):
            assert text == before, name
        elif folder is OF_FORMAT_1:
            assert list(lost("", without_new(json.loads(before)), without_new(json.loads(text)))) == []
        else:
            assert list(lost("", json.loads(before), json.loads(text))) == []


async def test_it_is_exported_as_it_was_before_and_after_it_is_taken_over(folder: Folder) -> None:
    for reading in (True, False):
        store = SqliteStore("ssat.db", read_only=reading)
        same(folder, await exported(store, EXPORTED[folder]))
        await store.close()


def test_migrate_says_what_it_would_do_then_does_it_and_then_finds_everything_in_order(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    count = len(json.loads(folder.text(f"{EXPORTS}/export.json"))["engagements"])
    before = Path("ssat.db").read_bytes()
    format_1, done = folder is OF_FORMAT_1, f"migrated {count}, in order 0, passed over 0\n"
    assert main(["migrate", "--dry-run"]) == 0
    said = "store would be taken over from format 1 to 2\n" * format_1
    assert capsys.readouterr() == (f"{said}would be {done}", "")
    assert Path("ssat.db").read_bytes() == before
    assert main(["migrate"]) == 0
    assert capsys.readouterr() == ("store taken over from format 1 to 2\n" * format_1 + done, "")
    assert main(["migrate"]) == 0
    assert capsys.readouterr() == (f"migrated 0, in order {count}, passed over 0\n", "")


def test_migrate_names_the_workshop_that_cannot_be_read_and_ends_with_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    restored(
        OF_FORMAT_1.text(SQL).replace('"doc0":"{\\"id\\"', '"doc0":"{\\"version\\":3,\\"id\\"', 1),
        tmp_path / "ssat.db",
    )
    monkeypatch.chdir(tmp_path)
    assert main(["migrate"]) == 1
    out, err = capsys.readouterr()
    assert out.endswith("migrated 1, in order 0, passed over 1\n")
    assert err.count("\n") == 1
    assert err.startswith(
        "migrate: workshop 2030cd500718a133f657~6de527295dc0ff70d658~0001 was passed over: it has version 3,"
    )


class Terminal(io.StringIO):
    """Standard error that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_is_told_how_far_it_is(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    count = len(json.loads(folder.text(f"{EXPORTS}/export.json"))["engagements"])
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setattr(migrate, "_EVERY", 1)
    assert main(["migrate"]) == 0
    counted = [f"\r{number} workshops" for number in range(1, count + 1)]
    assert terminal.getvalue() == "".join([*counted, f"\r{count} workshops\n"])


def test_a_newer_store_is_refused_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    restored(OF_FORMAT_1.text(SQL).replace("user_version = 1", "user_version = 3"), tmp_path / "ssat.db")
    monkeypatch.chdir(tmp_path)
    for command in (["migrate"], ["migrate", "--dry-run"], ["serve"], ["export", "--format", "json"]):
        assert main(command) == 1
        assert capsys.readouterr().err.splitlines() == [
            "SSAT_STORE: the store cannot be used now: ssat.db cannot be opened: it has format 3, "
            "this program knows 2: a newer version wrote it, use that one"
        ]

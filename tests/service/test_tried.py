"""The second `make run` does not meet what the first one left, unless somebody says so."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from bot.cli.local.tried import tried_store

OWN = "sqlite:///playground.db"


class Terminal(io.StringIO):
    """Somebody sits in front of it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to run in, with no settings from outside and nobody at the terminal."""
    monkeypatch.chdir(tmp_path)
    for name in ("SSAT_STORE", "SSAT_KEEP"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return tmp_path


def leaves(folder: Path, what: str) -> None:
    for part in ("", "-wal", "-shm"):
        (folder / f"playground.db{part}").write_text(what)


def found(folder: Path) -> dict[str, str]:
    return {one.name: one.read_text() for one in folder.iterdir()}


def test_the_first_time_nothing_is_said() -> None:
    said: list[str] = []
    assert tried_store(said.append) == OWN
    assert said == []


def test_where_nobody_can_be_asked_it_begins_anew_and_says_where_the_old_answers_are(folder: Path) -> None:
    said: list[str] = []
    for what in ("Monday", "Tuesday"):
        leaves(folder, what)
        assert tried_store(said.append) == OWN
    before = "playground-before.db"
    assert found(folder) == dict.fromkeys((before, f"{before}-wal", f"{before}-shm"), "Tuesday")
    assert all(f"make run SSAT_STORE=sqlite:///{before}" in one for one in said)


@pytest.mark.parametrize(("answer", "goes_on"), [("y\n", True), ("\n", False), ("n\n", False), ("", False)])
def test_at_the_terminal_it_asks(
    folder: Path, monkeypatch: pytest.MonkeyPatch, answer: str, goes_on: bool
) -> None:
    leaves(folder, "Monday")
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    assert tried_store(lambda _: None) == OWN
    assert ("playground.db" in found(folder)) == goes_on


def test_asked_for_it_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leaves(folder, "Monday")
    monkeypatch.setenv("SSAT_KEEP", "1")
    said: list[str] = []
    assert tried_store(said.append) == OWN
    assert said == ["Going on with playground.db."]


@pytest.mark.parametrize("where", ["environment", "file"])
def test_a_store_of_the_settings_is_taken_as_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    leaves(folder, "Monday")
    if where == "file":
        (folder / ".env").write_text("SSAT_STORE=sqlite:///mine.db\n")
    else:
        monkeypatch.setenv("SSAT_STORE", "sqlite:///mine.db")
    assert tried_store(lambda _: None) is None
    assert "playground.db" in found(folder)

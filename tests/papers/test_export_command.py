"""`ssat-bot export` writes documents into files, and says how where a terminal cannot take them."""

from __future__ import annotations

import argparse
import asyncio
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.cli import export, main
from bot.core.playbook.book import Book
from bot.core.ports import Table
from bot.kept.state.row import state_change
from bot.store.open import open_store
from bot.store.sqlite.store import SqliteStore
from tests.papers.papers import docx_texts, read_ics, read_xlsx
from tests.papers.told import told_workshop
from tests.playbook_of_tests import PATH

pytestmark = pytest.mark.usefixtures("playbooks_read_once")


@pytest.fixture
async def stored(book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store with a workshop in it, in the folder in which commands run; the engagement's id."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SSAT_PLAYBOOK", str(PATH))
    engagement = told_workshop(book).engagement
    store = await open_store("sqlite:///ssat.db")
    await store.commit(Table.ENGAGEMENTS, engagement.id, [state_change(engagement, None)])
    await store.close()
    return engagement.id


def exported(form: str, *more: str) -> int:
    return main(["export", "--format", form, *more])


def test_documents_go_into_a_file(stored: str, tmp_path: Path) -> None:
    for form in ("xlsx", "docx", "ics", "json", "md"):
        assert exported(form, "--out", f"all.{form}", "--engagement", stored) == 0
    assert "answers" in read_xlsx((tmp_path / "all.xlsx").read_bytes()).sheetnames
    assert "Protokoll des Erfolgsworkshops: Contoso AG" in docx_texts((tmp_path / "all.docx").read_bytes())
    assert len(read_ics((tmp_path / "all.ics").read_bytes())) > 10
    assert len(json.loads((tmp_path / "all.json").read_text())["engagements"]) == 1
    assert (tmp_path / "all.md").read_text(encoding="utf-8").startswith("# Contoso AG\n")


class Terminal(io.StringIO):
    """A standard output that somebody looks at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_a_terminal_gets_no_office_file(
    stored: str, form: str, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert exported(form) == 2
    assert capsys.readouterr().err == (
        f"export: {form} is no text: write it into a file with --out FILE.{form}\n"
    )


def test_a_file_that_cannot_be_written_is_a_fault(stored: str, capsys: Any) -> None:
    assert exported("ics", "--out", "no/such/folder.ics") == 1
    assert capsys.readouterr().err == "export: cannot write no/such/folder.ics: No such file or directory\n"


def test_without_workshops_there_are_no_minutes(
    tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    asyncio.run(SqliteStore("ssat.db").close())
    assert exported("docx", "--out", "x.docx") == 1
    assert capsys.readouterr().err == "export: there is no engagement yet, so there are no minutes\n"
    assert exported("xlsx", "--out", "x.xlsx") == 0
    assert "portfolio" in [name.lower() for name in read_xlsx(Path("x.xlsx").read_bytes()).sheetnames]


def test_a_calendar_is_text_for_a_terminal_too(stored: str, capfdbinary: Any) -> None:
    options = argparse.Namespace(
        format="ics", engagement=stored, out=None, excel=False, language=None, person=None
    )
    assert export.run(options) == 0
    assert capfdbinary.readouterr().out.startswith(b"BEGIN:VCALENDAR\r\n")

"""`ssat-bot export` of many workshops: a damaged one keeps back no other, and each can have its file."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from bot.cli import main
from bot.core.engagement import Engagement, Participant
from bot.core.playbook.book import Book
from bot.core.ports import Insert, Table
from bot.kept.state.row import STATE_ROW, state_columns
from bot.store.open import open_store
from bot.store.sqlite.store import SqliteStore
from tests.papers.papers import docx_texts, read_xlsx, rows_of
from tests.papers.told import told_workshop
from tests.playbook_of_tests import PATH

pytestmark = pytest.mark.usefixtures("playbooks_read_once")

FORMS = ("json", "csv", "md", "xlsx", "docx", "ics", "record")
CUSTOMERS = ("Contoso AG", "../=Müller & Söhne", "contoso ag")
SECRET = "what the customer said"


@pytest.fixture
async def stored(book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Engagement]:
    """Three workshops in a store, in the folder in which commands run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SSAT_PLAYBOOK", str(PATH))
    found: list[Engagement] = []
    store = await open_store("sqlite:///ssat.db")
    for number, customer in enumerate(CUSTOMERS):
        told = told_workshop(book, customer=customer).engagement
        one = replace(told, id=f"{3 - number}~x~0001", started=f"2026-06-0{number + 1}T08:00:00Z")
        await store.commit(Table.ENGAGEMENTS, one.id, [Insert(STATE_ROW, state_columns(one))])
        found.append(one)
    await store.close()
    return found


def exported(form: str, *more: str) -> int:
    return main(["export", "--format", form, *more])


def overwritten(engagement: Engagement, content: str | bytes) -> None:
    """The state of a workshop as something else left it."""
    connection = sqlite3.connect("ssat.db")
    connection.execute(
        "UPDATE engagements SET columns = CAST(? AS TEXT) WHERE partition = ?", (content, engagement.id)
    )
    connection.commit()
    connection.close()


async def written(engagement: Engagement) -> None:
    """The state of a workshop as another version left it."""
    connection = sqlite3.connect("ssat.db")
    connection.execute("DELETE FROM engagements WHERE partition = ?", (engagement.id,))
    connection.commit()
    connection.close()
    store = await open_store("sqlite:///ssat.db")
    await store.commit(Table.ENGAGEMENTS, engagement.id, [Insert(STATE_ROW, state_columns(engagement))])
    await store.close()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("content", [b"\xff" + SECRET.encode(), SECRET, '{"doc0":"what the customer said"}'])
def test_a_damaged_workshop_is_named_and_all_others_come_out(
    stored: list[Engagement], form: str, content: str | bytes, capfd: Any
) -> None:
    overwritten(stored[1], content)
    assert exported(form, "--out", f"all.{form}") == 1
    said = capfd.readouterr().err
    assert said.startswith(f"export: engagement {stored[1].id} is left out: ")
    assert (said.count("\n"), SECRET in said) == (1, False)
    whole = Path(f"all.{form}").read_bytes()
    if form == "json":
        assert [one["id"] for one in json.loads(whole)["engagements"]] == [stored[0].id, stored[2].id]
    elif form == "xlsx":
        assert read_xlsx(whole)["engagements"].max_row == 3
    elif form == "docx":
        assert {"Contoso AG", "contoso ag"} <= {text.rpartition(": ")[2] for text in docx_texts(whole)}
    else:
        text = whole.decode()
        assert "Contoso AG" in text
        assert "contoso ag" in text


UNKNOWN: dict[str, dict[str, Any]] = {
    "time zone": {"time_zone": "Mars/Olympus_Mons"},
    "time zone that is a folder": {"time_zone": "Europe"},
    "country": {"country": "XX", "state": "YY"},
    "service": {"services": ["gone"], "licensed": ["gone"], "in_use": ["gone"]},
    "language": {"language": "xx"},
}


@pytest.mark.parametrize("what", [*UNKNOWN, "role"])
async def test_what_nobody_knows_any_more_keeps_no_workshop_back(stored: list[Engagement], what: str) -> None:
    one = replace(stored[1], setup=replace(stored[1].setup, **UNKNOWN.get(what, {})))
    if what == "role":
        people = {key: Participant(person.name, ["gone"]) for key, person in one.people.items()}
        one = replace(one, people=people)
    await written(one)
    # The command has a loop of its own.
    for form in FORMS:
        assert await asyncio.to_thread(exported, form, "--out", f"all.{form}") == 0, form
    assert len(_engagements()) == 3


def _engagements() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(Path("all.json").read_bytes())["engagements"]
    return found


def test_an_empty_store_is_an_empty_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    asyncio.run(SqliteStore("ssat.db").close())
    assert exported("json") == 0
    assert capfdbinary.readouterr().out == b'{\n  "engagements": []\n}\n'


def test_the_plain_table_has_its_mark_in_a_file_alone(stored: list[Engagement], capfdbinary: Any) -> None:
    assert exported("csv", "--out", "all.csv") == exported("csv") == 0
    plain = capfdbinary.readouterr().out
    assert plain.startswith(b"engagement,customer,")
    assert Path("all.csv").read_bytes() == b"\xef\xbb\xbf" + plain


@pytest.mark.parametrize(
    ("language", "between", "head"), [("de", ";", "Kunde"), ("en", ",", "Customer"), (None, ";", "Kunde")]
)
def test_excel_reads_the_answers_in_words(
    stored: list[Engagement], language: str | None, between: str, head: str
) -> None:
    more = ("--language", language) if language else ()
    assert exported("csv", "--excel", "--out", "all.csv", *more) == 0
    raw = Path("all.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    names, *rows = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=between)
    assert names[0] == head
    assert {row[0] for row in rows} == set(CUSTOMERS)
    assert all(len(row) == len(names) for row in rows)
    assert not any("{" in cell or cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    answers = sum(len(said) for one in stored for said in one.voices.values())
    assert len(rows) == answers
    (effort,) = {row[2] for row in rows if "Dr. Petra Vorstand" in row[4]}
    assert effort.endswith("?")


@pytest.mark.parametrize(
    ("client", "more", "title"),
    [("de-DE", (), "Kunde"), ("en-GB", (), "Customer"), ("de-DE", ("--language", "en"), "Customer")],
)
async def test_the_portfolio_speaks_the_language_of_its_manager_and_leaves_out_what_was_discarded(
    stored: list[Engagement], client: str, more: tuple[str, ...], title: str
) -> None:
    for one, status in zip(stored, ("running", "gone", "running"), strict=True):
        people = {**one.people, one.fm: Participant("Fiona Muster", client=client)}
        await written(replace(one, people=people, status=status))
    # The command has a loop of its own.
    assert await asyncio.to_thread(exported, "xlsx", "--out", "all.xlsx", *more) == 0
    assert _first_column("Portfolio") == [title, "Contoso AG", "contoso ag"]


def _first_column(sheet: str) -> list[Any]:
    return [row[0] for row in rows_of(read_xlsx(Path("all.xlsx").read_bytes())[sheet])]


@pytest.mark.parametrize(("form", "kind"), [("docx", "docx"), ("ics", "ics"), ("record", "xlsx")])
def test_each_workshop_gets_a_file_of_its_own(stored: list[Engagement], form: str, kind: str) -> None:
    assert exported(form, "--out", "made/here/") == exported(form, "--out", "all.zip") == 0
    names = sorted(path.name for path in Path("made/here").iterdir())
    assert len({name.casefold() for name in names}) == len(names) == 3
    assert all(name.endswith(f".{kind}") for name in names)
    assert any("Müller & Söhne" in name for name in names)
    with ZipFile("all.zip") as packed:
        assert sorted(packed.namelist()) == names
        assert packed.testzip() is None


def test_a_record_sheet_is_text_or_a_workbook(stored: list[Engagement], capfd: Any) -> None:
    assert exported("record") == 0
    assert capfd.readouterr().out.count("# FTOP record sheet: ") == 3
    assert exported("record", "--engagement", stored[0].id, "--out", "one.xlsx") == 0
    assert "Tasks" in read_xlsx(Path("one.xlsx").read_bytes()).sheetnames
    assert exported("record", "--out", "all.xlsx") == 2
    assert "name an --engagement" in capfd.readouterr().err


@pytest.mark.parametrize(
    "more", [("json", "--excel"), ("csv", "--language", "de"), ("json", "--language", "de")]
)
def test_what_does_not_go_together_is_wrong_use(more: tuple[str, ...], capfd: Any) -> None:
    assert exported(*more) == 2
    assert capfd.readouterr().err.startswith("export: --")


def test_nothing_is_written_beside_what_was_asked_for(stored: list[Engagement], tmp_path: Path) -> None:
    before = Path("ssat.db").read_bytes()
    for form in ("json", "csv"):
        assert exported(form, "--out", f"all.{form}") == 0
    assert main(["remind", "--dry-run"]) == 0
    assert Path("ssat.db").read_bytes() == before

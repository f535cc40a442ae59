"""Files that people take: opened and read back, they hold what the export holds."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from bot.core.cadence import occurrences
from bot.core.engagement import CheckIn
from bot.core.papers.files import FileKind, file_name
from bot.core.papers.minutes import minutes_paper
from bot.core.papers.paper import Bullets, Heading, Links, PaperTable, PaperText
from bot.core.plan.events import ActOnItem
from bot.core.playbook.book import Book
from bot.core.record.events import ActOnTask, Complete
from bot.core.setup.events import Discard
from bot.core.texts import Texts
from bot.papers.markdown import cell_text
from tests.core.workshops import FM, LEAD, Workshop
from tests.papers.outlook import starts_in_outlook
from tests.papers.papers import docx_texts, read_docx, read_ics, read_xlsx, rows_of
from tests.papers.told import desk_for, source_of, told_workshop


@pytest.fixture
def told(book: Book) -> Workshop:
    """A workshop in which something of everything was said."""
    return told_workshop(book)


def made(workshop: Workshop, kind: FileKind, language: str = "de") -> bytes:
    return desk_for(workshop, language).make(kind, source_of(workshop))


@pytest.mark.parametrize("kind", [kind for kind in FileKind if kind is not FileKind.PERSON_JSON])
def test_the_same_workshop_at_the_same_moment_gives_the_same_bytes(told: Workshop, kind: FileKind) -> None:
    assert made(told, kind) == made(told, kind)


def test_the_word_file_says_what_the_minutes_say(told: Workshop) -> None:
    data = made(told, FileKind.MINUTES_DOCX)
    texts = docx_texts(data)
    for block in minutes_paper(told.viewer()).blocks:
        match block:
            case Heading() | PaperText():
                assert block.text in texts
            case Bullets():
                assert set(block.items) <= set(texts)
            case Links():
                assert {f"{one.title}: {one.about}" for one in block.items} <= set(texts)
            case PaperTable():
                assert set(block.columns) <= set(texts)
                cells = {cell_text(cell, "de") for row in block.rows for cell in row}
                assert cells <= set(texts)
    about = read_docx(data).core_properties
    assert (about.title, about.author) == ("Protokoll des Erfolgsworkshops: Contoso AG", "")
    assert about.created == told.now


def test_every_sheet_holds_what_the_export_holds(told: Workshop) -> None:
    book = read_xlsx(made(told, FileKind.DATA_XLSX))
    (document,) = json.loads(made(told, FileKind.DATA_JSON))["engagements"]
    lists = [
        key
        for key, value in document.items()
        if isinstance(value, list) and key not in ("licensed", "services", "in_use", "key_inputs")
    ]
    for name in lists:
        head, *rows = rows_of(book[name])
        assert len(rows) == len(document[name]), name
        for row, entry in zip(rows, document[name], strict=True):
            shown = dict(zip(head, row, strict=True))
            for key, value in entry.items():
                if isinstance(value, str | int | None) and not isinstance(value, bool):
                    assert shown[key] == (value or None), (name, key)
    assert [row[:2] for row in rows_of(book["engagements"])[1:]] == [(document["id"], "contoso")]
    cells = {(row[2], row[3]): row[4] for row in rows_of(book["readiness"])[1:]}
    assert cells == {
        (factor, service): verdict
        for factor, found in document["readiness"].items()
        for service, verdict in found.items()
    }


def test_a_sheet_can_be_read_on_a_screen_and_on_paper(told: Workshop) -> None:
    for sheet in read_xlsx(made(told, FileKind.PORTFOLIO_XLSX)):
        assert sheet.freeze_panes == "A2"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(cell.font.bold for cell in sheet[1])


def test_the_portfolio_says_how_each_workshop_stands(book: Book, told: Workshop) -> None:
    other = told_workshop(book, customer="Fabrikam GmbH")
    sources = [*source_of(told), *source_of(other)]
    read = read_xlsx(desk_for(told).make(FileKind.PORTFOLIO_XLSX, sources))
    head, first, second = rows_of(read["Portfolio"])
    row = dict(zip(head, first, strict=True))
    assert second[0] == "Fabrikam GmbH"
    assert (row["Kunde"], row["Stand"], row["Schulung"]) == ("Contoso AG", "läuft", "⚠ gefährdet")
    assert row["Nächster Meilenstein"] == "Antworten bis"
    assert row["Am"] == datetime(2026, 6, 17)  # noqa: DTZ001
    assert "Budget fehlt" in row["Grund"]
    reasons = {row[0]: row[1:] for row in rows_of(read["Woran es hängt"])[1:]}
    assert reasons["Budget fehlt"] == (2, "Contoso AG, Fabrikam GmbH")
    facts = dict(zip(*rows_of(read["Eckdaten"])[:2], strict=True))
    assert (facts["Workshop-Leitung"], facts["Lizenzen"]) == ("Fiona Muster", 1200)
    assert facts["Nächster Regeltermin"] == datetime(2026, 6, 16)  # noqa: DTZ001


def test_a_discarded_workshop_is_not_in_the_portfolio_and_a_rehearsal_is_called_so(
    book: Book, told: Workshop
) -> None:
    discarded = told_workshop(book, customer="Fabrikam GmbH")
    discarded.happens(Discard(FM))
    rehearsed = told_workshop(book, customer="Probe AG")
    there = replace(rehearsed.engagement.reference, scope="personal")
    rehearsed.engagement = replace(rehearsed.engagement, reference=there)
    sources = [source for one in (told, discarded, rehearsed) for source in source_of(one)]
    maker = desk_for(told)
    read = read_xlsx(maker.make(FileKind.PORTFOLIO_XLSX, sources))
    rows = [row[:2] for row in rows_of(read["Portfolio"])[1:]]
    assert rows == [("Contoso AG", "läuft"), ("Probe AG", "Probe, läuft")]
    assert [row[0] for row in rows_of(read["Eckdaten"])[1:]] == ["Contoso AG", "Probe AG"]
    assert (
        dict(row[::2] for row in rows_of(read["Woran es hängt"])[1:])["Budget fehlt"]
        == "Contoso AG, Probe AG"
    )
    every = read_xlsx(maker.make(FileKind.DATA_XLSX, sources))
    assert len(rows_of(every["engagements"])) == 4, "all data are all data"


def numbers_of(workshop: Workshop) -> tuple[object, object]:
    read = read_xlsx(desk_for(workshop).make(FileKind.PORTFOLIO_XLSX, source_of(workshop)))
    row = dict(zip(*rows_of(read["Portfolio"]), strict=True))
    return row["Lücken und Risiken bisher"], row["Davon geschlossen"]


def test_a_gap_is_closed_by_an_action_or_by_a_better_answer(told: Workshop) -> None:
    opened, closed = numbers_of(told)
    assert closed == 0
    told.says(LEAD, "TR1", plan="yes", owner=LEAD.key)
    assert numbers_of(told) == (opened, 1)
    told.happens(ActOnItem(FM, "ST6", "done", {}))
    assert numbers_of(told) == (opened, 2)


def test_nothing_is_to_be_answered_any_more_in_a_completed_workshop(told: Workshop) -> None:
    told.happens(Complete(FM))
    read = read_xlsx(desk_for(told).make(FileKind.PORTFOLIO_XLSX, source_of(told)))
    row = dict(zip(*rows_of(read["Portfolio"]), strict=True))
    assert row["Nächster Meilenstein"] == "Start für die Ersten (Pilot)"


def test_the_workbook_of_all_data_begins_with_the_portfolio(told: Workshop) -> None:
    names = read_xlsx(made(told, FileKind.DATA_XLSX)).sheetnames
    assert names[:4] == ["Portfolio", "Woran es hängt", "Eckdaten", "engagements"]


def test_check_ins_are_at_their_local_hour_on_the_days_to_which_they_move(told: Workshop) -> None:
    series = told.engagement.check_in
    assert series is not None
    read = starts_in_outlook(made(told, FileKind.CALENDAR_ICS))
    starts = [start for uid, start in read.items() if uid.startswith("check-in")]
    assert starts == list(occurrences(series.cadence, date(2026, 6, 11), told.picture.facts.calendar))
    local = [start.astimezone(ZoneInfo("Europe/Berlin")) for start in starts]
    assert {start.hour for start in local} == {9}
    assert {start.utcoffset() for start in local} == {timedelta(hours=2), timedelta(hours=1)}


def test_every_title_names_the_customer_first(told: Workshop) -> None:
    titles = [str(event["SUMMARY"]) for event in read_ics(made(told, FileKind.CALENDAR_ICS))]
    assert "Contoso AG: Regeltermin" in titles
    assert "Contoso AG: Start für alle" in titles
    assert all(title.startswith("Contoso AG: ") for title in titles)


def events_by_uid(data: bytes) -> dict[str, Any]:
    found = {str(event["UID"]): event for event in read_ics(data)}
    assert len(found) == len(read_ics(data)), "every event has a name of its own"
    return found


def test_what_is_imported_again_takes_the_place_of_what_was(told: Workshop) -> None:
    before = events_by_uid(made(told, FileKind.CALENDAR_ICS))
    series = told.engagement.check_in
    assert series is not None
    rhythm = replace(series.cadence, weekday=3, hour=14)
    thursday = replace(series, cadence=rhythm, next_due="2026-06-11T12:00:00Z")
    told.engagement = replace(told.engagement, check_in=thursday, revision=told.engagement.revision + 1)
    after = events_by_uid(made(told, FileKind.CALENDAR_ICS))
    assert before.keys() >= after.keys() or after.keys() >= before.keys()
    name = next(uid for uid in after if uid.startswith("check-in-1."))
    assert after[name].decoded("dtstart") == datetime(2026, 6, 11, 12, tzinfo=UTC)
    assert after[name]["SEQUENCE"] > before[name]["SEQUENCE"]


@pytest.mark.parametrize(
    ("change", "cancelled"),
    [
        ({"status": "off"}, "all"),
        ({"status": "paused", "paused_until": "2026-07-01"}, "first"),
        ({}, "none"),
    ],
)
def test_a_paused_check_in_is_cancelled_and_not_forgotten(
    told: Workshop, change: dict[str, str], cancelled: str
) -> None:
    series = told.engagement.check_in
    assert isinstance(series, CheckIn)
    told.engagement = replace(told.engagement, check_in=replace(series, **change))
    states = [
        str(event["STATUS"])
        for event in read_ics(made(told, FileKind.CALENDAR_ICS))
        if str(event["UID"]).startswith("check-in")
    ]
    assert len(states) > 5
    assert {"all": set(states) == {"CANCELLED"}, "none": set(states) == {"CONFIRMED"}}.get(
        cancelled, (states[0], states[-1]) == ("CANCELLED", "CONFIRMED")
    )


def test_days_of_the_plan_are_whole_days_on_which_one_can_still_meet(told: Workshop) -> None:
    events = events_by_uid(made(told, FileKind.CALENDAR_ICS))
    own = next(event for uid, event in events.items() if uid.startswith("action-own-1."))
    assert own.decoded("dtstart") == date(2026, 8, 3)
    assert own.decoded("dtend") == date(2026, 8, 4)
    assert (str(own["SUMMARY"]), str(own["TRANSP"])) == ("Contoso AG: Raum buchen", "TRANSPARENT")
    assert str(own["DESCRIPTION"]) == "Verantwortlich: Leo Lead"
    launch = next(event for uid, event in events.items() if uid.startswith("launch."))
    assert launch.decoded("dtstart") == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("customer", "name"),
    [
        ("Contoso AG", "Protokoll Contoso AG 2026-06-10.docx"),
        ("Müller & Söhne / Ost", "Protokoll Müller & Söhne Ost 2026-06-10.docx"),
        ('../../etc\x00"*?<>|', "Protokoll etc 2026-06-10.docx"),
        ("", "Protokoll 2026-06-10.docx"),
        ("x" * 200, f"Protokoll {'x' * 60} 2026-06-10.docx"),
    ],
)
def test_a_file_has_a_name_that_every_system_takes(texts: Texts, customer: str, name: str) -> None:
    made_on = datetime(2026, 6, 10, tzinfo=UTC)
    found = file_name(FileKind.MINUTES_DOCX, customer, texts.words("de"), made_on)
    assert " ".join(found.replace(".. .. ", "").split()) == name


def test_the_service_starts_without_the_libraries_of_documents() -> None:
    code = (
        "import sys, bot.app, bot.core.papers.files, bot.cli.export;"
        "print(sorted({'docx', 'lxml', 'xlsxwriter', 'icalendar', 'openpyxl'} & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"


def test_a_check_in_that_was_put_off_is_where_it_was_put(told: Workshop) -> None:
    series = told.engagement.check_in
    assert series is not None
    told.engagement = replace(told.engagement, check_in=replace(series, next_due="2026-06-18T07:00:00Z"))
    starts = {
        str(event["UID"]).partition(".")[0]: event.decoded("dtstart").date()
        for event in read_ics(made(told, FileKind.CALENDAR_ICS))
        if str(event["UID"]).startswith("check-in")
    }
    assert starts["check-in-1"] == date(2026, 6, 18)
    assert starts["check-in-2"] == date(2026, 6, 30)


def test_the_record_sheet_of_a_german_workshop_is_english(told: Workshop) -> None:
    read = read_xlsx(made(told, FileKind.RECORD_XLSX))
    assert "Tasks" in read.sheetnames
    assert [cell for cell in rows_of(read.worksheets[0])[0] if cell] == ["FTOP record sheet: Contoso AG"]
    text = made(told, FileKind.RECORD_MD).decode()
    assert text.startswith("# FTOP record sheet: Contoso AG\n")
    assert "2536" in text


def test_a_required_task_does_not_read_as_done(told: Workshop) -> None:
    def stand_of(task: int) -> tuple[str, str]:
        head, *rows = rows_of(read_xlsx(made(told, FileKind.RECORD_XLSX))["Tasks"])
        (row,) = (dict(zip(head, row, strict=True)) for row in rows if row[0] == task)
        return row["Status"], row["Kind"]

    assert stand_of(3718) == ("Not done", "Required task")
    told.happens(ActOnTask(FM, "3718", "done", {}))
    assert stand_of(3718) == ("Done", "Required task")


def test_a_paragraph_of_a_workbook_is_as_tall_as_its_text(told: Workshop) -> None:
    read = read_xlsx(made(told, FileKind.RECORD_XLSX, "en"))
    first = read.worksheets[0]
    assert str(first["A3"].value).startswith("Every statement comes")
    assert first.row_dimensions[3].height == 30

"""Whatever people typed does nothing in a file: it is there to read, and nothing else."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from icalendar import Calendar
from markdown_it import MarkdownIt

from bot.core.export.page import inert
from bot.core.papers.dates import Dates, Day, Meeting
from bot.core.parts import Said
from bot.papers.calendar import calendar_ics
from bot.papers.inert import one_line, printable
from bot.papers.markdown import escaped, paper_md
from bot.papers.word import papers_docx
from bot.papers.workbook import LONGEST_CELL, paper_xlsx
from tests.papers.papers import (
    ANY_TEXT,
    HOSTILE,
    MADE,
    docx_texts,
    paper_of,
    read_ics,
    read_xlsx,
    rows_of,
)

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tokens(markdown: str) -> list[Any]:
    """Every token of a text, those inside lines too."""
    return [inner for one in READER.parse(markdown) for inner in (one, *(one.children or ()))]


@given(ANY_TEXT)
def test_markdown_shows_the_text_and_nothing_else(text: str) -> None:
    (paragraph,) = [one for one in READER.parse(f"x {escaped(text)}") if one.type == "inline"]
    assert "".join(one.content for one in paragraph.children or ()) == f"x {one_line(text)}".strip()
    assert {one.type for one in paragraph.children or ()} <= {"text", "text_special"}
    first = [one.type for one in READER.parse(escaped(text))]
    assert first in ([], ["paragraph_open", "inline", "paragraph_close"])


@given(ANY_TEXT)
def test_the_page_of_an_export_shows_the_text_and_nothing_else(text: str) -> None:
    for line in (inert(Said(text)), f"x {inert(Said(text))}"):
        kinds = {one.type for one in tokens(f"- {line}")}
        assert kinds <= {
            "bullet_list_open", "list_item_open", "paragraph_open", "inline", "text", "text_special",
            "paragraph_close", "list_item_close", "bullet_list_close",
        }  # fmt: skip


@given(ANY_TEXT)
def test_a_whole_paper_in_markdown_has_our_shape_and_our_links_only(text: str) -> None:
    found = tokens(paper_md(paper_of(text)))
    hrefs = {one.attrs["href"] for one in found if one.type == "link_open"}
    assert hrefs <= {"https://aka.ms/ours"}
    kinds = {one.type for one in found}
    assert not kinds & {"image", "html_block", "html_inline", "fence", "code_block", "code_inline", "s_open"}
    assert sum(one.type == "tr_open" for one in found) == 3
    assert sum(one.type == "td_open" for one in found) == 4


@given(ANY_TEXT)
def test_word_holds_the_text_and_opens_our_addresses_only(text: str) -> None:
    data = papers_docx([paper_of(text)], MADE)
    line = one_line(text)
    texts = docx_texts(data)
    assert texts.count(line) >= 7
    with ZipFile(BytesIO(data)) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
    targets = re.findall(
        r'Target="([^"]+)"[^>]*TargetMode="External"|TargetMode="External"[^>]*Target="([^"]+)"', relations
    )
    assert {one or two for one, two in targets} == {"https://aka.ms/ours"}


@given(ANY_TEXT)
def test_excel_holds_texts_and_never_a_formula(text: str) -> None:
    data = paper_xlsx(paper_of(text), MADE)
    book = read_xlsx(data)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None or cell.hyperlink.target == "https://aka.ms/ours"
    table = rows_of(book[book.sheetnames[-1]])
    assert table[1] == (printable(text) or None, printable(text) or None)
    assert table[2] == (7, datetime(2026, 6, 10))  # noqa: DTZ001
    assert all(re.fullmatch(r"[^\[\]:*?/\\]{1,31}", name) for name in book.sheetnames)


@given(ANY_TEXT)
def test_a_calendar_holds_our_events_and_no_property_of_somebody_else(text: str) -> None:
    start = datetime(2026, 6, 16, 7, 0, tzinfo=UTC)
    every = Dates(
        "abc~0001",
        text,
        3,
        (Day(f"action-{text}", date(2026, 6, 17), text, text), Meeting("check-in-1", start, 30, text, text)),
    )
    data = calendar_ics([every], MADE)
    lines = data.decode().split("\r\n")
    assert not any(mark in line for line in lines for mark in "\n\r\x0b\x0c\x85\u2028\u2029")
    assert all(len(line.encode()) <= 75 for line in lines)
    day, meeting = read_ics(data)
    assert day.keys() == {
        "UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "STATUS", "DTSTART", "DTEND", "TRANSP",
    } | ({"DESCRIPTION"} if text else set())  # fmt: skip
    for event in (day, meeting):
        assert str(event["SUMMARY"]) == one_line(text)[:500]
        assert str(event.get("DESCRIPTION", "")) == printable(text)
    assert len(Calendar.from_ical(data).subcomponents) == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_what_no_file_may_hold_is_left_out_and_the_rest_stays(text: str) -> None:
    assert not set(printable(text)) & set("\x00\x0b\x1f\ud800\ufffe\r\u2028\x85")
    assert [c for c in printable(text) if not c.isspace()] == [
        c for c in text if not c.isspace() and c not in "\x00\x0b\x1f\ud800\ufffe\u2028\u2029\x85"
    ]


def test_a_text_that_no_cell_takes_is_cut_where_one_sees_it() -> None:
    data = paper_xlsx(paper_of("😀" * LONGEST_CELL), MADE)
    sheet = read_xlsx(data).worksheets[-1]
    assert sheet["A2"].value == "😀" * (LONGEST_CELL // 2) + "…"

"""Papers made of some text, and how they are read back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import docx
import openpyxl
from hypothesis import strategies as st
from icalendar import Calendar

from bot.core.papers.paper import Bullets, Heading, Links, Paper, PaperLink, PaperTable, PaperText

MADE = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)
HOSTILE = (
    '=HYPERLINK("https://evil.example","x")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r\n=1",
    "BEGIN:VEVENT\r\nSUMMARY:x",
    "x\r\nATTACH:https://evil.example",
    "[x](https://evil.example) ![p](https://evil.example/p.png) <b>b</b> **b** _i_ `c` | d",
    "# Titel\n- Punkt\n1. eins\n> Zitat",
    "\x00\x0b\x1f\ud800\ufffe",
    "</w:t><w:hyperlink r:id='rId1'/>",
    "https://evil.example www.evil.example",
    "'; DROP TABLE x; --",
    "\u2028\u2029\x85",
    "~~~\nx\n~~~",
    "$$x$$",
    "a\\",
    "&lt;b&gt; &#x41;",
)
ANY_TEXT = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=200),
    st.builds(
        "".join,
        st.lists(st.sampled_from([*"=+-@\t\r\n|<>[]()!`*_#&;:,.\\\"'{}~$ 1a", "://", "www."]), max_size=30),
    ),
)


def paper_of(text: str) -> Paper:
    """The text everywhere where a paper can hold text; the addresses are ours."""
    return Paper(
        text,
        "de",
        (
            Heading(text),
            PaperText(text),
            Bullets((text, text)),
            Links(
                (PaperLink(text, "https://aka.ms/ours", text), PaperLink(text, "javascript:alert(1)", text))
            ),
            PaperTable(text, ("Spalte", text), ((text, text), (7, date(2026, 6, 10)))),
        ),
    )


def read_docx(data: bytes) -> Any:
    """The document, as python-docx reads it."""
    return docx.Document(BytesIO(data))


def docx_texts(data: bytes) -> list[str]:
    """Every paragraph, those of tables last."""
    read = read_docx(data)
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    return [*(one.text for one in read.paragraphs), *cells]


def read_xlsx(data: bytes) -> Any:
    """The workbook, as openpyxl reads it."""
    return openpyxl.load_workbook(BytesIO(data))


def rows_of(sheet: Any) -> list[tuple[Any, ...]]:
    """The values of a sheet, row by row."""
    return list(sheet.iter_rows(values_only=True))


def read_ics(data: bytes) -> list[Any]:
    """The events of a calendar."""
    return list(Calendar.from_ical(data).walk("VEVENT"))

"""Tables as an Excel workbook: a sheet each, every text a text and never a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, Any, BinaryIO

from bot.core.papers.paper import Block, Bullets, Heading, Links, Paper, PaperCell, PaperTable, PaperText
from bot.core.papers.widths import LOOKED_AT, letters, lines
from bot.papers.archive import repack
from bot.papers.inert import may_be_opened, one_line, printable
from bot.papers.markdown import cell_text

LONGEST_CELL = 32_000
"""UTF-16 units; Excel takes 32,767."""
LONGEST_SHEET = 1_048_575
"""Rows below the names; Excel takes one more."""
_LONGEST_NAME = 31
_TEXT_WIDTH = 100
_LINE, _TALLEST = 15, 400
"""Points of a line, and of a row at most; Excel takes 409."""
_A3, _A4 = 8, 9
_LETTERS_A4 = 190
"""Letters in the width of a page that can still be read when it is made to fit."""
_UNFIT = re.compile(r"[\[\]:*?/\\]")
_DAYS = {"de": "dd.mm.yyyy", "en": "d mmm yyyy"}
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def workbook_xlsx(tables: Sequence[PaperTable], language: str, made: datetime, title: str = "") -> bytes:
    """A sheet for each table. The same tables made at the same moment give the same bytes."""
    return paper_xlsx(Paper(title, language, tuple(tables)), made)


def paper_xlsx(paper: Paper, made: datetime) -> bytes:
    """A paper: what is no table on the first sheet, named by the title, each table on a sheet of its own."""
    target, packed = BytesIO(), BytesIO()
    _write(paper, made, target, {"in_memory": True})
    repack(target, packed)
    return packed.getvalue()


def write_xlsx(paper: Paper, made: datetime, out: BinaryIO) -> None:
    """The same into a file, over the disk: of its tables no more than a row is held."""
    with TemporaryFile() as target, TemporaryFile() as packed:
        _write(paper, made, target, {"constant_memory": True})
        repack(target, packed)
        packed.seek(0)
        copyfileobj(packed, out)


def _write(paper: Paper, made: datetime, target: IO[bytes], way: dict[str, bool]) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(target, {**_OPTIONS, **way})
    created = made.replace(tzinfo=None, microsecond=0)
    book.set_properties({"title": one_line(paper.title)[:255], "created": created})
    sheets = _Sheets(book, paper.language)
    prose = _prose(paper.blocks)
    if prose:
        sheets.add_prose(paper.title, prose)
    for block in paper.blocks:
        if isinstance(block, PaperTable):
            sheets.add_table(block)
    book.close()


class _Sheets:
    """The sheets of one workbook, and their formats."""

    def __init__(self, book: Any, language: str) -> None:
        self._book = book
        self._language = language
        self._names: set[str] = set()
        wrapped = {"text_wrap": True, "valign": "top"}
        lined = {**wrapped, "bottom": 1, "bottom_color": "#D5DAE3"}
        self._text = book.add_format(wrapped)
        self._cell = book.add_format(lined)
        self._day = book.add_format(
            {**lined, "num_format": _DAYS.get(language, "yyyy-mm-dd"), "align": "left"}
        )
        self._number = book.add_format({**lined, "align": "center"})
        self._head = book.add_format(
            {**wrapped, "bold": True, "bg_color": "#E8EDF5", "bottom": 1, "valign": "vcenter"}
        )
        self._numbers_head = book.add_format(
            {
                **wrapped,
                "bold": True,
                "bg_color": "#E8EDF5",
                "bottom": 1,
                "valign": "vcenter",
                "align": "center",
            }
        )
        self._title = book.add_format({"bold": True, "font_size": 16, "font_color": "#1F3864"})
        self._heading = book.add_format({**wrapped, "bold": True, "font_size": 12, "font_color": "#1F3864"})
        self._link = book.add_format({**wrapped, "font_color": "#0563C1", "underline": 1})

    def add_table(self, table: PaperTable) -> None:
        """Names in a row that stays when one scrolls, with a filter; printed in the width of a page. What
        Excel has no room for goes on in a sheet of the same kind."""
        looked = (self._shown(row) for row in islice(table.rows, LOOKED_AT))
        widths, numbers = letters([list(table.columns), *looked]), _numbers(table)
        rows = iter(table.rows)
        for first in range(0, max(1, len(table.rows)), LONGEST_SHEET):
            part = islice(rows, LONGEST_SHEET)
            self._add_part(table, part, min(LONGEST_SHEET, len(table.rows) - first), widths, numbers)

    def _add_part(
        self,
        table: PaperTable,
        rows: Iterable[tuple[PaperCell, ...]],
        count: int,
        widths: Sequence[int],
        numbers: Sequence[bool],
    ) -> None:
        """Row by row from above: what is written is not held any more."""
        sheet = self._sheet(table.title)
        self._make_room(sheet, 0, table.columns, widths)
        for place, name in enumerate(table.columns):
            sheet.write_string(0, place, _cut(name), self._numbers_head if numbers[place] else self._head)
        for number, row in enumerate(rows, 1):
            self._make_room(sheet, number, self._shown(row), widths)
            for place, cell in enumerate(row):
                self._write(sheet, number, place, cell)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        if sum(widths) > _LETTERS_A4:
            sheet.set_paper(_A3)
        sheet.freeze_panes(1, 0)
        if table.columns:
            sheet.autofilter(0, 0, max(1, count), len(table.columns) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def _shown(self, row: Iterable[PaperCell]) -> list[str]:
        return [cell_text(cell, self._language) for cell in row]

    def _make_room(self, sheet: Any, number: int, cells: Sequence[str], widths: Sequence[int]) -> None:
        if (count := lines(cells, widths)) > 1:
            sheet.set_row(number, min(count * _LINE, _TALLEST))

    def add_prose(self, title: str, blocks: Sequence[Block]) -> None:
        """Headings, paragraphs and links below each other."""
        sheet = self._sheet(title)
        sheet.set_column(0, 0, _TEXT_WIDTH)
        sheet.hide_gridlines(2)
        sheet.write_string(0, 0, _cut(one_line(title)), self._title)
        row = 2
        for block in blocks:
            match block:
                case Heading():
                    row += 1
                    sheet.write_string(row, 0, _cut(block.text), self._heading)
                    row += 1
                case PaperText():
                    row = self._paragraph(sheet, row, block.text)
                case Bullets():
                    for item in block.items:
                        row = self._paragraph(sheet, row, f"• {item}")
                case Links():
                    for link in block.items:
                        named = _cut(f"{link.title}: {link.about}" if link.about else link.title)
                        if may_be_opened(link.url):
                            sheet.write_url(row, 0, link.url, self._link, named)
                        else:
                            sheet.write_string(row, 0, named, self._text)
                        row += 1
        sheet.fit_to_pages(1, 0)

    def _paragraph(self, sheet: Any, row: int, text: str) -> int:
        """Text that is as tall as it needs to be; the row after it."""
        sheet.write_string(row, 0, _cut(text), self._text)
        if (count := lines([text], [_TEXT_WIDTH])) > 1:
            sheet.set_row(row, min(count * _LINE, _TALLEST))
        return row + 1

    def _sheet(self, title: str) -> Any:
        sheet = self._book.add_worksheet(self._name(title))
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.6)
        sheet.set_footer("&C&P / &N")
        return sheet

    def _name(self, title: str) -> str:
        """A name that Excel takes and that no other sheet has."""
        name = _units(_UNFIT.sub(" ", one_line(title)).strip("' "), _LONGEST_NAME).strip("' ") or "1"
        wanted, number = name, 1
        while wanted.casefold() in self._names or wanted.casefold() == "history":
            number += 1
            wanted = f"{_units(name, _LONGEST_NAME - 4)} {number}"
        self._names.add(wanted.casefold())
        return wanted

    def _write(self, sheet: Any, row: int, column: int, cell: PaperCell) -> None:
        match cell:
            case None | "":
                sheet.write_blank(row, column, None, self._cell)
            case str():
                sheet.write_string(row, column, _cut(cell), self._cell)
            case date():
                sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), self._day)  # noqa: DTZ001
            case _:
                sheet.write_number(row, column, cell, self._number)


def _numbers(table: PaperTable) -> list[bool]:
    """The columns that hold a number in every row."""
    found = [bool(table.rows)] * len(table.columns)
    for row in table.rows:
        if not any(found):
            break
        found = [yes and isinstance(cell, int | float) for yes, cell in zip(found, row, strict=True)]
    return found


def _prose(blocks: Sequence[Block]) -> list[Block]:
    """The parts that are no table. A heading over a table goes with it: the sheet has its own name."""
    following = [*blocks[1:], None]
    return [
        block
        for block, after in zip(blocks, following, strict=True)
        if not isinstance(block, PaperTable)
        and not (isinstance(block, Heading) and isinstance(after, PaperTable))
    ]


def _cut(text: str) -> str:
    whole = printable(text)
    beginning = _units(whole, LONGEST_CELL)
    return whole if beginning == whole else f"{beginning}…"


def _units(text: str, most: int) -> str:
    """The beginning of a text in at most so many UTF-16 units, by which Excel counts."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")

"""LibreOffice opens the documents as they are, and reads in them what was written."""

from __future__ import annotations

import csv
import re
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.core.papers.files import FileKind
from bot.core.plan.events import AddItem
from bot.core.playbook.book import Book
from bot.papers.word import FONT, papers_docx
from bot.papers.workbook import paper_xlsx
from tests import needs
from tests.core.workshops import FM, LEAD
from tests.papers.papers import HOSTILE, MADE, paper_of
from tests.papers.told import desk_for, source_of, told_workshop


def opened(folder: Path, name: str, data: bytes, form: str, ending: str) -> list[Path]:
    """The document as LibreOffice writes it after opening it."""
    (folder / name).write_bytes(data)
    command = [
        needs.office(),
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--convert-to",
        form,
    ]
    subprocess.run(
        [*command, "--outdir", str(folder / "out"), str(folder / name)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return sorted((folder / "out").glob(f"*.{ending}"))


def test_the_minutes_are_one_page_that_libreoffice_opens(book: Book, tmp_path: Path) -> None:
    workshop = told_workshop(book)
    data = desk_for(workshop).make(FileKind.MINUTES_DOCX, source_of(workshop))
    (text,) = opened(tmp_path, "minutes.docx", data, "txt:Text (encoded):UTF8", "txt")
    read = text.read_text(encoding="utf-8-sig")
    assert read.startswith("Protokoll des Erfolgsworkshops: Contoso AG\n")
    assert "Der Vorstand entscheidet im Juli." in read
    count, measured = pages(tmp_path, data)
    assert count == 1, f"measured with {measured}"


@pytest.mark.parametrize("font", [FONT, "DejaVu Sans", "a font of no machine"])
def test_the_minutes_stay_one_page_however_much_is_open(book: Book, tmp_path: Path, font: str) -> None:
    """In the font that they name, in the widest usual one, and in what stands in for a missing one."""
    workshop = told_workshop(book, customer="Müller & Söhne Maschinen- und Anlagenbau GmbH & Co. KG")
    for number in range(30):
        title = f"Ansprechpersonen aller Werke benennen und zum Auftakt einladen, Gruppe {number}"
        workshop.happens(AddItem(FM, {"title": title, "owner": LEAD.key, "due": "2026-08-03"}))
    data = desk_for(workshop).make(FileKind.MINUTES_DOCX, source_of(workshop))
    count, measured = pages(tmp_path, in_font(data, font))
    assert count == 1, f"measured with {measured} for {font}"


def in_font(data: bytes, font: str) -> bytes:
    """The document as a machine opens it that has this font in place of the one that it names."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w") as packed:
        for name in source.namelist():
            packed.writestr(name, source.read(name).replace(f'"{FONT}"'.encode(), f'"{font}"'.encode()))
    return target.getvalue()


def pages(folder: Path, data: bytes) -> tuple[int, str]:
    """The number of pages that LibreOffice makes of the minutes, and the fonts that it takes for them."""
    (page,) = opened(folder, "minutes.docx", data, "pdf", "pdf")
    written = page.read_bytes()
    fonts = sorted({found.decode() for found in re.findall(rb"/BaseFont/(?:[A-Z]+\+)?([\w-]+)", written)})
    return written.count(b"/Type/Page\n") + written.count(b"/Type/Page/"), ", ".join(fonts)


def test_the_workbook_shows_the_same_rows_in_libreoffice(book: Book, tmp_path: Path) -> None:
    workshop = told_workshop(book)
    maker, source = desk_for(workshop), source_of(workshop)
    every = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    found = opened(tmp_path, "data.xlsx", maker.make(FileKind.DATA_XLSX, source), every, "csv")
    sheets = {path.stem.removeprefix("data-"): path for path in found}
    with sheets["answers"].open(encoding="utf-8", newline="") as answers:
        shown = list(csv.reader(answers))
    wanted = list(csv.reader(maker.make(FileKind.DATA_CSV, source).decode().splitlines()))
    as_json = {"True": "true", "False": "false"}
    assert shown == [[as_json.get(cell, cell) for cell in row] for row in wanted]


def test_libreoffice_computes_nothing_of_what_people_typed(tmp_path: Path) -> None:
    for number, text in enumerate((HOSTILE[0], HOSTILE[3], HOSTILE[8])):
        folder = tmp_path / str(number)
        folder.mkdir()
        (flat,) = opened(folder, "x.xlsx", paper_xlsx(paper_of(text), MADE), "fods", "fods")
        assert "table:formula" not in flat.read_text(encoding="utf-8")
        (written,) = opened(folder, "x.docx", papers_docx([paper_of(text)], MADE), "fodt", "fodt")
        assert "evil.example" not in "".join(
            part.partition(">")[0] for part in written.read_text(encoding="utf-8").split("<text:a ")[1:]
        )

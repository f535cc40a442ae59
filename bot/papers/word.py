"""Papers as a Word document: A4, a page each where they fit, ready to send."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from bot.core.papers.paper import (
    Block,
    Bullets,
    Heading,
    Links,
    Paper,
    PaperCell,
    PaperLink,
    PaperTable,
    PaperText,
)
from bot.core.papers.widths import shares
from bot.papers.archive import repacked
from bot.papers.inert import may_be_opened, one_line
from bot.papers.markdown import cell_text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

FONT = "Arial"
"""Every Office has it, and where it is missing a font of the same widths stands in (Liberation Sans)."""
_COLOUR = "1F3864"
_SHADE = "E8EDF5"
_LINK = "0563C1"
_WIDTH_CM, _HEIGHT_CM, _MARGIN_CM = 21.0, 29.7, 1.8
_TABLE_POINTS = 8.5
_LETTERS = 88
"""Letters of a table in the width of the page."""
_LOCALES = {"de": "de-DE", "en": "en-GB"}


def papers_docx(papers: Sequence[Paper], made: datetime) -> bytes:
    """The papers one after the other, each on a new page. The same papers made at the same moment give the
    same bytes; addresses that are not https stay text."""
    from docx import Document as new_document

    document = new_document()
    _prepare(document, papers[0].title if papers else "", papers[0].language if papers else "en", made)
    for place, paper in enumerate(papers):
        if place:
            document.add_paragraph().add_run().add_break(_page())
        document.add_heading(one_line(paper.title), level=0)
        for block in paper.blocks:
            _add(document, block, paper.language)
    target = BytesIO()
    document.save(target)
    return repacked(target.getvalue())


def _prepare(document: Document, title: str, language: str, made: datetime) -> None:
    from docx.shared import Cm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Cm(_WIDTH_CM), Cm(_HEIGHT_CM)
    section.left_margin = section.right_margin = Cm(_MARGIN_CM)
    section.top_margin = section.bottom_margin = Cm(1.3)
    styles: Any = document.styles
    for name, size, before, after in (
        ("Normal", 9, 0, 2), ("List Bullet", 9, 0, 0), ("Title", 16, 0, 4), ("Heading 1", 11, 6, 2),
    ):  # fmt: skip
        style = styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.0
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(_tag(f"w:{theme}"), None)
        if name in ("Title", "Heading 1"):
            style.font.color.rgb = RGBColor.from_string(_COLOUR)
    _speak(styles["Normal"].element.get_or_add_rPr(), language)
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.comments = one_line(title)[:255], "", "", ""
    about.created = about.modified = made.replace(tzinfo=None, microsecond=0)
    about.language, about.revision = _LOCALES.get(language, language), 1


def _add(document: Document, block: Block, language: str) -> None:
    match block:
        case Heading():
            document.add_heading(one_line(block.text), level=1)
        case PaperText():
            document.add_paragraph(one_line(block.text))
        case Bullets():
            for item in block.items:
                document.add_paragraph(one_line(item), style="List Bullet")
        case Links():
            for one in block.items:
                _add_link(document.add_paragraph(style="List Bullet"), one)
        case PaperTable():
            _add_table(document, block, language)


def _add_link(paragraph: Paragraph, link: PaperLink) -> None:
    title, about = one_line(link.title), one_line(link.about)
    if not may_be_opened(link.url):
        paragraph.add_run(title)
    else:
        run = paragraph.add_run(title)
        run.font.underline = True
        run.font.color.rgb = _rgb(_LINK)
        relation = paragraph.part.relate_to(
            link.url,
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
            is_external=True,
        )
        anchor = _element("w:hyperlink", {"r:id": relation})
        anchor.append(run._r)
        paragraph._p.append(anchor)
    if about:
        paragraph.add_run(f": {about}")


def _add_table(document: Document, block: PaperTable, language: str) -> None:
    from docx.shared import Cm, Pt

    rows = [[_cell(cell, language) for cell in row] for row in block.rows]
    table = document.add_table(rows=1, cols=len(block.columns), style="Table Grid")
    table.autofit = False
    widths = [
        Cm(share * (_WIDTH_CM - 2 * _MARGIN_CM)) for share in shares([list(block.columns), *rows], _LETTERS)
    ]
    for place, name in enumerate(block.columns):
        cell: Any = table.rows[0].cells[place]
        cell.paragraphs[0].add_run(one_line(name)).bold = True
        cell._tc.get_or_add_tcPr().append(
            _element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": _SHADE})
        )
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for number, line in enumerate(table.rows):
        properties = line._tr.get_or_add_trPr()
        properties.append(_element("w:cantSplit", {}))
        if number == 0:
            properties.append(_element("w:tblHeader", {}))
        for cell, width in zip(line.cells, widths, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(1)
            for run in paragraph.runs:
                run.font.size = Pt(_TABLE_POINTS)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    # Word wants a paragraph after a table; it takes no room.
    gap = document.add_paragraph().paragraph_format
    gap.space_after, gap.line_spacing = Pt(0), Pt(2)


def _cell(cell: PaperCell, language: str) -> str:
    """A cell on one line; a day is not broken in two."""
    text = one_line(cell_text(cell, language))
    return text.replace(" ", "\u00a0") if isinstance(cell, date) else text


def _speak(properties: Any, language: str) -> None:
    """The language in which Word checks the spelling."""
    for old in properties.findall(_tag("w:lang")):
        properties.remove(old)
    properties.append(_element("w:lang", {"w:val": _LOCALES.get(language, language)}))


def _page() -> Any:
    from docx.enum.text import WD_BREAK

    return WD_BREAK.PAGE


def _rgb(colour: str) -> Any:
    from docx.shared import RGBColor

    return RGBColor.from_string(colour)


def _element(tag: str, values: dict[str, str]) -> Any:
    from docx.oxml import OxmlElement

    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(_tag(name), value)
    return element


def _tag(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(name)

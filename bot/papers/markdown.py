"""A paper as Markdown in which no text of people does anything."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

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
from bot.core.reading.wording import day_text, number_text
from bot.papers.inert import may_be_opened, one_line

_MARKUP = re.compile(r"[\\`*_\[\]<>~|$]|&(?=#?\w+;)")
_LEADING = re.compile(r"^([-+#=:]|\d+(?=[.)]))")
_PICTURE = re.compile(r"!(?=\\\[)")
_ADDRESS = re.compile(r"(:(?=//)|(?<=\bwww)\.|(?<=\bmailto):|(?<=\bxmpp):)", re.IGNORECASE)


def paper_md(paper: Paper) -> str:
    """The whole paper; the same paper gives the same text."""
    parts = [f"# {escaped(paper.title)}"]
    headed = False
    for block in paper.blocks:
        if isinstance(block, PaperTable) and not headed:
            parts.append(f"## {escaped(block.title)}")
        headed = isinstance(block, Heading)
        parts.append(_block(block, paper.language))
    return "\n\n".join(part for part in parts if part) + "\n"


def message_md(paper: Paper) -> str:
    """The paper as a message in Teams, which knows neither headings nor tables: bold lines, and lists."""
    parts = [f"**{escaped(paper.title)}**"]
    headed = False
    for block in paper.blocks:
        if isinstance(block, PaperTable) and not headed:
            parts.append(f"**{escaped(block.title)}**")
        headed = isinstance(block, Heading)
        match block:
            case Heading():
                parts.append(f"**{escaped(block.text)}**")
            case PaperTable():
                rows = ([cell_text(cell, paper.language) for cell in row] for row in block.rows)
                parts.append("\n".join(f"- {escaped(' · '.join(filter(None, row)))}" for row in rows))
            case _:
                parts.append(_block(block, paper.language))
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """Text in which Markdown finds nothing to do, on one line: no markup, list, heading, table or address."""
    line = _inline(text)
    return _LEADING.sub(lambda found: f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}", line)


def _inline(text: str) -> str:
    """The same where a line has begun already."""
    line = _MARKUP.sub(r"\\\g<0>", one_line(text))
    return _ADDRESS.sub(r"\\\1", _PICTURE.sub(r"\!", line))


def _block(block: Block, language: str) -> str:
    match block:
        case Heading():
            return f"## {escaped(block.text)}"
        case PaperText():
            return escaped(block.text)
        case Bullets():
            return "\n".join(f"- {escaped(item)}" for item in block.items)
        case Links():
            return "\n".join(f"- {_link(one)}" for one in block.items)
        case PaperTable():
            return _table(block, language)


def _link(link: PaperLink) -> str:
    title = _inline(link.title)
    opens = may_be_opened(link.url) and not set("<>()\\") & set(link.url)
    named = f"[{title}]({link.url})" if opens else title
    return f"{named}: {_inline(link.about)}" if link.about else named


def _table(table: PaperTable, language: str) -> str:
    head = [_row([_inline(name) for name in table.columns]), _row(["---"] * len(table.columns))]
    rows = [_row([_inline(cell_text(cell, language)) for cell in row]) for row in table.rows]
    return "\n".join([*head, *rows])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def cell_text(cell: PaperCell, language: str) -> str:
    """A cell as its reader writes it."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case date():
            return day_text(cell.isoformat(), language)
        case int():
            # An id is no amount: its digits stay together.
            return str(cell)
    return number_text(cell, language)

"""The room that a paper takes on a page, in lines: estimated too large, for the widest of the usual fonts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from math import ceil

from bot.core.papers.paper import Block, Bullets, Heading, Links, PaperCell, PaperTable, PaperText
from bot.core.papers.widths import shares

LINES = 77.0
"""Lines of a page below its title."""
_LETTERS, _LETTERS_OF_TABLE = 88, 84
_HEADING, _AFTER_TEXT, _AROUND_ROW, _AFTER_TABLE = 2.0, 0.25, 0.2, 0.4


def lines_of(blocks: Iterable[Block]) -> float:
    """The lines that blocks take one below the other."""
    return sum(map(_of_block, blocks))


def _of_block(block: Block) -> float:
    match block:
        case Heading():
            return _HEADING
        case PaperText():
            return _wrapped(block.text, _LETTERS) + _AFTER_TEXT
        case Bullets():
            return sum(_wrapped(one, _LETTERS - 4) for one in block.items)
        case Links():
            return sum(_wrapped(f"{one.title}: {one.about}", _LETTERS - 4) for one in block.items)
        case PaperTable():
            return _of_table(block.columns, block.rows)


def _of_table(columns: tuple[str, ...], found: Collection[tuple[PaperCell, ...]]) -> float:
    rows = [list(columns), *([str(cell or "") for cell in row] for row in found)]
    widths = [share * _LETTERS_OF_TABLE for share in shares(rows, _LETTERS_OF_TABLE)]
    tall = (max(map(_wrapped, row, widths)) for row in rows)
    return sum(one + _AROUND_ROW for one in tall) + _AFTER_TABLE


def _wrapped(text: str, width: float) -> int:
    """The lines of a text that is broken between words."""
    return max(1, ceil(len(text) * 1.04 / width))

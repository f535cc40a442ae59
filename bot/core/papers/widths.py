"""Widths of the columns of a table, by what stands in them: short content gets a narrow column."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

LOOKED_AT = 400
"""Rows that are looked at."""
_LONGEST_WORD = 18
_AROUND = 2


def letters(rows: Sequence[Sequence[str]], widest: int = 48, room: int = 130) -> list[int]:
    """For each column the letters of its longest line up to `widest`; what is longer is wrapped, and gets
    what is left of the `room`. The first row are the names, which are wrapped between words in any case."""
    longest = []
    for column in zip(*rows[:LOOKED_AT], strict=True):
        longest.append(
            max([_word(column[0]), *(len(line) for cell in column[1:] for line in cell.split("\n"))])
        )
    found = [min(one, widest) + _AROUND for one in longest]
    wrapped = [place for place, one in enumerate(longest) if one > widest]
    for place in wrapped:
        more = max(0, room - sum(found)) // len(wrapped)
        found[place] += min(more, longest[place] - widest)
    return found


def lines(cells: Sequence[str], widths: Sequence[int]) -> int:
    """The number of lines that a row needs in columns of these widths, roughly and rather too many."""
    return max(
        (
            sum(
                1 if len(line) <= width - _AROUND else ceil(len(line) / (width - _AROUND))
                for line in cell.split("\n")
            )
            for cell, width in zip(cells, widths, strict=True)
        ),
        default=1,
    )


def shares(rows: Sequence[Sequence[str]], room: int) -> list[float]:
    """For each column its share of a width of `room` letters: first what its longest word needs, then the
    more, the more its cells hold."""
    columns = list(zip(*rows[:LOOKED_AT], strict=True))
    needed = [max(map(_word, column)) + _AROUND for column in columns]
    longest = [max(len(cell) for cell in column) for column in columns]
    left = max(0, room - sum(needed))
    wish = [max(0.0, long - need) ** 0.7 for long, need in zip(longest, needed, strict=True)]
    total = sum(wish) or 1.0
    found = [need + left * one / total for need, one in zip(needed, wish, strict=True)]
    return [one / sum(found) for one in found]


def _word(cell: str) -> int:
    return min(max((len(word) for word in cell.split(" ")), default=1), _LONGEST_WORD)

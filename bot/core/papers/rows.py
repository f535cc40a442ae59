"""The rows of tables that grow workshop by workshop, wherever they are kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Protocol

from bot.core.papers.paper import PaperCell

PaperRow = tuple[PaperCell, ...]


class RowList(Collection[PaperRow], Protocol):
    """Rows in the order in which they came."""

    def append(self, row: PaperRow, /) -> None:
        """One more."""


NewRows = Callable[[], RowList]
"""Makes an empty list: in memory, or on a disk."""


def in_memory() -> RowList:
    """Rows that are few."""
    rows: list[PaperRow] = []
    return rows


class Picked(Collection[PaperRow]):
    """Some places of every row, nothing where a row is shorter."""

    def __init__(self, rows: Collection[PaperRow], places: Sequence[int]) -> None:
        self._rows = rows
        self._places = places

    def __iter__(self) -> Iterator[PaperRow]:
        for row in self._rows:
            yield tuple(row[place] if place < len(row) else None for place in self._places)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, row: object) -> bool:
        return any(one == row for one in self)

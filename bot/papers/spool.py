"""Rows of a table on the disk, so that a table may be longer than the memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from tempfile import TemporaryFile

import msgspec

from bot.core.papers.rows import PaperRow

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(list[str | int | float | list[str] | None]).decode


class Spool(Collection[PaperRow]):
    """Rows in a file without a name, which is gone with them."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115
        self._count = 0

    def append(self, row: PaperRow, /) -> None:
        """One more; after the first look at them none."""
        # A day is a list of one, the only list there is.
        plain = [[cell.isoformat()] if isinstance(cell, date) else cell for cell in row]
        self._file.write(_encode(plain) + b"\n")
        self._count += 1

    def __iter__(self) -> Iterator[PaperRow]:
        self._file.seek(0)
        for line in self._file:
            yield tuple(
                date.fromisoformat(cell[0]) if isinstance(cell, list) else cell for cell in _decode(line)
            )

    def __len__(self) -> int:
        return self._count

    def __contains__(self, row: object) -> bool:
        return any(one == row for one in self)

    def __del__(self) -> None:
        # Nobody else knows the file: it goes with whoever held the rows.
        self._file.close()

"""Files that are written while workshops are read: of each no more is held than its own part of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import PurePath
from typing import BinaryIO, Generic, Protocol, TypeVar

import msgspec

from bot.core.export.table import COLUMNS, answer_rows, csv_lines
from bot.core.papers.source import Source
from bot.core.papers.spoken import separator, spoken_head, spoken_rows
from bot.core.questions.picture import Picture
from bot.core.texts import Texts, Words

Piece = TypeVar("Piece")
DocumentOf = Callable[[Source], dict[str, object]]
Put = Callable[[str, bytes], object]
"""Takes a file by its name."""
_DEEP = b"\n    "
"""A new line where a workshop stands in the list of all."""


class Stream(Protocol):
    """A file in the making. What `add` raises leaves the file as it was, so that one may go on."""

    def add(self, source: Source) -> None:
        """Write one workshop."""

    def end(self) -> None:
        """Write what stands behind the last one."""


def streamed(stream: Stream, sources: Iterable[Source]) -> None:
    """Write them all."""
    for source in sources:
        stream.add(source)
    stream.end()


class JsonStream:
    """`{"engagements": [...]}`, two spaces a level."""

    def __init__(self, out: BinaryIO, document: DocumentOf) -> None:
        self._write = out.write
        self._document = document
        self._between = b""
        self._write(b'{\n  "engagements": [')

    def add(self, source: Source) -> None:
        plain = msgspec.json.format(msgspec.json.encode(self._document(source)), indent=2)
        self._write(self._between + _DEEP + plain.replace(b"\n", _DEEP))
        self._between = b","

    def end(self) -> None:
        self._write(b"\n  ]\n}\n" if self._between else b"]\n}\n")


class CsvStream:
    """One row an answer, for machines."""

    def __init__(self, out: BinaryIO, document: DocumentOf) -> None:
        self._write = out.write
        self._document = document
        self._write(csv_lines([COLUMNS]).encode())

    def add(self, source: Source) -> None:
        self._write(csv_lines(answer_rows([self._document(source)])).encode())

    def end(self) -> None:
        """Nothing follows the last row."""


class PageStream:
    """Pages of text, one below the other."""

    def __init__(self, out: BinaryIO, page: Callable[[Source], str]) -> None:
        self._write = out.write
        self._page = page
        self._between = ""

    def add(self, source: Source) -> None:
        self._write(f"{self._between}{self._page(source)}".encode())
        self._between = "\n"

    def end(self) -> None:
        """Nothing follows the last page."""


class WholeStream(Generic[Piece]):
    """A file that can only be written when all is known: the parts are held, not the workshops."""

    def __init__(
        self, out: BinaryIO, part: Callable[[Source], Piece], whole: Callable[[list[Piece]], bytes]
    ) -> None:
        self._write = out.write
        self._part = part
        self._whole = whole
        self._parts: list[Piece] = []

    def add(self, source: Source) -> None:
        self._parts.append(self._part(source))

    def end(self) -> None:
        self._write(self._whole(self._parts))


class SpokenStream:
    """One row an answer, in words. The head and what stands between cells go by the first workshop, where no
    language is given for all."""

    def __init__(
        self, out: BinaryIO, texts: Texts, language: str | None, now: datetime, mark: bytes = b""
    ) -> None:
        """`mark` stands before all else."""
        self._write = out.write
        self._mark = mark
        self._texts = texts
        self._language = language
        self._now = now
        self._between = ""

    def add(self, source: Source) -> None:
        words = self._texts.of(source.engagement.playbook).words(
            self._language or source.engagement.setup.language
        )
        picture = Picture(source.book, source.engagement, self._now)
        rows = spoken_rows(source, picture, words)
        self._begin(words)
        self._write(csv_lines(rows, self._between).encode())

    def end(self) -> None:
        """Where there was no workshop, the head is all there is."""
        self._begin(self._texts.words(self._language))

    def _begin(self, words: Words) -> None:
        if not self._between:
            self._between = separator(words.language)
            self._write(self._mark + csv_lines([spoken_head(words)], self._between).encode())


class EachStream:
    """A file for each workshop, called by its customer; none has the name of another."""

    def __init__(self, name: Callable[[Source], str], make: Callable[[Source], bytes], put: Put) -> None:
        self._name = name
        self._make = make
        self._put = put
        self._taken: set[str] = set()

    def add(self, source: Source) -> None:
        self._put(self._free(PurePath(self._name(source))), self._make(source))

    def end(self) -> None:
        """Each file is written already."""

    def _free(self, name: PurePath) -> str:
        wanted, number = name.name, 1
        while wanted.casefold() in self._taken:
            number += 1
            wanted = f"{name.stem} ({number}){name.suffix}"
        self._taken.add(wanted.casefold())
        return wanted

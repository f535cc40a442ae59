"""`ssat-bot export`: engagements as data, pages or calendar, to standard output, into a file or a folder."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.cli import DONE, FAULT, USAGE
from bot.cli.erasing import own_data
from bot.cli.noting import note_taken
from bot.cli.opened import opened_book, opened_store
from bot.cli.output.files import Archive, CannotWrite, Folder, Output
from bot.cli.output.progress import Progress
from bot.core.export.page import engagement_record
from bot.core.papers.files import FileKind, file_name
from bot.core.papers.source import Source
from bot.core.playbook.book import Book
from bot.core.ports import RowUnreadable, Store
from bot.core.reading.wording import language_of
from bot.core.texts import Texts
from bot.kept.all_workshops import Unreadable, all_sources, one_source
from bot.kept.loaded import always
from bot.kept.state.whole import whole_of
from bot.papers.maker import FileMaker
from bot.papers.streams import EachStream, PageStream, Put, SpokenStream, Stream
from bot.settings import Settings
from bot.store.open import file_fault, found_format

_KINDS = {
    "json": FileKind.DATA_JSON,
    "csv": FileKind.DATA_CSV,
    "xlsx": FileKind.DATA_XLSX,
    "docx": FileKind.MINUTES_DOCX,
    "ics": FileKind.CALENDAR_ICS,
    "record": FileKind.RECORD_MD,
}
_BINARY = ("xlsx", "docx")
_EACH = ("docx", "ics", "record")
"""Forms that can be a file a workshop."""
_BY_THE_FIRST = ("docx", "xlsx")
"""Forms that begin with the first workshop: without one there are no minutes, and a portfolio goes by the
language of its manager."""
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}".encode()
_REASONS = {
    "row": "a row of it is damaged",
    "playbook": "its playbook is none of those in SSAT_PLAYBOOK",
    "state": "its row holds no workshop that this version reads",
    "content": "it says something of which this file cannot be made",
}


_Made = Callable[[Source | None], Stream]
"""Begins a file; given the first workshop that goes into it, where one is known."""


@dataclass(frozen=True, slots=True)
class _Order:
    """What was asked for. `out` is empty for standard output."""

    form: str
    engagement: str | None
    out: str
    excel: bool
    language: str | None

    @property
    def parted(self) -> bool:
        """True where each workshop gets a file of its own."""
        return self.form in _EACH and (self.in_folder or self.out.lower().endswith(".zip"))

    @property
    def in_folder(self) -> bool:
        return self.out.endswith(("/", os.sep)) or bool(self.out and Path(self.out).is_dir())

    @property
    def is_record_book(self) -> bool:
        """A record sheet is a workbook where it gets a file of its own, or one that is called so."""
        return self.form == "record" and (self.parted or self.out.lower().endswith(".xlsx"))

    @property
    def kind(self) -> FileKind:
        return FileKind.RECORD_XLSX if self.is_record_book else _KINDS[self.form]

    def misuse(self) -> str | None:
        """Why it cannot be done as it is said."""
        if self.form in _BINARY and not self.out and sys.stdout.isatty():
            return f"{self.form} is no text: write it into a file with --out FILE.{self.form}"
        if self.excel and self.form != "csv":
            return "--excel is for --format csv"
        if self.language and not self.excel and self.form != "xlsx":
            return "--language is for --format csv --excel, and xlsx"
        if self.is_record_book and not self.parted and not self.engagement:
            return "a workbook holds one record sheet: name an --engagement, or use --out FOLDER/"
        return None


def run(options: argparse.Namespace) -> int:
    """Write what the store holds, workshop by workshop. Exit 1 where the engagement that was asked for is not
    there, or one cannot be read; all others are written."""
    if options.person is not None:
        return own_data.run(options)
    order = _Order(
        options.format, options.engagement, str(options.out or ""), options.excel, options.language
    )
    if (fault := order.misuse()) is not None:
        return _fail(fault, USAGE)
    settings, book = opened_book()
    if fault := file_fault(settings.store, order.out):
        return _fail(fault, USAGE)
    texts = book.texts(settings.texts, settings.record_system)
    output: Output | Folder | Archive
    if order.parted:
        output = Folder(Path(order.out)) if order.in_folder else Archive(Path(order.out))
        made = _each(order, texts, output.put)
    else:
        # Only into a file: what a program reads from a pipe begins with the first column's name.
        mark = _BOM if order.form == "csv" and not order.excel else b""
        output = Output(Path(order.out) if order.out else None, mark)
        made = _one(order, texts, output)
    try:
        try:
            return asyncio.run(_export(settings, book, order, made))
        finally:
            output.close()
    except CannotWrite as trouble:
        return _fail(str(trouble))


async def _export(settings: Settings, book: Book, order: _Order, made: _Made) -> int:
    progress = Progress("export")
    written = faults = 0
    noted = False
    stream: Stream | None = None
    async with opened_store(settings, read_only=True) as store:
        if not order.engagement and order.form not in _BY_THE_FIRST:
            # Whoever waits for the file sees at once that it comes.
            stream = made(None)
        async for found in _sources(store, book, order.engagement, progress):
            one = await _with_everything(store, found) if order.form == "json" else found
            if isinstance(one, Source):
                if not noted:
                    # Before anything leaves: whoever reads the output may end it at any time.
                    noted = True
                    await _noted(settings, store, order, progress)
                stream = stream or made(one)
                fault = _added(stream, one)
            else:
                fault = one
            if fault is None:
                written += 1
                continue
            faults += 1
            progress.clear()
            _fail(f"engagement {fault.id} is left out: {_REASONS[fault.why]}")
    progress.clear()
    if not written and not faults:
        if order.engagement:
            return _fail(f"there is no engagement {order.engagement}")
        if order.form == "docx":
            return _fail("there is no engagement yet, so there are no minutes")
    if not order.engagement and order.form == "xlsx":
        stream = stream or made(None)
    if stream is not None and (written or not (order.engagement or order.form == "docx")):
        stream.end()
    return FAULT if faults else DONE


async def _noted(settings: Settings, store: Store, order: _Order, progress: Progress) -> None:
    progress.clear()
    await note_taken(settings, found_format(store), "export", "exported", order.form, order.engagement or "")


async def _with_everything(store: Store, found: Source | Unreadable) -> Source | Unreadable:
    """What a workshop needs to go on elsewhere comes with its data."""
    if isinstance(found, Unreadable):
        return found
    try:
        return replace(found, everything=await whole_of(store, found.engagement.id))
    except RowUnreadable:
        return Unreadable(found.engagement.id, "row")


def _added(stream: Stream, source: Source) -> Unreadable | None:
    try:
        stream.add(source)
    except (OSError, CannotWrite):
        raise
    except Exception:
        # Whatever it is that a state from elsewhere says: it keeps no other workshop from coming out.
        return Unreadable(source.engagement.id, "content")
    return None


async def _sources(
    store: Store, book: Book, wanted: str | None, progress: Progress
) -> AsyncIterator[Source | Unreadable]:
    book_of = always(book)
    if not wanted:
        async for one in all_sources(store, book_of, progress):
            yield one
    elif (found := await one_source(store, book_of, wanted)) is not None:
        yield found


def _one(order: _Order, texts: Texts, output: Output) -> _Made:
    """Begins the one file of all, once there is something to write."""
    now = datetime.now(UTC)

    def page(one: Source) -> str:
        words = texts.of(one.engagement.playbook).words(one.engagement.setup.language)
        return engagement_record(one.book, one.engagement, words, now)

    if order.excel:
        # The mark by which Excel knows the letters; it is made for nobody else.
        return lambda _: SpokenStream(output.stream, texts, order.language, now, _BOM)
    if order.form == "md":
        return lambda _: PageStream(output.stream, page)

    def made(first: Source | None) -> Stream:
        theirs = language_of(first.engagement, first.engagement.fm) if first else None
        words = texts.words(order.language or theirs)
        return FileMaker(texts, words, now).stream(order.kind, output.stream)

    return made


def _each(order: _Order, texts: Texts, put: Put) -> _Made:
    """Begins a file for each workshop."""
    now, kind = datetime.now(UTC), order.kind
    maker = FileMaker(texts, texts.words(None), now)

    def name(one: Source) -> str:
        setup = one.engagement.setup
        return file_name(kind, setup.customer, texts.words(setup.language), now)

    return lambda _: EachStream(name, lambda one: maker.make(kind, [one]), put)


def _fail(reason: str, code: int = FAULT) -> int:
    print(f"export: {reason}", file=sys.stderr)  # noqa: T201
    return code

"""`ssat-bot export`: engagements as data, pages or calendar, to standard output or into a file."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime

from bot.cli.opened import opened_book, opened_store
from bot.cli.output import CannotWrite, Output
from bot.cli.progress import Progress
from bot.core.export.page import engagement_record
from bot.core.papers.files import FileKind
from bot.core.papers.source import Source
from bot.core.playbook.book import Book
from bot.core.ports import Store
from bot.core.texts import load_texts
from bot.kept.all_workshops import Unreadable, all_sources, one_source
from bot.kept.loaded import always
from bot.papers.maker import FileMaker
from bot.papers.streams import PageStream, Stream
from bot.settings import Settings

_KINDS = {
    "json": FileKind.DATA_JSON,
    "csv": FileKind.DATA_CSV,
    "xlsx": FileKind.DATA_XLSX,
    "docx": FileKind.MINUTES_DOCX,
    "ics": FileKind.CALENDAR_ICS,
}
_BINARY = ("xlsx", "docx")
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}".encode()
_DONE, _FAULT, _USAGE = 0, 1, 2
_REASONS = {
    "row": "a row of it is damaged",
    "state": "its row holds no workshop that this version reads",
    "content": "it says something of which this file cannot be made",
}


def run(options: argparse.Namespace) -> int:
    """Write what the store holds, workshop by workshop. Exit 1 where the engagement that was asked for is not
    there, or one cannot be read; all others are written."""
    form: str = options.format
    if form in _BINARY and options.out is None and sys.stdout.isatty():
        return _fail(f"{form} is no text: write it into a file with --out FILE.{form}", _USAGE)
    settings, book = opened_book()
    # Only into a file: what a program reads from a pipe begins with the first column's name.
    output = Output(options.out, _BOM if form == "csv" else b"")
    try:
        return asyncio.run(_export(settings, book, options, output))
    except CannotWrite as trouble:
        return _fail(str(trouble))
    finally:
        output.close()


async def _export(settings: Settings, book: Book, options: argparse.Namespace, output: Output) -> int:
    form: str = options.format
    progress = Progress("export")
    written = faults = 0
    stream: Stream | None = None
    async with opened_store(settings) as store:
        async for one in _sources(store, book, options.engagement, progress):
            if isinstance(one, Source):
                stream = stream or _stream(form, output)
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
    if not written and not faults and options.engagement:
        return _fail(f"there is no engagement {options.engagement}")
    if form == "docx" and not written:
        return _FAULT if faults else _fail("there is no engagement yet, so there are no minutes")
    if written or not options.engagement:
        (stream or _stream(form, output)).end()
    return _FAULT if faults else _DONE


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


def _stream(form: str, output: Output) -> Stream:
    now, texts = datetime.now(UTC), load_texts()
    if form == "md":
        return PageStream(
            output.stream,
            lambda one: engagement_record(
                one.book, one.engagement, texts.words(one.engagement.setup.language), now
            ),
        )
    return FileMaker(texts, texts.words(None), now).stream(_KINDS[form], output.stream)


def _fail(reason: str, code: int = _FAULT) -> int:
    print(f"export: {reason}", file=sys.stderr)  # noqa: T201
    return code

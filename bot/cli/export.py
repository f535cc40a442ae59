"""`ssat-bot export`: engagements as data, pages or calendar, to standard output or into a file."""

from __future__ import annotations

import argparse
import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.cli.opened import opened_book, opened_store
from bot.core.export.page import engagement_record
from bot.core.papers.files import FileKind
from bot.core.playbook.book import Book
from bot.core.ports import Table
from bot.core.texts import load_texts
from bot.kept.sources import Source, source_of
from bot.kept.state_row import STATE_ROW, read_state
from bot.papers.maker import FileMaker
from bot.settings import Settings

_KINDS = {
    "json": FileKind.DATA_JSON,
    "csv": FileKind.DATA_CSV,
    "xlsx": FileKind.DATA_XLSX,
    "docx": FileKind.MINUTES_DOCX,
    "ics": FileKind.CALENDAR_ICS,
}
_BINARY = ("xlsx", "docx")
_DONE, _FAULT, _USAGE = 0, 1, 2


def run(options: argparse.Namespace) -> int:
    """Write what the store holds; exit 1 where the engagement that was asked for is not there."""
    form: str = options.format
    if form in _BINARY and options.out is None and sys.stdout.isatty():
        return _fail(f"{form} is no text: write it into a file with --out FILE.{form}", _USAGE)
    settings, book = opened_book()
    found = asyncio.run(_read(settings, options.engagement))
    if options.engagement and not found:
        return _fail(f"there is no engagement {options.engagement}")
    if form == "docx" and not found:
        return _fail("there is no engagement yet, so there are no minutes")
    return _write(_made(form, book, found), options.out)


def _made(form: str, book: Book, found: list[Source]) -> bytes:
    now, texts = datetime.now(UTC), load_texts()
    if form == "md":
        pages = [
            engagement_record(book, one.engagement, texts.words(one.engagement.setup.language), now)
            for one in found
        ]
        return "\n".join(pages).encode()
    return FileMaker(book, texts, texts.words(None), now).make(_KINDS[form], found)


def _write(content: bytes, out: Path | None) -> int:
    if out is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return _DONE
    try:
        out.write_bytes(content)
    except OSError as trouble:
        return _fail(f"cannot write {out}: {trouble.strerror}")
    return _DONE


def _fail(reason: str, code: int = _FAULT) -> int:
    print(f"export: {reason}", file=sys.stderr)  # noqa: T201
    return code


async def _read(settings: Settings, wanted: str | None) -> list[Source]:
    async with opened_store(settings) as store:
        if wanted:
            row = await store.get(Table.ENGAGEMENTS, wanted, STATE_ROW)
            engagements = [] if row is None else [read_state(row)]
        else:
            engagements = [read_state(row) async for row in store.scan(Table.ENGAGEMENTS, STATE_ROW)]
        engagements.sort(key=lambda one: (one.started, one.id))
        return [await source_of(store, one) for one in engagements]

"""`ssat-bot export`: engagements as data, pages or calendar, to standard output or into a file."""

from __future__ import annotations

import argparse
import asyncio
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot.cli.opened import opened_book, opened_store
from bot.core.export.page import engagement_record
from bot.core.papers.files import FileKind
from bot.core.papers.source import Source
from bot.core.playbook.book import Book
from bot.core.texts import load_texts
from bot.kept.all_workshops import all_workshops
from bot.kept.engagements import Engagements
from bot.kept.loaded import Loaded, always
from bot.kept.whole import whole_of
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
    found = asyncio.run(_read(settings, book, options.engagement, whole=form == "json"))
    if options.engagement and not found:
        return _fail(f"there is no engagement {options.engagement}")
    if form == "docx" and not found:
        return _fail("there is no engagement yet, so there are no minutes")
    return _write(_made(form, found), options.out)


def _made(form: str, found: list[Source]) -> bytes:
    now, texts = datetime.now(UTC), load_texts()
    if form == "md":
        pages = [
            engagement_record(one.book, one.engagement, texts.words(one.engagement.setup.language), now)
            for one in found
        ]
        return "\n".join(pages).encode()
    return FileMaker(texts, texts.words(None), now).make(_KINDS[form], found)


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


async def _read(settings: Settings, book: Book, wanted: str | None, *, whole: bool) -> list[Source]:
    book_of = always(book)
    async with opened_store(settings) as store:
        engagements = Engagements(store, book_of)
        if wanted:
            one = await engagements.load(wanted)
            found = [] if one is None else [one]
        else:
            found = [one async for one in all_workshops(store, book_of)]
        sources = [await engagements.source(one) for one in sorted(found, key=_begun)]
        if whole:
            return [replace(one, everything=await whole_of(store, one.engagement.id)) for one in sources]
        return sources


def _begun(loaded: Loaded) -> tuple[str, str]:
    return loaded.engagement.started, loaded.engagement.id

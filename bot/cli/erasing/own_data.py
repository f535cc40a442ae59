"""`ssat-bot export --person`: all that is kept of one person, as JSON."""

from __future__ import annotations

import argparse
import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.cli import DONE, FAULT, USAGE
from bot.cli.erasing.whom import NO_ID, is_object_id, keys_and_ids
from bot.cli.noting import note_taken
from bot.cli.opened import opened_book, opened_store
from bot.cli.output.files import CannotWrite, Output
from bot.core.playbook.book import Book
from bot.core.ports import Table
from bot.kept.forgetting.own_data import own_data, own_file
from bot.kept.loaded import always
from bot.kept.state.row import STATE_ROW
from bot.settings import Settings
from bot.store.open import file_fault, found_format


def run(options: argparse.Namespace) -> int:
    """Write the file. Exit 1 where nothing is kept of them, or a workshop cannot be read."""
    if options.format != "json" or options.engagement:
        return _fail("--person is for --format json alone, without --engagement", USAGE)
    if not is_object_id(options.person):
        return _fail(NO_ID, USAGE)
    settings, book = opened_book()
    if fault := file_fault(settings.store, options.out):
        return _fail(fault, USAGE)
    output = Output(Path(options.out) if options.out else None, b"")
    try:
        try:
            return asyncio.run(_export(settings, book, options.person, output))
        finally:
            output.close()
    except CannotWrite as trouble:
        return _fail(str(trouble))


async def _export(settings: Settings, book: Book, person: str, output: Output) -> int:
    keys, ids = keys_and_ids(settings, person)
    async with opened_store(settings, read_only=True) as store:
        found = found_format(store)
        there = [key async for key in store.holders(Table.ENGAGEMENTS, STATE_ROW)]
        data = await own_data(
            store, always(book), {one.lower() for one in ids}, keys, there, datetime.now(UTC)
        )
    for key in data["unread"]:
        _fail(f"workshop {key} is left out: it cannot be read")
    if not data["workshops"] and not data["chats"]:
        return _fail("nobody of this id is known here")
    await note_taken(settings, found, "export", "exported", "json of one person", "")
    output.write(own_file(data))
    return FAULT if data["unread"] else DONE


def _fail(reason: str, code: int = FAULT) -> int:
    print(f"export: {reason}", file=sys.stderr)  # noqa: T201
    return code

"""`ssat-bot export`: engagements as json, csv or Markdown, to standard output."""

from __future__ import annotations

import argparse
import asyncio
import sys
from datetime import UTC, datetime
from typing import Any

import msgspec

from bot.cli.opened import opened_book, opened_store
from bot.core.book import Book
from bot.core.engagement import Engagement
from bot.core.export.document import engagement_document
from bot.core.export.record import engagement_record
from bot.core.export.table import answers_csv
from bot.core.ports import Store, Table
from bot.core.rows import STATE, VOICE, read_state
from bot.core.texts import load_texts
from bot.settings import Settings


def run(options: argparse.Namespace) -> int:
    """Write what the store holds; exit 1 where the engagement that was asked for is not there."""
    settings, book = opened_book()
    found = asyncio.run(_read(settings, options.engagement))
    if options.engagement and not found:
        print(f"export: there is no engagement {options.engagement}", file=sys.stderr)  # noqa: T201
        return 1
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    sys.stdout.write(_written(options.format, book, found))
    return 0


def _written(kind: str, book: Book, found: list[tuple[Engagement, dict[str, Any]]]) -> str:
    now = datetime.now(UTC)
    if kind == "md":
        texts = load_texts()
        pages = [engagement_record(book, one, texts.words(one.setup.language), now) for one, _ in found]
        return "\n".join(pages)
    documents = [engagement_document(book, one, voices, now) for one, voices in found]
    if kind == "csv":
        return answers_csv(documents)
    whole = msgspec.json.encode({"engagements": documents})
    return msgspec.json.format(whole, indent=2).decode() + "\n"


async def _read(settings: Settings, wanted: str | None) -> list[tuple[Engagement, dict[str, Any]]]:
    async with opened_store(settings) as store:
        if wanted:
            row = await store.get(Table.ENGAGEMENTS, wanted, STATE)
            engagements = [] if row is None else [read_state(row)]
        else:
            engagements = [read_state(row) async for row in store.scan(Table.ENGAGEMENTS, STATE)]
        engagements.sort(key=lambda one: (one.started, one.id))
        return [(one, await _long_texts(store, one)) for one in engagements]


async def _long_texts(store: Store, engagement: Engagement) -> dict[str, Any]:
    """The voice rows, read only where the state holds no more than the beginning of a text."""
    if not any(voice.cut for said in engagement.voices.values() for voice in said):
        return {}
    return {row.key: row for row in await store.query(Table.ENGAGEMENTS, engagement.id, VOICE)}

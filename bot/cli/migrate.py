"""`ssat-bot migrate`: brings a whole store to the format and the version that this program writes."""

from __future__ import annotations

import argparse
import asyncio
import sys
from datetime import UTC, datetime

from bot.cli.opened import opened_book, opened_store
from bot.core.playbook.book import Book
from bot.kept.loaded import always
from bot.kept.state.migrating import Migrated, migrate
from bot.settings import Settings
from bot.store.formats import FORMAT
from bot.store.open import found_format

_EVERY = 100
"""Workshops after which a terminal is told how many there were."""


def run(options: argparse.Namespace) -> int:
    """Say what was done, or what would be; exit 1 where a workshop could not be read."""
    before, done = asyncio.run(_migrate(*opened_book(), dry=options.dry_run))
    for line in _lines(before, done, dry=options.dry_run):
        print(line)  # noqa: T201
    for workshop, reason in done.unread:
        hint = "the others are done; mend or restore it, then run it again"
        print(f"migrate: workshop {workshop} was passed over: {reason} ({hint})", file=sys.stderr)  # noqa: T201
    return 1 if done.unread else 0


async def _migrate(settings: Settings, book: Book, *, dry: bool) -> tuple[int, Migrated]:
    async with opened_store(settings, read_only=dry) as store:
        seen = _show if sys.stderr.isatty() else _say_nothing
        done = await migrate(store, always(book), datetime.now(UTC), dry=dry, seen=seen)
        if sys.stderr.isatty():
            _show(done, end="\n")
        return found_format(store), done


def _lines(before: int, done: Migrated, *, dry: bool) -> list[str]:
    would = "would be " if dry else ""
    moved = [f"store {would}taken over from format {before} to {FORMAT}"] if before != FORMAT else []
    return [
        *moved,
        f"{would}migrated {done.forward}, in order {done.in_order}, passed over {len(done.unread)}",
    ]


def _say_nothing(done: Migrated) -> None:
    """Nobody looks on."""


def _show(done: Migrated, end: str = "") -> None:
    if end or done.seen % _EVERY == 0:
        print(f"\r{done.seen} workshops", end=end, file=sys.stderr, flush=True)  # noqa: T201

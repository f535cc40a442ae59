"""`ssat-bot forget`: takes a person out of everything that is kept; the plan and the answers stay."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.cli import DONE, FAULT, USAGE
from bot.cli.erasing.again import say_unread
from bot.cli.erasing.whom import NO_ID, is_object_id, keys_and_ids
from bot.cli.opened import opened_book, opened_store
from bot.core.playbook.book import Book
from bot.kept.audit.audit import by_command, write_line
from bot.kept.forgetting.again import Again, forget_again
from bot.kept.forgetting.remembered import Register, Remembered, read_marks, read_register, remember, written
from bot.kept.forgetting.walk import Forgetting, Forgotten
from bot.kept.loaded import always
from bot.settings import Settings
from bot.store.open import file_fault, overwrite_deleted

_NOT_EMPTIED = (
    "another process uses the file all the time: what was deleted may still lie in it. Run the same again"
)


def run(options: argparse.Namespace) -> int:
    """Forget a person, or write or take up the list of those who were forgotten."""
    settings, book = opened_book()
    if options.list:
        return _list(settings, options.list)
    if options.again:
        return _again(settings, book, options.again)
    if not is_object_id(options.person):
        return _fail(NO_ID, USAGE)
    return asyncio.run(_forget(settings, book, options))


async def _forget(settings: Settings, book: Book, options: argparse.Namespace) -> int:
    dry, now = options.dry_run, datetime.now(UTC)
    keys, ids = keys_and_ids(settings, options.person, options.tenant or "")
    async with opened_store(settings, read_only=dry) as store:
        forgetting = Forgetting(store, always(book), now, dry=dry)
        done = await forgetting.forget(await forgetting.whom(ids, keys, options.also))
        if not dry:
            await write_line(store, by_command("forgot", about=f"{len(done.rows)} workshops"), now)
        emptied = dry or await overwrite_deleted(store)
    for line in _lines(done, dry=dry):
        print(line)  # noqa: T201
    if not done.found and not done.unread:
        _fail("nobody of this id is known here" + ("" if dry else "; whatever comes back is forgotten, too"))
    for one in done.unled:
        _fail(f"nobody leads {one} any more: whoever may can write /ssat in its channel")
    if {one.lower() for one in ids} & {one for _, one in settings.fm_ids}:
        _fail("the id also stands in SSAT_FM_IDS: take it out there")
    say_unread("forget", done.unread)
    if not emptied:
        _fail(_NOT_EMPTIED)
    return DONE if emptied and not done.unread else FAULT


def _lines(done: Forgotten, *, dry: bool) -> Sequence[str]:
    would, workshops = "would be " if dry else "", len(done.rows) + len(done.rehearsals)
    return [
        *(f"{one}: {would}changed in {count} rows" for one, count in done.rows.items()),
        *(f"{one}: {would}deleted, a rehearsal of theirs" for one in done.rehearsals),
        f"{would}forgotten in {workshops} workshops and {done.besides} other rows",
    ]


def _list(settings: Settings, file: Path) -> int:
    if fault := file_fault(settings.store, file):
        return _fail(fault, USAGE)
    register = asyncio.run(_register(settings))
    try:
        file.write_bytes(written(register))
    except OSError as trouble:
        return _fail(f"cannot write {file}: {trouble.strerror}")
    print(f"{file}: {len(register.marks)} marks")  # noqa: T201
    return DONE


async def _register(settings: Settings) -> Register:
    async with opened_store(settings, read_only=True) as store:
        return await read_register(store)


def _again(settings: Settings, book: Book, file: Path) -> int:
    try:
        marks = read_marks(file.read_bytes())
    except OSError as trouble:
        return _fail(f"cannot read {file}: {trouble.strerror}")
    except ValueError:
        return _fail(f"{file} is not what `forget --list` wrote")
    done, emptied = asyncio.run(_forget_those(settings, book, marks))
    print(f"{done.people} people forgotten again")  # noqa: T201
    say_unread("forget", done.unread)
    if not emptied:
        _fail(_NOT_EMPTIED)
    return DONE if emptied and not done.unread else FAULT


async def _forget_those(settings: Settings, book: Book, marks: Sequence[Remembered]) -> tuple[Again, bool]:
    async with opened_store(settings) as store:
        await remember(store, marks)
        now = datetime.now(UTC)
        done = await forget_again(store, always(book), now)
        if done.people:
            await write_line(store, by_command("forgot", about=f"{done.people} people, again"), now)
        return done, await overwrite_deleted(store)


def _fail(reason: str, code: int = FAULT) -> int:
    print(f"forget: {reason}", file=sys.stderr)  # noqa: T201
    return code

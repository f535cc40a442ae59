"""`ssat-bot remind`: one sweep of what is due, for a scheduled job, or to try out another moment."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from datetime import datetime

from bot.app import connector_of, open_session, sweep_of
from bot.cli.opened import opened_book, opened_store
from bot.core.clock import ShiftedClock, SystemClock
from bot.core.playbook.book import Book
from bot.kept.loaded import Loaded, always
from bot.kept.purging.overdue import Purge
from bot.links.kept import learn
from bot.settings import Settings
from bot.sweep.sweep import Sweep
from bot.sweep.tally import Tally
from bot.teams.identity.tokens import Tokens
from bot.teams.logs import set_up_logs


def run(options: argparse.Namespace) -> int:
    """Sweep once; exit 1 where something was given up."""
    settings, book = opened_book()
    set_up_logs(settings.log)
    tally, lines = asyncio.run(remind(settings, book, options.now, dry=options.dry_run))
    for line in lines:
        print(line)  # noqa: T201
    print(tally.line())  # noqa: T201
    if tally.failed:
        hint = "the log above says why; run it again for what may still be sent"
        print(f"remind: {tally.failed} not sent: {hint}", file=sys.stderr)  # noqa: T201
    return 1 if tally.failed else 0


async def remind(
    settings: Settings, book: Book, now: datetime | None = None, *, dry: bool = False
) -> tuple[Tally, list[str]]:
    """The tally of one sweep, and lines beside it; of a dry one, which does nothing, one for each
    message and each workshop that would be deleted.

    A moment other than the present one is for workshops on loopback alone.
    """
    clock = SystemClock() if now is None else ShiftedClock(now)
    async with opened_store(settings, read_only=dry) as store, open_session() as session:
        await learn(book.watch, store)
        tokens = Tokens(settings, session)
        try:
            connector = connector_of(settings, session, tokens)
            sweep = sweep_of(settings, book, store, connector, clock, only_loopback=now is not None)
            purge = Purge(store, always(book), settings.retention)
            if dry:
                tally, lines = await sweep.preview()
                would = [f"would send {line}" for line in lines]
                return tally, would + [_deleted(one) async for one in purge.overdue(clock.now())]
            tally = await _run(sweep)
            # Another moment is for trying out what is sent: nothing is deleted because of it.
            count = await purge.daily(clock.now()) if now is None else 0
            return tally, [f"{count} workshops deleted"] if count else []
        finally:
            await tokens.close()


def _deleted(one: Loaded) -> str:
    engagement = one.engagement
    return f"would delete {engagement.id} {engagement.status} {engagement.updated}"


async def _run(sweep: Sweep) -> Tally:
    """Sweep; where somebody asks to end, after what has begun: a send that is cut off is an unknown one."""
    stopping: list[asyncio.Task[None]] = []
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, lambda: stopping.append(asyncio.create_task(sweep.stop())))
    try:
        return await sweep.run()
    finally:
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(name)
        await asyncio.gather(*stopping)

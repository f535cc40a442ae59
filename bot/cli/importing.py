"""`ssat-bot import`: workshops of a JSON export, written into a store that does not have them."""

from __future__ import annotations

import argparse
import asyncio
import sys
from contextlib import closing
from datetime import UTC, datetime

from bot.cli.erasing.again import forget_in_what_came
from bot.cli.opened import opened_store
from bot.cli.output.progress import Progress
from bot.core.ports import Conflict
from bot.kept.audit.audit import by_command, write_line
from bot.settings import Settings, load_settings
from bot.store.backup.arriving import Arriving, BadExport, arriving, is_there, write

_OTHER_TENANT = (
    "import: people and thread are those of the old tenant: the bot cannot post there, and whoever is not "
    "known by the same object id takes part anew; confirmed minutes, and a confirmed result, count as changed"
)


def run(options: argparse.Namespace) -> int:
    """Write all of them, or none where the file is not as it must be or the store has some already."""
    file = options.file
    try:
        workshops = arriving(file.read_bytes(), options.tenant)
    except OSError as trouble:
        return _fail(f"cannot read {file}: {trouble.strerror}")
    except BadExport as trouble:
        return _fail(f"{file}: {trouble}")
    if options.tenant:
        print(_OTHER_TENANT, file=sys.stderr)  # noqa: T201
    return asyncio.run(_import(load_settings(), workshops, skip=options.skip_existing))


async def _import(settings: Settings, workshops: list[Arriving], *, skip: bool) -> int:
    async with opened_store(settings) as store:
        there = {one.engagement.id for one in workshops if await is_there(store, one.engagement.id)}
        if there and not skip:
            for name in sorted(there):
                _fail(f"{name} is in the store already")
            return _fail("nothing was written; --skip-existing leaves out what is there")
        fresh = [one for one in workshops if one.engagement.id not in there]
        with closing(Progress("import")) as counted:
            for count, one in enumerate(fresh, 1):
                try:
                    await write(store, one, datetime.now(UTC))
                except Conflict:
                    return _fail(f"{one.engagement.id} was written by somebody else: run it again")
                counted(count)
        now = datetime.now(UTC)
        for one in fresh:
            await write_line(store, by_command("imported", one.engagement.id), now)
        # Whoever was forgotten here is in no workshop that comes from elsewhere.
        await forget_in_what_came(store, now, [one.engagement.id for one in fresh])
    print(f"{len(fresh)} workshops imported, {len(there)} were there")  # noqa: T201
    return 0


def _fail(reason: str) -> int:
    print(f"import: {reason}", file=sys.stderr)  # noqa: T201
    return 1

"""`ssat-bot restore`: a backup written into an empty store."""

from __future__ import annotations

import argparse
import asyncio
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bot.cli.erasing.again import forget_in_what_came
from bot.cli.opened import opened_store
from bot.cli.output.progress import Progress
from bot.kept.audit.audit import by_command, write_line
from bot.settings import Settings, load_settings
from bot.store.backup.file import BadBackup, Contents, contents_of
from bot.store.backup.restore import NotRestored, restore


def run(options: argparse.Namespace) -> int:
    """Write everything; exit 1 where file or store is not as it must be, and nothing was written then."""
    file = options.file
    try:
        contents = contents_of(file)
        asyncio.run(_restored(load_settings(), file, contents))
    except BadBackup as trouble:
        return _fail(f"{file}: {trouble}")
    except NotRestored as trouble:
        return _fail(str(trouble))
    except OSError as trouble:
        return _fail(f"cannot read {file}: {trouble.strerror}")
    print(f"{file}: {sum(contents.counts.values())} rows restored")  # noqa: T201
    return 0


async def _restored(settings: Settings, file: Path, contents: Contents) -> None:
    async with opened_store(settings, half_restored=True) as store:
        with closing(Progress("restore")) as counted:
            now = datetime.now(UTC)

            async def forget_those() -> None:
                # Whoever was forgotten after the backup was made is in it.
                await forget_in_what_came(store, now)
                await write_line(
                    store, by_command("restored", about=f"{sum(contents.counts.values())} rows"), now
                )

            await restore(store, file, contents, now, counted, forget_those)


def _fail(reason: str) -> int:
    print(f"restore: {reason}", file=sys.stderr)  # noqa: T201
    return 1

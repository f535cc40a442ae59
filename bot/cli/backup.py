"""`ssat-bot backup`: everything that the store holds in one file, while the service runs."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from pathlib import Path

from bot.cli.noting import note_taken
from bot.cli.opened import opened_store
from bot.cli.output.progress import Progress
from bot.core.ports import Store
from bot.settings import Settings, load_settings
from bot.store.backup.file import BackupWriter, Contents
from bot.store.backup.making import back_up, snapshot_of
from bot.store.backup.restoring import refuse_half_restored
from bot.store.open import AZURE, found_format, sqlite_file


def run(options: argparse.Namespace) -> int:
    """Write the file, whole or not at all; exit 1 where something in the store cannot be read."""
    settings, file = load_settings(), options.file
    part = file.with_name(f"{file.name}.part")
    if file.exists():
        return _fail(f"{file} is there already: name a new file")
    try:
        contents, left_out = asyncio.run(_backed_up(settings, part))
        part.rename(file)
    except OSError as trouble:
        return _fail(f"cannot write {file}: {trouble.strerror}")
    finally:
        part.unlink(missing_ok=True)
    for one in left_out:
        _fail(f"{one} cannot be read and is not in {file}")
    print(f"{file}: {sum(contents.counts.values())} rows")  # noqa: T201
    return 1 if left_out else 0


async def _backed_up(settings: Settings, part: Path) -> tuple[Contents, list[str]]:
    kind = AZURE if settings.store == AZURE else "sqlite"
    async with _still(settings, part.parent) as store:
        await refuse_half_restored(store)
        with closing(BackupWriter(part, kind, datetime.now(UTC))) as writer:
            with closing(Progress("backup")) as counted:
                left_out = await back_up(store, writer, counted)
            contents = writer.end()
        if any(contents.counts.values()):
            # An empty store stays one, into which a backup can be restored.
            await note_taken(settings, found_format(store), "backup", "backed_up", "everything", "")
        return contents, left_out


@asynccontextmanager
async def _still(settings: Settings, beside: Path) -> AsyncIterator[Store]:
    """The store, an SQLite one as it stands now."""
    path = sqlite_file(settings.store)
    async with opened_store(settings, read_only=True) if path is None else snapshot_of(path, beside) as store:
        yield store


def _fail(reason: str) -> int:
    print(f"backup: {reason}", file=sys.stderr)  # noqa: T201
    return 1

"""Opens the settings, the playbook and the store for commands that work offline."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.cli.configured import configured
from bot.core.playbook.book import Book
from bot.core.ports import Store, StoreUnavailable
from bot.settings import Settings
from bot.store.backup.restoring import refuse_half_restored
from bot.store.open import open_store_of, sqlite_file


@asynccontextmanager
async def opened_store(
    settings: Settings, *, read_only: bool = False, half_restored: bool = False
) -> AsyncIterator[Store]:
    """The store of the settings, closed afterwards; `read_only` for what works on a read-only disk, too.
    One that is `half_restored` for a restore alone. StoreUnavailable, also where there is no file to read."""
    file = sqlite_file(settings.store)
    if read_only and file is not None and not file.exists():
        # Nothing would be found in it, and that would pass for an answer.
        raise StoreUnavailable(f"there is no file {file}")
    store = await open_store_of(settings, read_only=read_only)
    try:
        if not half_restored:
            await refuse_half_restored(store)
        yield store
    finally:
        await store.close()


def opened_book() -> tuple[Settings, Book]:
    """Settings and playbook; raises ConfigurationFaults with everything that is wrong."""
    settings, playbooks = configured().whole()
    return settings, Book(playbooks[0], tuple(playbooks) if len(playbooks) > 1 else ())

"""Has whoever was forgotten before forgotten in what a command brought into the store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.cli.opened import opened_book
from bot.core.ports import Store
from bot.kept.forgetting.again import forget_again
from bot.kept.forgetting.remembered import read_register
from bot.kept.loaded import always
from bot.store.open import overwrite_deleted


async def forget_in_what_came(store: Store, now: datetime, workshops: Iterable[str] | None = None) -> None:
    """Forget them in these workshops, or in all; where nobody was ever forgotten no playbook is needed.
    ConfigurationFaults, StoreUnavailable."""
    if (await read_register(store)).marks:
        _, book = opened_book()
        await forget_again(store, always(book), now, workshops)
        await overwrite_deleted(store)

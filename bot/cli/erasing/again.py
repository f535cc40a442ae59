"""Has whoever was forgotten before forgotten in what a command brought into the store."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import datetime

from bot.cli.opened import opened_book
from bot.core.ports import Store
from bot.kept.forgetting.again import forget_again
from bot.kept.forgetting.remembered import read_register
from bot.kept.loaded import always
from bot.store.open import overwrite_deleted

_UNREAD = (
    "cannot be read: nothing in it was changed; mend it, or name its playbook in SSAT_PLAYBOOK, "
    "then run it again"
)


async def forget_in_what_came(store: Store, now: datetime, workshops: Iterable[str] | None = None) -> None:
    """Forget them in these workshops, or in all; where nobody was ever forgotten no playbook is needed.
    ConfigurationFaults, StoreUnavailable."""
    if (await read_register(store)).marks:
        _, book = opened_book()
        done = await forget_again(store, always(book), now, workshops)
        await overwrite_deleted(store)
        say_unread("forget", done.unread)


def say_unread(command: str, workshops: Iterable[str]) -> None:
    """One line on standard error for each workshop in which somebody who was forgotten may still be."""
    for one in dict.fromkeys(workshops):
        print(f"{command}: workshop {one} {_UNREAD}", file=sys.stderr)  # noqa: T201

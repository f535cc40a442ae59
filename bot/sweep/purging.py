"""The daily deletion of a service that runs, beside its sweep."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.core.ports import Clock, StoreUnavailable
from bot.kept.purging.overdue import Purge

_EVERY = 3600.0
"""Seconds between two looks at whether a day has passed."""

log = logging.getLogger(__name__)


async def purge_for_ever(
    purge: Purge, clock: Clock, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> None:
    """Delete what has stood long enough, until cancelled; nothing where no days are set."""
    while purge.days:
        try:
            await purge.daily(clock.now())
        except StoreUnavailable as trouble:
            log.warning("nothing deleted: %s", trouble)
        except Exception as trouble:
            log.exception("deleting failed", exc_info=trouble)
        await sleep(_EVERY)

"""The sweep of a service that runs: again and again, whatever the store does."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from dataclasses import asdict

from bot.core.ports import StoreUnavailable
from bot.sweep.sweep import Sweep
from bot.sweep.tally import Tally

EVERY = 30.0
"""Seconds between two sweeps, give or take a fifth, so that instances do not keep step."""

log = logging.getLogger(__name__)


async def sweep_for_ever(
    sweep: Sweep,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    jitter: Callable[[], float] = random.random,
    *,
    reminding: bool = True,
    tell: Callable[[Tally], None] | None = None,
) -> None:
    """Sweep until cancelled, `reminding` or only keeping cards true; a sweep that fails is followed by the
    next one. `tell` hears what each sent."""
    while True:
        try:
            tally = await sweep.run(reminding=reminding)
            if tally:
                log.info("swept: %s", tally.line(), extra=asdict(tally))
            if tell is not None:
                tell(tally)
        except StoreUnavailable as trouble:
            log.warning("due rows not read: %s", trouble)
        except Exception as trouble:
            log.exception("sweep failed", exc_info=trouble)
        await sleep(EVERY * (0.8 + 0.4 * jitter()))

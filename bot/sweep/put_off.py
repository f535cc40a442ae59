"""Puts off what Teams refused for now."""

from __future__ import annotations

import logging
from datetime import timedelta

from bot.core.courier import Delivery
from bot.core.ports import Clock, Row, Store
from bot.kept.due_index import release
from bot.sweep.round import Round

_AGAIN = timedelta(minutes=5)

log = logging.getLogger(__name__)


async def put_off(
    store: Store, clock: Clock, patience: timedelta, held: Row, delivery: Delivery, now: Round
) -> None:
    """Free the row for whoever comes first when the refusal may have passed; this run comes back to it where
    that is within its patience."""
    wait = timedelta(seconds=2.0 ** now.tried(held.key) if delivery.wait is None else delivery.wait)
    if not now.may_try(held.key):
        wait = max(wait, _AGAIN)
    moment = clock.now()
    await release(store, held, moment, moment + wait)
    if wait <= patience:
        now.set_aside(held.key, moment + wait)
        return
    now.tally.failed += 1
    log.error("not sent for now", extra={"due": held.key, "reason": delivery.reason})

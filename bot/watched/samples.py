"""Samples: how the service stands, looked up when somebody wants to know."""

from __future__ import annotations

import asyncio
import logging
import math
import time
from collections.abc import Callable, Iterable
from datetime import datetime

from prometheus_client import Gauge
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from bot.core.ports import StoreUnavailable
from bot.kept.due_index import due_of
from bot.kept.unsent import unsent_since
from bot.watched.meters import Meters
from bot.watched.port import Parts

_MOST = 1_000
"""Due rows that are counted at most."""
_REMEMBERED = 5.0
"""Seconds in which nobody looks again."""
_PATIENCE = 5.0

log = logging.getLogger(__name__)


class Samples:
    """Takes them, at most every five seconds. What the store does not tell is not a number."""

    def __init__(self, meters: Meters, parts: Parts, clock: Callable[[], float] = time.monotonic) -> None:
        self._meters = meters
        self._parts = parts
        self._clock = clock
        self._taking = asyncio.Lock()
        self._taken: float | None = None
        meters.registry.register(_Counted(parts))

    async def take(self) -> None:
        """Look now, unless somebody did just now."""
        async with self._taking:
            if self._taken is None or self._clock() - self._taken >= _REMEMBERED:
                await self._look()
                self._taken = self._clock()

    async def _look(self) -> None:
        meters, parts = self._meters, self._parts
        # First of all: it also fetches a token where there is none.
        meters.ready.set(await parts.readiness.is_ready())
        meters.sending.set(len(parts.outbox))
        now = parts.clock.now()
        due: list[datetime] | None = None
        unsent: list[datetime] | None = None
        try:
            async with asyncio.timeout(_PATIENCE):
                due = [due_of(row).at for row in await parts.store.due(now, _MOST)]
                unsent = await unsent_since(parts.store)
        except (StoreUnavailable, TimeoutError):
            pass
        except Exception as trouble:  # the other numbers are still worth knowing
            log.exception("what is due is not known", exc_info=trouble)
        _set(meters.due, meters.due_oldest, due, now)
        _set(meters.unsent, meters.unsent_oldest, unsent, now)


def _set(number: Gauge, oldest: Gauge, moments: list[datetime] | None, now: datetime) -> None:
    if moments is None:
        number.set(math.nan)
        oldest.set(math.nan)
        return
    number.set(len(moments))
    oldest.set(max(0.0, (now - min(moments, default=now)).total_seconds()))


class _Counted(Collector):
    """Reads what the parts count themselves."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def collect(self) -> Iterable[Metric]:
        outbox, life = self._parts.outbox, self._parts.tokens.life()
        yield CounterMetricFamily("ssat_send_retries", "Sends that were tried again.", outbox.repeated)
        yield CounterMetricFamily("ssat_sends_given_up", "Sends that were given up.", outbox.given_up)
        if life is not None:
            yield GaugeMetricFamily("ssat_token_age_seconds", "Age of the bot's own token.", life.age)
            yield GaugeMetricFamily("ssat_token_left_seconds", "Seconds that it is still good.", life.left)

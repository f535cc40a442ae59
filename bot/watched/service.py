"""Watches a whole service, as the settings say."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import asdict

from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.core.ports import Store
from bot.settings import Settings
from bot.sweep.tally import Tally
from bot.teams.outbound.sending import Connector
from bot.watched.connector import WatchedConnector
from bot.watched.meters import Meters
from bot.watched.page import open_page
from bot.watched.port import Parts
from bot.watched.samples import Samples
from bot.watched.store import WatchedStore
from bot.watched.telemetry import Telemetry, telemetry_of
from bot.watched.turns import turns_watched

_EVERY = 30.0
"""Seconds between two samples where nobody asks for them."""

log = logging.getLogger(__name__)


class WatchedService:
    """A Watch: counts always, tells on the page and to where telemetry goes, each where it is wanted."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._telemetry: Telemetry | None = telemetry_of(settings)
        self._meters = Meters(self._telemetry.spans) if self._telemetry else Meters()
        self._page: web.AppRunner | None = None
        self._sampling: asyncio.Task[None] | None = None
        self.middlewares: Sequence[Middleware] = (turns_watched(self._meters),)

    def store(self, store: Store) -> Store:
        return WatchedStore(store, self._meters)

    def connector(self, connector: Connector) -> Connector:
        return WatchedConnector(connector, self._meters)

    def swept(self, tally: Tally) -> None:
        for outcome, count in asdict(tally).items():
            self._meters.reminders.labels(outcome).inc(count)

    async def begin(self, parts: Parts) -> None:
        samples, port = Samples(self._meters, parts), self._settings.metrics_port
        if port is not None:
            self._page = await open_page(self._settings.host, port, self._meters.registry, samples)
        if self._telemetry is not None:
            self._telemetry.tell_numbers(self._meters.registry)
            self._sampling = asyncio.create_task(_sample_for_ever(samples))

    async def end(self) -> None:
        if self._sampling is not None:
            self._sampling.cancel()
            await asyncio.gather(self._sampling, return_exceptions=True)
        if self._page is not None:
            await self._page.cleanup()
        if self._telemetry is not None:
            # It sends what is left, and waits for that.
            await asyncio.to_thread(self._telemetry.end)


async def _sample_for_ever(samples: Samples) -> None:
    while True:
        try:
            await samples.take()
        except Exception as trouble:  # the next one may succeed
            log.exception("no samples", exc_info=trouble)
        await asyncio.sleep(_EVERY)

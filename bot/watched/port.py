"""The port of who watches the service, and the one who does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from aiohttp.typedefs import Middleware

from bot.core.ports import Clock, Store
from bot.settings import Settings
from bot.sweep.tally import Tally
from bot.teams.identity.tokens import Tokens
from bot.teams.inbound.readiness import Readiness
from bot.teams.outbound.outbox import Outbox
from bot.teams.outbound.sending import Connector


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the service that are asked how they stand; `store` is the one that is not watched."""

    store: Store
    tokens: Tokens
    outbox: Outbox
    readiness: Readiness
    clock: Clock


class Watch(Protocol):
    """Stands in front of a store and a connector, and beside the turns and the sweep."""

    middlewares: Sequence[Middleware]

    def store(self, store: Store) -> Store:
        """The same store, its calls counted and timed."""

    def connector(self, connector: Connector) -> Connector:
        """The same connector, its calls counted and timed."""

    def swept(self, tally: Tally) -> None:
        """Count what a sweep sent."""

    async def begin(self, parts: Parts) -> None:
        """Tell of all this from now on. Raises SettingsFaults where a setting stands in the way."""

    async def end(self) -> None:
        """Tell the last of it, and no more."""


class NoWatch:
    """Watches nothing and costs nothing."""

    middlewares: Sequence[Middleware] = ()

    def store(self, store: Store) -> Store:
        return store

    def connector(self, connector: Connector) -> Connector:
        return connector

    def swept(self, tally: Tally) -> None:
        return None

    async def begin(self, parts: Parts) -> None:
        return None

    async def end(self) -> None:
        return None


def watch_of(settings: Settings) -> Watch:
    """Whoever watches as the settings say."""
    sends = settings.otlp_endpoint or settings.azure_monitor.get_secret_value()
    if settings.metrics_port is None and not sends:
        return NoWatch()
    # Imported here: a service that nobody watches need not wait for it.
    from bot.watched.service import WatchedService

    return WatchedService(settings)

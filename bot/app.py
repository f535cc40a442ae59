"""Builds the service, once: the only place where parts are put together."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import gc
import logging
import random
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.request import getproxies_environment

import aiohttp
from aiohttp import web

from bot.core.clock import SystemClock
from bot.core.playbook.book import Book
from bot.core.ports import Clock, Store, StoreUnavailable
from bot.core.reading.wording import country_names, day_text
from bot.core.workdays import countries, workdays
from bot.kept.audit.audit import Audit
from bot.kept.engagements import Engagements
from bot.kept.loaded import always
from bot.kept.posted import PostedCards
from bot.kept.purging.overdue import Purge
from bot.kept.unsent import SEND_LEASE, Unsent
from bot.links.kept import learn_for_ever
from bot.settings import Settings, SettingsFaults
from bot.store.backup.restoring import refuse_half_restored
from bot.store.open import disk_fault, open_store_of
from bot.sweep.loop import sweep_for_ever
from bot.sweep.purging import purge_for_ever
from bot.sweep.sweep import Sweep
from bot.teams.commands import COMMANDS
from bot.teams.files.drive import Drive, HttpDrive
from bot.teams.files.offers import FileOffers
from bot.teams.identity.door import Door
from bot.teams.identity.places import ServiceHosts
from bot.teams.identity.tokens import Tokens
from bot.teams.inbound.http import make_http
from bot.teams.inbound.idle import IdleConnections, idle_closed, mark_of, most_connections
from bot.teams.inbound.readiness import Readiness
from bot.teams.logs import set_up_logs
from bot.teams.outbound.connector import HttpConnector
from bot.teams.outbound.outbox import Outbox
from bot.teams.outbound.pacing import Traffic
from bot.teams.outbound.roster import Rosters
from bot.teams.outbound.sending import Connector
from bot.teams.outbound.teams_courier import TeamsCourier
from bot.teams.turn.adapter import LeanAdapter
from bot.teams.turn.call import Tools
from bot.teams.turn.command import Commands
from bot.teams.turn.deliveries import Deliveries
from bot.teams.turn.own import Own
from bot.teams.turn.turns import Turns
from bot.watched.port import Parts, watch_of
from dialogs.runner import build_dialogs

log = logging.getLogger(__name__)

_LOOK_AGAIN = 5.0
"""Seconds until the pending sends are read again where the store did not answer."""
_PATIENCE = timedelta(seconds=5)
"""How long a sweep of the service waits for a refusal to pass; the next one comes soon."""
DRAIN = 20.0
"""Seconds that sends get at the end."""
_COLLECT_AFTER = 10_000
"""New objects from which the garbage collector looks at them."""
_LONGEST_HEADER = 32 * 1024
"""Bytes; what is longer than any token still reaches the door, which says 401."""


@dataclass(frozen=True, slots=True)
class Bot:
    """The parts of a running bot."""

    turns: Turns
    deliveries: Deliveries
    outbox: Outbox
    rosters: Rosters
    file_offers: FileOffers
    own: Own
    audit: Audit
    store: Store
    book: Book
    sweep: Sweep


async def _no_token() -> None:
    """No token, for a connector that needs none."""


def build(
    settings: Settings,
    book: Book,
    store: Store,
    connector: Connector,
    clock: Clock,
    token: Callable[[], Awaitable[object]] = _no_token,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    rng: random.Random | None = None,
    drive: Drive | None = None,
    commands: Commands = COMMANDS,
    seconds: Callable[[], float] = time.monotonic,
) -> Bot:
    """The bot on a store and a connector. `token` raises TokenUnavailable where nothing could be sent;
    `sleep` is what sends wait with, and `seconds` what they measure it by; `rng` says in which order the
    sweep takes what is due; without a `drive` files come as text."""
    texts = book.texts(settings.texts, settings.record_system)
    traffic = Traffic()
    outbox = Outbox(connector, sleep, clock=seconds, traffic=traffic)
    rosters = Rosters(connector, clock)
    book_of = always(book)
    engagements = Engagements(store, book_of, keys_of=settings.keys_of)
    audit = Audit(store, clock)
    own = Own(settings, texts, store, engagements, book_of, outbox, clock)
    # Without an identity there is no Teams that could take a file.
    file_offers = FileOffers(
        texts,
        engagements,
        outbox,
        clock,
        drive,
        sends_files=not settings.anonymous,
        ids_of=settings.ids_of,
        own=own.file,
        audit=audit,
    )
    tools = Tools(settings, book, texts, engagements, build_dialogs(), file_offers, commands, own, audit)
    deliveries = Deliveries(tools, outbox, PostedCards(store), rosters, Unsent(store, clock), clock)
    turns = Turns(tools, LeanAdapter(), deliveries, rosters, clock, token)
    # One of its own: a sweep of many workshops must not push out those in which people talk now.
    swept = Engagements(store, book_of)
    courier = TeamsCourier(connector, rosters, sleep, seconds, traffic=traffic)
    sweep = Sweep(store, swept, texts, courier, clock, sleep, rng, _PATIENCE, names=settings.names)
    return Bot(turns, deliveries, outbox, rosters, file_offers, own, audit, store, book, sweep)


def sweep_of(
    settings: Settings, book: Book, store: Store, connector: Connector, clock: Clock, *, only_loopback: bool
) -> Sweep:
    """The sweep alone, for a process that serves nobody."""
    courier = TeamsCourier(connector, Rosters(connector, clock), only_loopback=only_loopback)
    return Sweep(
        store,
        Engagements(store, always(book)),
        book.texts(settings.texts, settings.record_system),
        courier,
        clock,
        names=settings.names,
    )


def connector_of(settings: Settings, session: aiohttp.ClientSession, tokens: Tokens) -> HttpConnector:
    """The connector as the bot that the settings name."""
    return HttpConnector(session, tokens, ServiceHosts(settings), bot_id=f"28:{settings.app_id}")


def open_session(**options: Any) -> aiohttp.ClientSession:
    """A session that goes by the proxies of the environment (HTTPS_PROXY, NO_PROXY), where it names any.
    `options` go to aiohttp."""
    # Without a proxy nothing is looked up for each call; with one aiohttp also reads .netrc.
    return aiohttp.ClientSession(trust_env=bool(getproxies_environment()), **options)


async def _recover(service: Bot) -> None:
    """Take up what dead processes left: at once, and when the lease of those that died just now is over."""
    for pause in (0.0, SEND_LEASE.total_seconds() + 1):
        await asyncio.sleep(pause)
        while True:
            try:
                await service.deliveries.recover()
                break
            except StoreUnavailable:
                log.warning("pending sends not read")
                await asyncio.sleep(_LOOK_AGAIN)


def _warm(book: Book) -> None:
    """Load what the first person would wait for, and all others with them: calendars, names of countries."""
    for language in book.playbook.languages:
        day_text("2026-01-01", language)
        country_names(language)
    countries()
    workdays("DE").is_workday(date(2026, 1, 1))


@dataclass(frozen=True, slots=True)
class Served:
    """The service as an aiohttp application, and its readiness."""

    application: web.Application
    readiness: Readiness


@contextlib.asynccontextmanager
async def running(settings: Settings, book: Book, clock: Clock | None = None) -> AsyncIterator[Served]:
    """The whole service, its store and sessions open meanwhile."""
    watch, clock = watch_of(settings), clock or SystemClock()
    store = await open_store_of(settings)
    try:
        await refuse_half_restored(store)
        async with open_session() as session:
            tokens, door = Tokens(settings, session), Door(settings, session)
            connector = watch.connector(connector_of(settings, session, tokens))
            drive = HttpDrive(session, loopback=settings.anonymous)
            service = build(settings, book, watch.store(store), connector, clock, tokens.header, drive=drive)
            readiness = Readiness(store.probe, tokens.header)
            _warm(book)
            await door.warm()
            await watch.begin(Parts(store, tokens, service.outbox, readiness, clock))
            beside = [asyncio.create_task(_recover(service))]
            beside.append(asyncio.create_task(learn_for_ever(book.watch, store)))
            reminding = settings.reminders == "on"
            if reminding:
                purge = Purge(store, always(book), settings.retention)
                beside.append(asyncio.create_task(purge_for_ever(purge, clock)))
            beside.append(
                asyncio.create_task(sweep_for_ever(service.sweep, reminding=reminding, tell=watch.swept))
            )
            try:
                yield Served(make_http(service.turns, door, readiness, watching=watch.middlewares), readiness)
            finally:
                # A send that is cut off is one of which nobody knows.
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(service.sweep.stop(), DRAIN)
                for task in beside:
                    task.cancel()
                await asyncio.gather(*beside, return_exceptions=True)
                await service.deliveries.settle()
                await service.file_offers.settle()
                await service.own.settle()
                await service.audit.settle()
                await service.outbox.drain(DRAIN)
                await service.rosters.settle()
                await door.close()
                await tokens.close()
                await watch.end()
    finally:
        await store.close()


class _Ending:
    """The end, as signals ask for it: after a grace, or, by a second signal or Ctrl+C, at once."""

    def __init__(self) -> None:
        self._begun, self._at_once = asyncio.Event(), asyncio.Event()
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, self._ask)
        loop.add_signal_handler(signal.SIGINT, self._ask, True)

    def _ask(self, at_once: bool = False) -> None:
        if at_once or self._begun.is_set():
            self._at_once.set()
        self._begun.set()

    async def come(self, readiness: Readiness, grace: float) -> None:
        """Wait until somebody asks; then say so for so many seconds, in which requests still come."""
        await self._begun.wait()
        readiness.drain()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._at_once.wait(), grace)


async def _listen(runner: web.AppRunner, settings: Settings) -> None:
    """Begin to take connections. SettingsFaults where that address cannot be had."""
    place = f"{settings.host}:{settings.port}"
    try:
        await web.TCPSite(runner, settings.host, settings.port).start()
    except OSError as trouble:
        if trouble.errno == errno.EADDRINUSE:
            raise SettingsFaults([f"PORT: {place} is in use: end what listens there, or set PORT"]) from None
        if trouble.errno in (errno.EACCES, errno.EPERM):
            raise SettingsFaults(
                [f"PORT: {place} is not allowed to this user: set PORT above 1023"]
            ) from None
        raise SettingsFaults([f"HOST: {place} is no address of this machine: set HOST"]) from None


async def serve(settings: Settings, book: Book) -> None:
    """Listen until SIGTERM or SIGINT, and for the grace of the settings; then let running turns and sends
    end."""
    set_up_logs(settings.log)
    ending = _Ending()
    async with running(settings, book) as served:
        runner = web.AppRunner(
            served.application, access_log=None, shutdown_timeout=DRAIN, max_field_size=_LONGEST_HEADER
        )
        await runner.setup()
        server = runner.server
        idle = IdleConnections(lambda: server.connections if server else (), mark_of, most_connections())
        # What is there now stays: the collector need not look at all of it again and again.
        gc.collect()
        gc.freeze()
        # A turn leaves nothing for the collector (tests/service/test_counts.py): it need not look so often.
        gc.set_threshold(_COLLECT_AFTER, 10, 10)
        gc.enable()
        try:
            await _listen(runner, settings)
            # With PORT=0 the system chose the port.
            log.info("listening on %s:%s", settings.host, runner.addresses[0][1])
            if fault := disk_fault(settings.store):
                log.warning("SSAT_STORE: %s", fault)
            if settings.anonymous:
                log.warning("no MicrosoftAppId: requests need no token; loopback only")
            async with idle_closed(idle):
                await ending.come(served.readiness, settings.grace)
        finally:
            await runner.cleanup()

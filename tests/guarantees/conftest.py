"""What the tests of the guarantees share: the pieces of the service's tests, and a bot with credentials."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor

import aiohttp
import pytest

from tests.fakes.certificate import Certificate, loopback_certificate
from tests.fakes.connector import FakeConnector, running_connector
from tests.fakes.identity import Identity, running_identity
from tests.guarantees.behind_proxy import BehindProxy, bot_behind_proxy
from tests.guarantees.secured import Secured, settings_for
from tests.guarantees.slow_senders import Outcome, send_slowly
from tests.ports.azurite import Azurite, azurite
from tests.service.client import Room
from tests.service.conftest import bot, channel, connector, session, start, store
from tests.service.process import Bot

__all__ = ["azurite", "bot", "channel", "connector", "session", "start", "store"]


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """What the connector shows, and the file by which the bot trusts it."""
    return loopback_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(scope="session", autouse=True)
def slow_senders(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Future[Outcome] | None]:
    """They begin with the first of these tests, so that the one that asks for them hardly waits."""
    if not any(item.name.startswith("test_11_") for item in request.session.items):
        yield None
        return
    with ThreadPoolExecutor(1) as thread:
        yield thread.submit(send_slowly, tmp_path_factory.mktemp("slow"))


@pytest.fixture
async def identity() -> AsyncIterator[Identity]:
    async with running_identity() as running:
        yield running


@pytest.fixture
async def teams(certificate: Certificate) -> AsyncIterator[FakeConnector]:
    """A connector over TLS, as with credentials it must be."""
    async with running_connector(certificate.server) as running:
        yield running


@pytest.fixture
async def secured(
    certificate: Certificate,
    identity: Identity,
    teams: FakeConnector,
    session: aiohttp.ClientSession,
    start: Callable[[Mapping[str, str]], Bot],
) -> AsyncIterator[Secured]:
    """A bot with credentials that runs."""
    made = start(settings_for(identity, teams, certificate))
    await made.start()
    async with aiohttp.ClientSession(headers=identity.bearer(serviceurl=teams.service_url)) as own:
        yield Secured(made, identity, teams, session, own)


@pytest.fixture
async def behind(azurite: Azurite, start: Callable[[Mapping[str, str]], Bot]) -> AsyncIterator[BehindProxy]:
    """A bot whose store is behind a proxy."""
    async with bot_behind_proxy(azurite, start) as running:
        yield running


@pytest.fixture
def room(behind: BehindProxy, session: aiohttp.ClientSession, connector: FakeConnector) -> Room:
    """A channel of the bot behind the proxy."""
    return Room(behind.bot.url, session, connector, f"19:{uuid.uuid4().hex}@thread.tacv2")

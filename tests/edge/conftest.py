"""What the tests of the edge share: a session, a provider of keys and tokens, a connector, a door."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.teams.identity.door import Door
from bot.teams.identity.keys import SigningKeys
from bot.teams.inbound.http import make_http
from tests.fakes.connector import FakeConnector, running_connector
from tests.fakes.door import Hours
from tests.fakes.identity import Identity, running_identity
from tests.fakes.service import Listener, Served, serve
from tests.fakes.settings import anonymous_settings, identified_settings


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


@pytest.fixture
async def identity() -> AsyncIterator[Identity]:
    async with running_identity() as running:
        yield running


@pytest.fixture
async def teams() -> AsyncIterator[FakeConnector]:
    async with running_connector() as running:
        yield running


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
async def door(identity: Identity, session: aiohttp.ClientSession, hours: Hours) -> AsyncIterator[Door]:
    opened = Door(identified_settings(), session, SigningKeys(session, identity.metadata_url, hours))
    yield opened
    await opened.close()


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
async def open_service(listener: Listener, session: aiohttp.ClientSession) -> AsyncIterator[Served]:
    """Without credentials."""
    door = Door(anonymous_settings(), session)
    async for served in serve(make_http(listener, door, listener.readiness, body_seconds=0.3), session):
        yield served


@pytest.fixture
async def service(
    listener: Listener, session: aiohttp.ClientSession, identity: Identity
) -> AsyncIterator[Served]:
    """With credentials."""
    keys = SigningKeys(session, identity.metadata_url)
    door = Door(identified_settings(), session, keys)
    async for served in serve(make_http(listener, door, listener.readiness, body_seconds=0.3), session):
        yield served
    await door.close()

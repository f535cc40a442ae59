"""What the tests of the edge share: a session, a provider of keys and tokens, a connector."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.fakes.connector import FakeConnector, running_connector
from tests.fakes.identity import Identity, running_identity


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

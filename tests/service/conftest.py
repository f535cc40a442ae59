"""What the tests of the running service share: a connector, a client's session, bots on both stores."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path

import aiohttp
import pytest

from tests.fakes.connector import FakeConnector, running_connector
from tests.ports.azurite import Azurite, azurite
from tests.service.client import Room, browser, member
from tests.service.process import Bot

__all__ = ["azurite"]

PEOPLE = ("fm", "dora", "tim", "ines", "paul")


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with browser() as opened:
        yield opened


@pytest.fixture
async def connector() -> AsyncIterator[FakeConnector]:
    async with running_connector() as running:
        running.people = [member(name) for name in PEOPLE]
        yield running


@pytest.fixture
async def start(tmp_path: Path) -> AsyncIterator[Callable[[Mapping[str, str]], Bot]]:
    """Makes bots; those that still run at the end are killed."""
    bots: list[Bot] = []

    def make(settings: Mapping[str, str]) -> Bot:
        bots.append(Bot(settings, tmp_path))
        return bots[-1]

    yield make
    for bot in bots:
        await bot.kill()


@pytest.fixture(params=["sqlite", "azure-tables"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """The settings of a store."""
    if request.param == "sqlite":
        return {"SSAT_STORE": f"sqlite:///{tmp_path / 'answers.db'}"}
    emulator: Azurite = request.getfixturevalue("azurite")
    return {"SSAT_STORE": "azure-tables", "AZURE_STORAGE_CONNECTION_STRING": emulator.connection_string()}


@pytest.fixture
async def bot(start: Callable[[Mapping[str, str]], Bot], store: Mapping[str, str]) -> Bot:
    """A running bot."""
    made = start(store)
    await made.start()
    return made


@pytest.fixture
def channel(bot: Bot, session: aiohttp.ClientSession, connector: FakeConnector) -> Room:
    """A channel that no other test uses."""
    return Room(bot.url, session, connector, f"19:{uuid.uuid4().hex}@thread.tacv2")

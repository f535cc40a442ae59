"""A bot whose store is Azurite behind a proxy that spoils, holds and loses what it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.core.ports import Table
from bot.core.step import LOG_ROW
from tests.guarantees.stored import opened, stored
from tests.ports.azurite import Azurite
from tests.ports.proxy import Fault, Forward, Proxy, proxy_before
from tests.service.client import Room
from tests.service.process import Bot


@dataclass
class Held:
    """A fault that lets a test act while a request is on its way: before it arrives, or after it was done."""

    done_first: bool = False
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    released: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, forward: Forward) -> web.Response | None:
        answer = await forward() if self.done_first else None
        self.reached.set()
        await self.released.wait()
        return answer or await forward()


@dataclass
class BehindProxy:
    """The running bot, its proxy, and the store as others reach it."""

    bot: Bot
    proxy: Proxy
    store: Mapping[str, str]

    async def restart(self, room: Room) -> None:
        """Kill it as a crash would and start it again; the room is served by the new one."""
        await self.bot.kill()
        await self.bot.start()
        room.bot_url = self.bot.url

    async def engagement(self, room: Room) -> dict[str, Any]:
        """The room's engagement as the export tells it."""
        return await stored(self.store, room.id)

    async def log_rows(self, room: Room) -> int:
        """How many steps were written down."""
        engagement = await self.engagement(room)
        store = await opened(self.store)
        try:
            return len(await store.query(Table.ENGAGEMENTS, engagement["id"], LOG_ROW))
        finally:
            await store.close()


@asynccontextmanager
async def bot_behind_proxy(
    azurite: Azurite, start: Callable[[Mapping[str, str]], Bot]
) -> AsyncIterator[BehindProxy]:
    """One that listens."""
    kind = {"SSAT_STORE": "azure-tables"}
    async with proxy_before(azurite.port) as proxy:
        bot = start(kind | {"AZURE_STORAGE_CONNECTION_STRING": azurite.connection_string(proxy.port)})
        await bot.start()
        direct = kind | {"AZURE_STORAGE_CONNECTION_STRING": azurite.connection_string()}
        yield BehindProxy(bot, proxy, direct)
        await bot.kill()


def every(proxy: Proxy, fault: Fault) -> None:
    """Spoil all commits from now on, and no read."""
    proxy.commits.extend([fault] * 200)

"""A service over real HTTP whose inside only listens."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
from aiohttp import web

from bot.teams.inbound.http import Reply
from bot.teams.inbound.incoming import Incoming
from bot.teams.inbound.readiness import Readiness


class Listener:
    """The service behind the door: remembers what came through, and answers as told."""

    def __init__(self) -> None:
        self.came: list[Incoming] = []
        self.answer: Callable[[], Awaitable[Reply]] | None = None
        self.usable = True
        self.probed = 0
        self.now = 0.0
        self.readiness = Readiness(self.probe, self.probe, lambda: self.now)

    async def receive(self, incoming: Incoming, payload: dict[str, Any]) -> Reply:
        self.came.append(incoming)
        if self.answer is not None:
            return await self.answer()
        return Reply(200, {"statusCode": 200, "text": "Grüße"} if incoming.is_invoke else None)

    async def probe(self) -> None:
        self.probed += 1
        if not self.usable:
            raise RuntimeError("a reason that only the log may hold")


class Served:
    """A running service: where it listens, and a client for it."""

    def __init__(self, session: aiohttp.ClientSession, port: int) -> None:
        self.session = session
        self.port = port
        self.url = f"http://127.0.0.1:{port}"

    async def post(self, said: Any, **options: Any) -> aiohttp.ClientResponse:
        """Post an activity (a dict) or raw bytes to /api/messages."""
        headers = {"Content-Type": "application/json"} | options.pop("headers", {})
        raw = said if isinstance(said, bytes) else json.dumps(said).encode()
        async with self.session.post(
            f"{self.url}/api/messages", data=raw, headers=headers, **options
        ) as answer:
            await answer.read()
            return answer


async def serve(application: web.Application, session: aiohttp.ClientSession) -> AsyncIterator[Served]:
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield Served(session, runner.addresses[0][1])
    await runner.cleanup()

"""A load balancer before several bots: requests go to those alone that say they are ready."""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

from tests.service.process import Bot

_EVERY = 0.1


class Balancer:
    """Routes from one to the next. `seen` counts the statuses that it passed on; a bot that could not be
    reached, or broke off, is a 502."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.url = ""
        self.seen: Counter[int] = Counter()
        self.served_by: Counter[str] = Counter()
        self._session = session
        self._turn = itertools.count()
        self._ready: list[str] = []
        self._bots: list[Bot] = []
        self._changed = asyncio.Event()

    def add(self, bot: Bot) -> None:
        """Ask this one, too."""
        self._bots.append(bot)

    async def routes_to(self, *bots: Bot) -> None:
        """Wait until these and no others get requests."""
        async with asyncio.timeout(30):
            while sorted(self._ready) != sorted(bot.url for bot in bots):
                self._changed.clear()
                await self._changed.wait()

    async def served(self, more: int) -> None:
        """Wait until so many more requests were answered."""
        wanted = self.seen.total() + more
        async with asyncio.timeout(30):
            while self.seen.total() < wanted:
                self._changed.clear()
                await self._changed.wait()

    async def watch(self) -> None:
        """Ask again and again; until cancelled."""
        while True:
            self._ready = [bot.url for bot in self._bots if await self._is_ready(bot.url)]
            self._changed.set()
            await asyncio.sleep(_EVERY)

    async def _is_ready(self, url: str) -> bool:
        try:
            async with self._session.get(f"{url}/readyz") as answer:
                return answer.status == web.HTTPOk.status_code
        except aiohttp.ClientError:
            return False

    async def pass_on(self, request: web.Request) -> web.Response:
        """The answer of the bot whose turn it is."""
        url = self._ready[next(self._turn) % len(self._ready)] if self._ready else ""
        answer = await self._ask(url, await request.read()) if url else web.Response(status=503)
        self.seen[answer.status] += 1
        self.served_by[url] += 1
        self._changed.set()
        return answer

    async def _ask(self, url: str, body: bytes) -> web.Response:
        try:
            async with self._session.post(
                f"{url}/api/messages", data=body, headers={"Content-Type": "application/json"}
            ) as answer:
                return web.Response(
                    body=await answer.read(), status=answer.status, content_type=answer.content_type
                )
        except aiohttp.ClientError:
            return web.Response(status=502)


@asynccontextmanager
async def balancer() -> AsyncIterator[Balancer]:
    """One that listens, and keeps its connections to the bots open."""
    async with aiohttp.ClientSession() as session:
        made = Balancer(session)
        application = web.Application()
        application.router.add_post("/api/messages", made.pass_on)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        made.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        watching = asyncio.create_task(made.watch())
        try:
            yield made
        finally:
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)
            await runner.cleanup()

"""Stands between a store and Azurite, counts requests, and spoils those it is told to."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web
from yarl import URL

Forward = Callable[[], Awaitable[web.Response]]
Fault = Callable[[Forward], Awaitable[web.Response | None]]
"""Gets the way to Azurite, gives the answer; None breaks the connection."""


async def unspoilt(forward: Forward) -> web.Response:
    """The request arrives, and so does its answer."""
    return await forward()


async def drop(forward: Forward) -> None:
    """The request never arrives."""


async def lose_answer(forward: Forward) -> None:
    """The request arrives, its answer does not."""
    await forward()


async def busy(forward: Forward) -> web.Response:
    return web.Response(status=503, headers={"Retry-After": "20"})


async def silence(forward: Forward) -> None:
    await asyncio.Event().wait()


class Proxy:
    """`reads` and `commits` name the faults of the next ones; `always` is the fault of all after them."""

    def __init__(self, upstream: int, session: aiohttp.ClientSession) -> None:
        self.port = 0
        self.reads: deque[Fault] = deque()
        self.commits: deque[Fault] = deque()
        self.always: Fault | None = None
        self.seen: list[str] = []
        self._upstream = upstream
        self._session = session
        self._server: web.Server | None = None
        self._listener: asyncio.Server | None = None

    async def listen(self, server: web.Server) -> None:
        """Take connections, at the same port each time."""
        self._server = server
        loop = asyncio.get_running_loop()
        self._listener = await loop.create_server(server, "127.0.0.1", self.port, reuse_address=True)
        self.port = self._listener.sockets[0].getsockname()[1]

    async def shut(self, seconds: float) -> None:
        """Refuse new connections for so long; those that are open stay."""
        if self._listener is not None and self._server is not None:
            await self.stop()
            await asyncio.sleep(seconds)
            await self.listen(self._server)

    async def stop(self) -> None:
        """Refuse new connections."""
        listener, self._listener = self._listener, None
        if listener is not None:
            # The loop takes a connection in one round and makes its transport in the next; a listener that
            # closes between the two leaves it open for ever.
            for one in listener.sockets:
                asyncio.get_running_loop().remove_reader(one.fileno())
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            listener.close()

    async def handle(self, request: web.Request) -> web.Response:
        body = await request.read()
        kind = "commit" if request.path.endswith("$batch") else "read"
        self.seen.append(kind)
        faults = self.commits if kind == "commit" else self.reads
        fault = faults.popleft() if faults else self.always

        async def forward() -> web.Response:
            return await self._forward(request, body)

        answer = await (fault(forward) if fault else forward())
        if answer is None:
            if request.transport:
                request.transport.abort()
            raise ConnectionResetError
        return answer

    async def _forward(self, request: web.Request, body: bytes) -> web.Response:
        place = URL(f"http://127.0.0.1:{self._upstream}{request.raw_path}", encoded=True)
        async with self._session.request(
            request.method, place, data=body or None, headers=request.headers
        ) as answer:
            kept = {
                name: value
                for name, value in answer.headers.items()
                if name.lower() not in ("content-length", "transfer-encoding", "connection", "keep-alive")
            }
            return web.Response(status=answer.status, body=await answer.read(), headers=kept)


@asynccontextmanager
async def proxy_before(upstream: int) -> AsyncIterator[Proxy]:
    async with aiohttp.ClientSession(auto_decompress=False) as session:
        proxy = Proxy(upstream, session)
        app = web.Application(client_max_size=8 * 2**20)
        app.router.add_route("*", "/{path:.*}", proxy.handle)
        runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
        await runner.setup()
        assert runner.server is not None, "the application has no server"
        try:
            await proxy.listen(runner.server)
            yield proxy
        finally:
            await proxy.stop()
            await runner.cleanup()

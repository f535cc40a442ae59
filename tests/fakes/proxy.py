"""A forward proxy on loopback that notes for which hosts it was asked, and lets nothing through."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class FakeProxy:
    """`asked` are the hosts of the requests (CONNECT or whole addresses), in order."""

    def __init__(self) -> None:
        self.url = ""
        self.asked: list[str] = []

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request; refused when its head is read."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        target = head.split(" ")[1]
        self.asked.append(target.partition("://")[2].partition("/")[0] if "://" in target else target)
        writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()
        writer.close()


@asynccontextmanager
async def running_proxy() -> AsyncIterator[FakeProxy]:
    """A proxy that listens on a free port of loopback."""
    proxy = FakeProxy()
    server = await asyncio.start_server(proxy.handle, "127.0.0.1", 0)
    proxy.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        yield proxy

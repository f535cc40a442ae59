"""Files leave for OneDrive alone: no other host, no token, no redirect, an end in time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web

from bot.teams.files.drive import HttpDrive, UploadFailed, is_allowed

Handler = Callable[[web.Request], Awaitable[web.Response]]


@pytest.mark.parametrize(
    "address",
    [
        "https://contoso-my.sharepoint.com/personal/x/_layouts/15/upload?guid=1",
        "https://contoso.sharepoint.com:443/x",
        "https://CONTOSO-MY.SharePoint.com/x",
        "https://contoso-my.sharepoint.us/x",
        "https://contoso-my.sharepoint.cn/x",
    ],
)
def test_onedrive_is_allowed(address: str) -> None:
    assert is_allowed(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://contoso-my.sharepoint.com/x",
        "https://sharepoint.com.evil.example/x",
        "https://evilsharepoint.com/x",
        "https://sharepoint.com/x",
        "https://evil.example/?x=.sharepoint.com",
        "https://evil.example#.sharepoint.com",
        "https://evil.example\\.sharepoint.com/x",
        "https://me:secret@contoso-my.sharepoint.com/x",
        "https://contoso-my.sharepoint.com:8443/x",
        "https://contoso-my.sharepoint.com:x/",
        "https://169.254.169.254/x",
        "https://127.0.0.1/x",
        "http://localhost/x",
        "file:///etc/passwd",
        "https://[::1/x",
        "https://contoso-my.sharepoint.com/x\r\nHost: evil.example",
    ],
)
def test_everything_else_is_not(address: str) -> None:
    assert not is_allowed(address)


def test_without_credentials_this_machine_is_allowed_too() -> None:
    assert is_allowed("http://127.0.0.1:8080/upload", loopback=True)
    assert not is_allowed("http://evil.example/upload", loopback=True)
    assert not is_allowed("ftp://127.0.0.1/upload", loopback=True)


@asynccontextmanager
async def uploading(handler: Handler) -> AsyncIterator[str]:
    """A place on loopback that takes files."""
    application = web.Application()
    application.router.add_put("/upload", handler)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/upload"
    await runner.cleanup()


async def put(address: str, content: bytes = b"whole", *, loopback: bool = True, seconds: float = 5) -> None:
    async with aiohttp.ClientSession() as session:
        await HttpDrive(session, loopback=loopback, seconds=seconds).put(address, content)


async def test_a_file_arrives_whole_with_its_range_and_without_a_token() -> None:
    came: list[tuple[bytes, str, bool]] = []

    async def take(request: web.Request) -> web.Response:
        body = await request.read()
        came.append((body, request.headers["Content-Range"], "Authorization" in request.headers))
        return web.Response(status=201)

    async with uploading(take) as address:
        await put(address, b"x" * 300_000)
    assert came == [(b"x" * 300_000, "bytes 0-299999/300000", False)]


@pytest.mark.parametrize("status", [302, 401, 404, 409, 416, 500, 503])
async def test_every_refusal_is_a_failure_and_no_redirect_is_followed(status: int) -> None:
    calls: list[str] = []

    async def refuse(request: web.Request) -> web.Response:
        await request.read()
        calls.append(request.path)
        return web.Response(status=status, headers={"Location": "/upload"})

    async with uploading(refuse) as address:
        with pytest.raises(UploadFailed, match=f"status {status}"):
            await put(address)
    assert calls == ["/upload"]


async def test_a_drive_that_does_not_answer_is_given_up() -> None:
    async def hang(request: web.Request) -> web.Response:
        await asyncio.Event().wait()
        return web.Response()

    async with uploading(hang) as address:
        with pytest.raises(UploadFailed, match="Timeout"):
            await put(address, seconds=0.2)


async def test_nothing_is_sent_to_a_host_that_is_not_allowed() -> None:
    calls: list[str] = []

    async def take(request: web.Request) -> web.Response:
        calls.append(request.path)
        return web.Response()

    async with uploading(take) as address:
        with pytest.raises(UploadFailed, match="not an address of OneDrive") as failed:
            await put(address, loopback=False)
    assert calls == []
    assert "127.0.0.1" not in str(failed.value), "the log does not name the address"


async def test_nobody_there_is_a_failure() -> None:
    with pytest.raises(UploadFailed, match="ClientConnector"):
        await put("http://127.0.0.1:9/upload")

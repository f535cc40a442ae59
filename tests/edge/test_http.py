"""The service over real HTTP: every hostile request is a 4xx, and what is promised is kept."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.teams.activities import Incoming
from bot.teams.door import Door
from bot.teams.http import Reply, make_http
from bot.teams.keys import SigningKeys
from bot.teams.tokens import TokenUnavailable
from tests.fakes.activities import message, press
from tests.fakes.identity import SERVICE_URL, Identity
from tests.fakes.settings import TENANT, anonymous_settings, identified_settings

LOOPBACK = "http://127.0.0.1:1/teams/"


class Listener:
    """The service behind the door: remembers what came through, and answers as told."""

    def __init__(self) -> None:
        self.came: list[Incoming] = []
        self.answer: Callable[[], Awaitable[Reply]] | None = None
        self.usable = True

    async def receive(self, incoming: Incoming, payload: dict[str, Any]) -> Reply:
        self.came.append(incoming)
        if self.answer is not None:
            return await self.answer()
        return Reply(200, {"statusCode": 200, "text": "Grüße"} if incoming.is_invoke else None)

    async def ready(self) -> bool:
        if not self.usable:
            raise RuntimeError("a reason that only the log may hold")
        return True


@pytest.fixture
def listener() -> Listener:
    return Listener()


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


@pytest.fixture
async def open_service(listener: Listener, session: aiohttp.ClientSession) -> AsyncIterator[Served]:
    """Without credentials."""
    door = Door(anonymous_settings(), session)
    async for served in serve(make_http(listener, door, listener.ready, body_seconds=0.3), session):
        yield served


@pytest.fixture
async def service(
    listener: Listener, session: aiohttp.ClientSession, identity: Identity
) -> AsyncIterator[Served]:
    """With credentials."""
    keys = SigningKeys(session, identity.metadata_url)
    door = Door(identified_settings(), session, keys)
    async for served in serve(make_http(listener, door, listener.ready, body_seconds=0.3), session):
        yield served
    await door.close()


async def test_a_message_and_a_press_come_through(
    service: Served, listener: Listener, identity: Identity
) -> None:
    said = await service.post(message(SERVICE_URL), headers=identity.bearer())
    pressed = await service.post(press(SERVICE_URL, {"a": "1"}), headers=identity.bearer())
    assert (said.status, await said.text()) == (200, "")
    assert (pressed.status, pressed.content_type) == (200, "application/json")
    assert await pressed.json() == {"statusCode": 200, "text": "Grüße"}
    assert [one.kind for one in listener.came] == ["message", "press"]


BAD_BODIES: dict[str, tuple[int, bytes, dict[str, str]]] = {
    "empty": (400, b"", {}),
    "broken": (400, b'{"type": "mess', {}),
    "not UTF-8": (400, b'{"type": "\xff\xfe"}', {}),
    "a list": (400, b"[]", {}),
    "a number": (400, b"7", {}),
    "nested deep": (400, b'{"a":' * 50_000, {}),
    "nested deep and whole": (400, b'{"type":' + b"[" * 50_000 + b"]" * 50_000 + b"}", {}),
    "too large": (413, b'{"type": "' + b"x" * 300_000 + b'"}', {}),
    "a bomb": (413, gzip.compress(b" " * 20_000_000), {"Content-Encoding": "gzip"}),
    "not gzip": (400, b"{}", {"Content-Encoding": "gzip"}),
    "text": (415, b"{}", {"Content-Type": "text/plain"}),
    "a form": (415, b"a=1", {"Content-Type": "application/x-www-form-urlencoded"}),
}


@pytest.mark.parametrize("case", BAD_BODIES)
async def test_a_bad_body_runs_nothing(
    service: Served, listener: Listener, identity: Identity, case: str
) -> None:
    expected, raw, headers = BAD_BODIES[case]
    answer = await service.post(raw, headers=identity.bearer() | headers)
    assert answer.status == expected
    assert listener.came == []


@pytest.mark.parametrize("case", BAD_BODIES)
async def test_the_token_comes_before_the_body(service: Served, case: str) -> None:
    _, raw, headers = BAD_BODIES[case]
    answer = await service.post(raw, headers=headers)
    assert answer.status == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"channelId": "webchat"}, 403),
        ({"serviceUrl": "https://evil.example/"}, 403),
        ({"serviceUrl": ""}, 403),
        ({"conversation": {"id": "x", "tenantId": "foreign"}}, 403),
        ({"type": None}, 400),
        ({"conversation": {"tenantId": TENANT}}, 400),
        ({"from": [1]}, 400),
        ({"value": {"x": "y" * 70_000}}, 400),
        ({"entities": "x"}, 400),
    ],
    ids=str,
)
async def test_a_bad_activity_runs_nothing(
    service: Served, listener: Listener, identity: Identity, changed: dict[str, Any], status: int
) -> None:
    answer = await service.post(message(SERVICE_URL) | changed, headers=identity.bearer())
    assert (answer.status, listener.came) == (status, [])


async def test_half_a_surrogate_pair_comes_through(open_service: Served, listener: Listener) -> None:
    raw = json.dumps(message(LOOPBACK) | {"text": "a"}).replace('"a"', r'"x\ud800y"').encode()
    assert (await open_service.post(raw)).status == 200
    assert listener.came[0].text == "x\ufffdy"


async def test_without_credentials_a_page_in_a_browser_cannot_post(open_service: Served) -> None:
    # Such a page may send text/plain without asking; JSON only after a question that nobody answers.
    answer = await open_service.post(message(LOOPBACK), headers={"Content-Type": "text/plain"})
    assert answer.status == 415


SLOW = (
    b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    b"Content-Length: 900\r\n\r\n{"
)


async def test_a_slow_body_is_closed(open_service: Served, listener: Listener) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", open_service.port)
    writer.write(SLOW)
    async with asyncio.timeout(3):
        answer = await reader.read()
    assert answer.startswith(b"HTTP/1.1 408")
    assert listener.came == []
    writer.close()


async def test_a_body_that_breaks_off_runs_nothing(open_service: Served, listener: Listener) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", open_service.port)
    writer.write(SLOW)
    await writer.drain()
    writer.transport.abort()
    assert (await open_service.post(message(LOOPBACK))).status == 200
    assert len(listener.came) == 1


async def test_an_unexpected_fault_is_500_with_one_line_and_an_id(
    open_service: Served, listener: Listener, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken() -> Reply:
        raise LookupError("a fault of ours")

    listener.answer = broken
    answer = await open_service.post(message(LOOPBACK))
    assert (answer.status, await answer.text()) == (500, "")
    assert len(answer.headers["X-Correlation-Id"]) == 12
    assert [one.getMessage() for one in caplog.records if one.levelno >= logging.ERROR] == ["turn failed"]


async def test_without_a_token_for_the_connector_the_turn_is_given_back(
    open_service: Served, listener: Listener, caplog: pytest.LogCaptureFixture
) -> None:
    async def no_token() -> Reply:
        raise TokenUnavailable

    listener.answer = no_token
    assert (await open_service.post(message(LOOPBACK))).status == 503
    assert any(one.levelno == logging.ERROR for one in caplog.records)


async def test_a_turn_has_one_line_without_words(
    open_service: Served, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await open_service.post(message(LOOPBACK, "our secret plan"))
    [record] = [one for one in caplog.records if one.name == "bot.teams.http"]
    fields = vars(record)
    assert (fields["outcome"], fields["status"], fields["kind"]) == ("answered", 200, "message")
    assert fields["ms"] >= 0
    assert "secret" not in str(fields)
    assert "Ada" not in str(fields)


async def test_a_refusal_says_why_only_in_the_log(service: Served, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    answer = await service.post(message(SERVICE_URL), headers={"Authorization": "Bearer abc.def.ghi"})
    assert await answer.text() == ""
    assert vars(caplog.records[-1])["outcome"] == "not a token"
    assert "abc.def" not in caplog.text


async def test_health_and_readiness(
    open_service: Served, listener: Listener, caplog: pytest.LogCaptureFixture
) -> None:
    async def get(path: str) -> tuple[int, str]:
        async with open_service.session.get(open_service.url + path) as answer:
            return answer.status, await answer.text()

    assert [await get("/healthz"), await get("/readyz")] == [(200, "ok"), (200, "ready")]
    listener.usable = False
    assert [await get("/healthz"), await get("/readyz")] == [(200, "ok"), (503, "not ready")]
    assert "readiness not known" in caplog.text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/api/messages", 405),
        ("PUT", "/api/messages", 405),
        ("POST", "/healthz", 405),
        ("POST", "/api/messages/x", 404),
        ("GET", "/../etc/passwd", 404),
    ],
)
async def test_there_is_nothing_else(open_service: Served, method: str, path: str, status: int) -> None:
    async with open_service.session.request(method, open_service.url + path) as answer:
        assert answer.status == status


async def test_warm_turns_fetch_no_keys(service: Served, identity: Identity, listener: Listener) -> None:
    for _ in range(20):
        await service.post(press(SERVICE_URL), headers=identity.bearer())
    assert len(listener.came) == 20
    assert identity.calls == {"/metadata": 1, "/keys": 1}

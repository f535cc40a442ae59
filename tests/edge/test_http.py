"""The service over real HTTP: what comes through, what is answered, and what the log says."""

from __future__ import annotations

import asyncio
import json
import logging

import pytest

from bot.teams.identity.tokens import TokenUnavailable
from bot.teams.inbound.http import Reply
from bot.teams.inbound.readiness import REMEMBERED
from tests.fakes.activities import message, press, refresh
from tests.fakes.identity import SERVICE_URL, Identity
from tests.fakes.service import Listener, Served

LOOPBACK = "http://127.0.0.1:1/teams/"


async def test_a_message_and_a_press_come_through(
    service: Served, listener: Listener, identity: Identity
) -> None:
    said = await service.post(message(SERVICE_URL), headers=identity.bearer())
    pressed = await service.post(press(SERVICE_URL, {"a": "1"}), headers=identity.bearer())
    assert (said.status, await said.text()) == (200, "")
    assert (pressed.status, pressed.content_type) == (200, "application/json")
    assert await pressed.json() == {"statusCode": 200, "text": "Grüße"}
    assert [one.kind for one in listener.came] == ["message", "press"]


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


async def test_what_a_client_asks_by_itself_is_counted_apart_from_presses(
    open_service: Served, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await open_service.post(refresh(LOOPBACK, {"action": "refresh", "workshop": 1, "revision": 7}))
    [record] = [one for one in caplog.records if one.name == "bot.teams.inbound.http"]
    assert (vars(record)["outcome"], vars(record)["kind"]) == ("answered", "refresh")


async def test_a_turn_has_one_line_without_words(
    open_service: Served, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await open_service.post(message(LOOPBACK, "our secret plan"))
    [record] = [one for one in caplog.records if one.name == "bot.teams.inbound.http"]
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
    listener.usable, listener.now = False, REMEMBERED
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

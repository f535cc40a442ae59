"""The bot's own token: one an hour, never in a log, and its endpoint's trouble is no request's trouble."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.teams.identity.tokens import AHEAD, MARGIN, TOKEN_PAUSE, Token, Tokens, TokenUnavailable
from tests.fakes.door import Hours
from tests.fakes.identity import Identity
from tests.fakes.settings import APP, SECRET, anonymous_settings, identified_settings


@pytest.fixture
async def tokens(identity: Identity, session: aiohttp.ClientSession, hours: Hours) -> AsyncIterator[Tokens]:
    settings = identified_settings(ToChannelFromBotLoginUrl=identity.login_url)
    opened = Tokens(settings, session, hours)
    yield opened
    await opened.close()


async def settle() -> None:
    """Let tasks in the background run until nothing moves."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    fetches = [one for one in others if "Tokens._load" in repr(one)]
    await asyncio.gather(*fetches)


async def test_a_token_is_fetched_with_the_secret(tokens: Tokens, identity: Identity) -> None:
    assert await tokens.header() == "Bearer token-1"
    assert identity.forms == [
        {
            "grant_type": "client_credentials",
            "client_id": APP,
            "client_secret": SECRET,
            "scope": "https://api.botframework.com/.default",
        }
    ]


async def test_without_credentials_there_is_none(session: aiohttp.ClientSession) -> None:
    assert await Tokens(anonymous_settings(), session).header() is None


async def test_one_fetch_serves_all_who_wait(tokens: Tokens, identity: Identity) -> None:
    assert set(await asyncio.gather(*(tokens.header() for _ in range(20)))) == {"Bearer token-1"}
    assert len(identity.forms) == 1


async def test_a_token_is_renewed_ahead_in_the_background(
    tokens: Tokens, identity: Identity, hours: Hours
) -> None:
    await tokens.header()
    hours.now += 3600 - AHEAD - 1
    await tokens.header()
    assert len(identity.forms) == 1
    hours.now += 2
    assert await tokens.header() == "Bearer token-1"
    await settle()
    assert await tokens.header() == "Bearer token-2"


async def test_near_its_end_a_token_is_not_used(tokens: Tokens, hours: Hours) -> None:
    await tokens.header()
    hours.now += 3600 - MARGIN + 1
    assert await tokens.header() == "Bearer token-2"


async def test_a_token_still_serves_while_its_endpoint_is_down(
    tokens: Tokens, identity: Identity, hours: Hours
) -> None:
    await tokens.header()
    identity.down = True
    hours.now += 3600 - MARGIN + 1
    assert await tokens.header() == "Bearer token-1"
    hours.now += MARGIN
    with pytest.raises(TokenUnavailable):
        await tokens.header()


async def test_a_refused_secret_is_an_error_in_the_log_without_the_secret(
    tokens: Tokens, identity: Identity, caplog: pytest.LogCaptureFixture
) -> None:
    identity.token_fault = {
        "error": "invalid_client",
        "error_description": f"AADSTS7000222: {SECRET} has expired",
        "error_codes": [7000222],
    }
    with pytest.raises(TokenUnavailable):
        await tokens.header()
    [record] = caplog.records
    assert record.levelno == logging.ERROR
    assert record.getMessage() == "no token for the connector: status 401 invalid_client 7000222"


async def test_after_a_failure_the_endpoint_gets_a_pause(
    tokens: Tokens, identity: Identity, hours: Hours
) -> None:
    identity.token_fault = {"error": "invalid_client"}
    for _ in range(10):
        with pytest.raises(TokenUnavailable):
            await tokens.header()
    assert len(identity.forms) == 1
    identity.token_fault = None
    hours.now += TOKEN_PAUSE + 1
    assert await tokens.header() == "Bearer token-2"


async def test_a_token_of_short_life_is_used(tokens: Tokens, identity: Identity) -> None:
    identity.token_life = 60
    assert await tokens.header() == "Bearer token-1"


@pytest.mark.parametrize("answer", [b"", b"[]", b"<html>", b'{"access_token": 5}'])
async def test_an_answer_that_is_none_is_a_failure(
    session: aiohttp.ClientSession, answer: bytes, unused_tcp_port: int
) -> None:
    from aiohttp import web

    async def odd(request: web.Request) -> web.Response:
        return web.Response(body=answer)

    application = web.Application()
    application.router.add_post("/t/oauth2/v2.0/token", odd)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", unused_tcp_port).start()
    login = f"http://127.0.0.1:{unused_tcp_port}/t"
    tokens = Tokens(identified_settings(ToChannelFromBotLoginUrl=login), session)
    with pytest.raises(TokenUnavailable):
        await tokens.header()
    await runner.cleanup()


async def test_a_managed_identity_serves_too(session: aiohttp.ClientSession, hours: Hours) -> None:
    fetched: list[int] = []

    async def fetch() -> Token:
        fetched.append(1)
        return Token("from-the-machine", 3600)

    settings = identified_settings(MicrosoftAppType="UserAssignedMSI", MicrosoftAppPassword="")
    tokens = Tokens(settings, session, hours, fetch)
    assert [await tokens.header(), await tokens.header()] == ["Bearer from-the-machine"] * 2
    assert fetched == [1]
    await tokens.close()


async def test_a_token_that_the_connector_refused_is_forgotten(tokens: Tokens) -> None:
    first = await tokens.header()
    tokens.forget("Bearer another")
    assert await tokens.header() == first
    tokens.forget(first)
    assert await tokens.header() == "Bearer token-2"

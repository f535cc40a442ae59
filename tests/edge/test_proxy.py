"""Behind a proxy: everything that leaves the machine goes by HTTPS_PROXY, and nothing that NO_PROXY names."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime

import aiohttp
import pytest

from bot.app import connector_of, open_session
from bot.core.ports import StoreUnavailable
from bot.links.asking import asked_links, faults_of
from bot.store.open import open_store
from bot.teams.files.drive import HttpDrive, UploadFailed
from bot.teams.identity.keys import SigningKeys
from bot.teams.identity.tokens import Token, Tokens, TokenUnavailable
from bot.teams.outbound.send_faults import Refused
from bot.teams.outbound.sending import Address
from tests.fakes.identity import SERVICE_URL
from tests.fakes.proxy import FakeProxy, running_proxy
from tests.fakes.settings import identified_settings
from tests.playbook_of_tests import book_of_tests

Client = Callable[[aiohttp.ClientSession], Awaitable[None]]
ACCOUNT = "AccountName=acct;AccountKey=eA==;EndpointSuffix=core.windows.net;DefaultEndpointsProtocol=https"


@pytest.fixture
async def proxy(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeProxy]:
    """Named for everything."""
    for name in ("NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    async with running_proxy() as running:
        for name in ("HTTPS_PROXY", "https_proxy"):
            monkeypatch.setenv(name, running.url)
        yield running


async def token(session: aiohttp.ClientSession) -> None:
    with pytest.raises(TokenUnavailable):
        await Tokens(identified_settings(), session).header()


async def keys(session: aiohttp.ClientSession) -> None:
    assert await SigningKeys(session, identified_settings().metadata_url).find("any") is None


async def connector(session: aiohttp.ClientSession) -> None:
    async def fetch() -> Token:
        return Token("token", 3600)

    settings = identified_settings()
    sending = connector_of(settings, session, Tokens(settings, session, fetch=fetch))
    with pytest.raises(Refused, match="NotConnected"):
        await sending.post(Address(SERVICE_URL, "19:x"), {})


async def drive(session: aiohttp.ClientSession) -> None:
    with pytest.raises(UploadFailed):
        await HttpDrive(session, loopback=False).put("https://contoso-my.sharepoint.com/upload", b"x")


async def tables(session: aiohttp.ClientSession) -> None:
    with pytest.raises(StoreUnavailable):
        await open_store("azure-tables", connection_string=ACCOUNT)


CLIENTS: dict[str, tuple[Client, str]] = {
    "token": (token, "login.microsoftonline.com:443"),
    "keys": (keys, "login.botframework.com:443"),
    "connector": (connector, "smba.trafficmanager.net:443"),
    "OneDrive": (drive, "contoso-my.sharepoint.com:443"),
    "tables": (tables, "acct.table.core.windows.net:443"),
}


@pytest.mark.parametrize("name", CLIENTS)
async def test_what_leaves_the_machine_goes_by_the_proxy(proxy: FakeProxy, name: str) -> None:
    client, host = CLIENTS[name]
    async with open_session() as session:
        await client(session)
    assert set(proxy.asked) == {host}


async def test_the_check_of_links_goes_by_the_proxy(proxy: FakeProxy) -> None:
    found = await asked_links(book_of_tests().playbook, datetime(2026, 11, 29, tzinfo=UTC))
    assert faults_of(found) != []
    assert len(set(proxy.asked)) > 0


async def test_what_no_proxy_names_does_not_go_by_it(
    proxy: FakeProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def direct(*_: object, **__: object) -> None:
        raise aiohttp.ClientConnectionError

    monkeypatch.setenv("NO_PROXY", ".microsoftonline.com,login.botframework.com")
    monkeypatch.setenv("no_proxy", ".microsoftonline.com,login.botframework.com")
    async with open_session() as session:
        monkeypatch.setattr(session.connector, "connect", direct)
        await token(session)
        await keys(session)
    assert proxy.asked == []


async def test_without_a_proxy_nothing_is_looked_up_for_each_call(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    async with open_session() as session:
        assert not session.trust_env

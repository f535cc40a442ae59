"""The bot's identity without a secret, by azure-identity: a certificate, or a managed identity's token."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import jwt
import pytest
from aiohttp import web
from azure.core.pipeline.transport import AioHttpTransport

from bot.settings import Settings, SettingsFaults
from bot.teams.identity.credentials import Token, credential_of
from bot.teams.identity.tokens import Tokens, TokenUnavailable
from tests.fakes.certificate import Certificate, loopback_certificate, rsa_certificate
from tests.fakes.identity import Identity
from tests.fakes.settings import APP, identified_settings

MACHINE = "99999999-0000-4000-8000-0000000000a1"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return loopback_certificate(tmp_path_factory.mktemp("tls"))


@asynccontextmanager
async def entra(certificate: Certificate) -> AsyncIterator[Identity]:
    """Microsoft Entra over TLS, as azure-identity wants it."""
    identity = Identity()
    runner = web.AppRunner(identity.application(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=certificate.server).start()
    identity.url = f"https://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield identity
    finally:
        await runner.cleanup()


@asynccontextmanager
async def machine(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[list[dict[str, str]]]:
    """A machine that carries a managed identity, as App Service offers it; what it was asked for."""
    asked: list[dict[str, str]] = []

    async def give(request: web.Request) -> web.Response:
        asked.append(dict(request.query))
        said = {"access_token": f"proof-{len(asked)}", "expires_on": "4102444800", "token_type": "Bearer"}
        return web.json_response(said | {"resource": request.query["resource"]})

    application = web.Application()
    application.router.add_get("/msi/token", give)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    monkeypatch.setenv("IDENTITY_ENDPOINT", f"http://127.0.0.1:{runner.addresses[0][1]}/msi/token")
    monkeypatch.setenv("IDENTITY_HEADER", "a-header")
    try:
        yield asked
    finally:
        await runner.cleanup()


def without_secret(identity: Identity, **given: object) -> Settings:
    login = f"{identity.url}/tenant"
    usual = {"MicrosoftAppPassword": "", "MicrosoftAppTenantId": "tenant", "ToChannelFromBotLoginUrl": login}
    return identified_settings(**(usual | given))


async def fetched(settings: Settings, certificate: Certificate) -> Token:
    transport = AioHttpTransport(connection_verify=str(certificate.trusted))
    credential = credential_of(settings, transport=transport, disable_instance_discovery=True)
    assert credential is not None
    try:
        return await credential()
    finally:
        await credential.close()


async def test_a_certificate_signs_for_the_bot(certificate: Certificate, tmp_path: Path) -> None:
    key = rsa_certificate(tmp_path / "bot.pem")
    async with entra(certificate) as identity:
        token = await fetched(
            without_secret(identity, MicrosoftAppCertificate=tmp_path / "bot.pem"), certificate
        )
    assert (token.value, 3000 < token.life <= 3600) == ("token-1", True)
    [form] = identity.forms
    assert (form["client_id"], form["scope"]) == (APP, "https://api.botframework.com/.default")
    proof = jwt.decode(form["client_assertion"], key, ["RS256", "PS256"], options={"verify_aud": False})
    assert (proof["iss"], proof["sub"], "client_secret" in form) == (APP, APP, False)


@pytest.mark.parametrize(("named", "client"), [(MACHINE, MACHINE), ("system", None)])
async def test_a_managed_identity_stands_in_for_the_secret_of_a_single_tenant_app(
    certificate: Certificate, monkeypatch: pytest.MonkeyPatch, named: str, client: str | None
) -> None:
    async with entra(certificate) as identity, machine(monkeypatch) as asked:
        token = await fetched(without_secret(identity, MicrosoftAppFederatedIdentity=named), certificate)
    assert token.value == "token-1"
    [request], [form] = asked, identity.forms
    assert (request["resource"], request.get("client_id")) == ("api://AzureADTokenExchange", client)
    assert (form["client_id"], form["client_assertion"]) == (APP, "proof-1")
    assert form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


async def test_a_government_cloud_exchanges_at_its_own_audience(
    certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with entra(certificate) as identity, machine(monkeypatch) as asked:
        settings = without_secret(identity, MicrosoftAppFederatedIdentity="system", SSAT_CLOUD="dod")
        await fetched(settings, certificate)
    assert asked[0]["resource"] == "api://AzureADTokenExchangeUSGov"
    assert identity.forms[0]["scope"] == "https://api.botframework.us/.default"


async def test_a_machine_without_an_identity_is_no_crash(
    session: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("IDENTITY_ENDPOINT", "http://127.0.0.1:9/msi/token")
    monkeypatch.setenv("IDENTITY_HEADER", "a-header")
    settings = identified_settings(MicrosoftAppPassword="", MicrosoftAppFederatedIdentity="system")
    tokens = Tokens(settings, session)
    with pytest.raises(TokenUnavailable):
        await tokens.header()
    assert "no token for the connector: " in caplog.text
    await tokens.close()


def test_a_file_without_a_private_key_is_a_fault_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "bot.pem").write_text("nothing", encoding="utf-8")
    settings = identified_settings(MicrosoftAppPassword="", MicrosoftAppCertificate=tmp_path / "bot.pem")
    with pytest.raises(SettingsFaults, match="MicrosoftAppCertificate: holds no certificate"):
        credential_of(settings)


def test_a_bot_with_a_secret_needs_none() -> None:
    assert credential_of(identified_settings()) is None

"""Guarantees 2 to 6: who is let in, what they may name, and where the bot's own token goes."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from tests.fakes.bad_bodies import BAD_BODIES
from tests.fakes.bad_tokens import BAD_TOKENS
from tests.fakes.certificate import Certificate
from tests.fakes.connector import Fault, running_connector
from tests.fakes.identity import SERVICE_URL
from tests.fakes.settings import TENANT
from tests.guarantees.secured import Secured
from tests.service.client import Person


async def test_02_a_bad_token_is_401_and_no_bot_code_runs(secured: Secured) -> None:
    headers = [{"Authorization": f"Bearer {build(secured.identity)}"} for build in BAD_TOKENS.values()]
    headers += [{}, {"Authorization": ""}, {"Authorization": "Basic YTpi"}, {"Authorization": "Bearer"}]
    for down in (False, True):
        secured.identity.down = down
        answers = [await secured.status(one) for one in headers]
        assert answers == [401] * len(headers)
    secured.identity.down = False
    await secured.nothing_ran()


async def test_03_only_the_channels_own_tokens_are_taken(secured: Secured) -> None:
    identity = secured.identity
    identity.add_key("other", "webchat")
    identity.add_key("none")
    await secured.bot.kill()
    await secured.bot.start()
    named = {"serviceurl": secured.connector.service_url}
    lacking: dict[str, tuple[int, str]] = {
        "the issuer": (401, identity.token(**named, iss="https://sts.windows.net/t/")),
        "an end": (401, identity.token(**named, without="exp")),
        "the audience": (401, identity.token(**named, aud="00000000-0000-4000-8000-000000000000")),
        "the signature": (401, identity.token(**named)[:-8] + "AAAAAAAA"),
        "an endorsement": (403, identity.token("none", **named)),
        "the endorsement for Teams": (403, identity.token("other", **named)),
        "RS256": (401, BAD_TOKENS["HS256 with the public key"](identity)),
    }
    for what, (status, token) in lacking.items():
        assert await secured.status({"Authorization": f"Bearer {token}"}) == status, what
    await secured.nothing_ran()


async def test_04_the_service_url_is_https_allowed_and_the_tokens_own(secured: Secured) -> None:
    own = secured.connector.service_url
    place = urlsplit(own)
    wrong = [
        None, "", 7, own.replace("https", "http"), SERVICE_URL, "https://evil.example/teams/",
        f"https://127.0.0.1:{place.port}@evil.example/", f"https://{place.netloc}.evil.example/",
        f"https://evil.example\\.{place.netloc}/", "https://127.0.0.1/teams/", own + "other/", own + "?x=1",
    ]  # fmt: skip
    for address in wrong:
        claim = address if isinstance(address, str) else own
        matching = secured.identity.bearer(serviceurl=claim)
        # The path is the token's to say: there, only the difference between both is wrong.
        header = secured.good() if address == own + "other/" else matching
        assert await secured.status(header, secured.activity(serviceUrl=address)) == 403, address
    await secured.nothing_ran()


async def test_04_the_bots_token_goes_nowhere_else(secured: Secured, certificate: Certificate) -> None:
    async with running_connector(certificate.server) as stranger:
        away = stranger.service_url
        assert await secured.status(secured.good(), secured.activity(serviceUrl=away)) == 403
        assert (
            await secured.status(secured.identity.bearer(serviceurl=away), secured.activity(serviceUrl=away))
            == 403
        )
        # A redirect is not followed either.
        secured.connector.faults += [Fault(307, location=away + "v3/conversations/x/activities")] * 2
        assert await secured.status(secured.good()) == 200
        await secured.connector.asked(2)
        assert await Person(secured.room(), "fm").says("/ssat") == 200
        await secured.connector.arrived(1)
        assert (stranger.calls, stranger.connections) == (0, 0)
    assert {one.authorization for one in secured.connector.sent} == {"Bearer token-1"}


async def test_05_only_the_tenants_named_are_let_in_and_the_conversations_counts(secured: Secured) -> None:
    def named(conversation: Any, data: Any) -> dict[str, Any]:
        said = secured.activity()
        said["conversation"] = said["conversation"] | {"tenantId": conversation}
        return said | {"channelData": said["channelData"] | {"tenant": {"id": data}}}

    foreign = "99999999-0000-4000-8000-000000000009"
    for said in (
        named(foreign, foreign),
        named(foreign, TENANT),
        named(None, foreign),
        named(None, None),
        named(7, TENANT),
        named(TENANT, [TENANT]),
    ):
        assert await secured.status(secured.good(), said) == 403
    await secured.nothing_ran()
    assert await secured.status(secured.good(), named(TENANT.upper(), None)) == 200
    # Teams vouches for the members of a shared channel, whose data may name their own tenant.
    assert await secured.status(secured.good(), named(TENANT, foreign) | {"id": "another"}) == 200


async def test_06_the_token_is_checked_before_the_body_and_a_bad_body_is_4xx(secured: Secured) -> None:
    for what, (_, raw, headers) in BAD_BODIES.items():
        assert await secured.status(headers, raw) == 401, what
    address = urlsplit(secured.bot.url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    # Of this body nothing ever comes.
    writer.write(b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n")
    async with asyncio.timeout(5):
        assert (await reader.readline()).startswith(b"HTTP/1.1 401")
    writer.close()
    for what, (status, raw, headers) in BAD_BODIES.items():
        assert await secured.status(secured.good() | headers, raw) == status, what
    await secured.nothing_ran()
    exact = _padded(secured.activity(), 256 * 1024)
    assert await secured.status(secured.good(), exact) == 200
    assert await secured.status(secured.good(), exact + b" ") == 413


def _padded(said: Mapping[str, Any], size: int) -> bytes:
    """An activity of exactly so many bytes."""
    import json

    raw = json.dumps(said).encode()
    return raw + b" " * (size - len(raw))

"""A provider of signing keys and tokens on loopback: metadata, key set, rotation, outages, and a token
endpoint for the bot's own tokens."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import time
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.fakes.settings import APP

ISSUER = "https://api.botframework.com"
SERVICE_URL = "https://smba.trafficmanager.net/emea/"


@cache
def _key(number: int, size: int) -> rsa.RSAPrivateKey:
    """Never the same twice in one provider. All providers have the same ones: each costs its while."""
    return rsa.generate_private_key(public_exponent=65537, key_size=size)


class Identity:
    """`hanging` keeps every request waiting, `down` answers 503, `token_fault` refuses the bot's secret.

    `calls` counts the requests by their path.
    """

    def __init__(self) -> None:
        self.url = ""
        self.hanging = False
        self.down = False
        self.token_fault: dict[str, Any] | None = None
        self.token_life = 3600
        self.calls: Counter[str] = Counter()
        self.forms: list[Mapping[str, str]] = []
        self.keys: dict[str, rsa.RSAPrivateKey] = {}
        self.endorsements: dict[str, list[str] | None] = {}
        self._released = asyncio.Event()
        self._made = itertools.count()
        self.add_key("first", "msteams")

    @property
    def metadata_url(self) -> str:
        return f"{self.url}/metadata"

    @property
    def login_url(self) -> str:
        return f"{self.url}/tenant"

    def add_key(self, kid: str, *endorsements: str, size: int = 2048) -> None:
        """A further key, of which the provider tells from now on. No endorsements: none are named."""
        self.keys[kid] = _key(next(self._made), size)
        self.endorsements[kid] = list(endorsements) or None

    def rotate(self, kid: str) -> None:
        """One new key in place of all others."""
        self.keys.clear()
        self.add_key(kid, "msteams")

    def token(self, kid: str | None = None, without: str = "", header: Any = None, **claims: Any) -> str:
        """A token as the channel would sign it, but for the claims given."""
        kid = kid or next(iter(self.keys))
        now = int(time.time())
        usual = {"iss": ISSUER, "aud": APP, "exp": now + 3600, "nbf": now - 10, "serviceurl": SERVICE_URL}
        said = {name: value for name, value in (usual | claims).items() if name != without}
        # Signed below the level that refuses claims of a wrong kind.
        raw = json.dumps(said).encode()
        return jwt.PyJWS().encode(
            raw, self.keys[kid], algorithm="RS256", headers={"kid": kid} | (header or {})
        )

    def bearer(self, **claims: Any) -> dict[str, str]:
        """The header with a good token."""
        return {"Authorization": f"Bearer {self.token(**claims)}"}

    def application(self) -> web.Application:
        """The provider's HTTP side."""
        application = web.Application()
        application.router.add_get("/metadata", self._metadata)
        application.router.add_get("/keys", self._keys)
        application.router.add_post("/tenant/oauth2/v2.0/token", self._token)
        return application

    async def _enter(self, request: web.Request) -> None:
        self.calls[request.path] += 1
        if self.hanging:
            await self._released.wait()
        if self.down:
            raise web.HTTPServiceUnavailable

    async def _metadata(self, request: web.Request) -> web.Response:
        await self._enter(request)
        return web.json_response({"issuer": ISSUER, "jwks_uri": f"{self.url}/keys"})

    async def _keys(self, request: web.Request) -> web.Response:
        await self._enter(request)
        return web.json_response({"keys": [self._public(kid) for kid in self.keys]})

    async def _token(self, request: web.Request) -> web.Response:
        await self._enter(request)
        self.forms.append({name: str(value) for name, value in (await request.post()).items()})
        if self.token_fault is not None:
            return web.json_response(self.token_fault, status=401)
        answer = {"token_type": "Bearer", "expires_in": self.token_life}
        return web.json_response(answer | {"access_token": f"token-{len(self.forms)}"})

    def _public(self, kid: str) -> dict[str, Any]:
        numbers = self.keys[kid].public_key().public_numbers()
        entry: dict[str, Any] = {"kty": "RSA", "use": "sig", "kid": kid}
        entry |= {"n": _encoded(numbers.n), "e": _encoded(numbers.e)}
        named = self.endorsements[kid]
        return entry if named is None else entry | {"endorsements": named}

    def release(self) -> None:
        """Let go of those that were kept waiting."""
        self._released.set()


@asynccontextmanager
async def running_identity() -> AsyncIterator[Identity]:
    """A provider that listens on a free port of loopback."""
    identity = Identity()
    runner = web.AppRunner(identity.application(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    identity.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield identity
    finally:
        identity.release()
        await runner.cleanup()


def _encoded(number: int) -> str:
    raw = number.to_bytes((number.bit_length() + 7) // 8, "big")
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

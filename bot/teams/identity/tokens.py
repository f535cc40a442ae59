"""The bot's own token for the connector: one an hour, renewed ahead, fetched once for all who wait."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import msgspec
from azure.core.exceptions import AzureError

from bot.settings import Settings
from bot.teams.identity.credentials import Token, credential_of

__all__ = ["Token", "TokenUnavailable", "Tokens"]

MARGIN = 300.0
"""Seconds before its end from which a token is no longer used."""
AHEAD = 900.0
"""Seconds before its end from which a new one is fetched in the background."""
TOKEN_PAUSE = 5.0
"""Seconds after a failure in which nobody asks again."""
_LIMIT = 8.0
_LONGEST_CODE = 80

log = logging.getLogger(__name__)


class TokenUnavailable(Exception):
    """There is no token now: the endpoint does not answer, or refuses the bot's secret. It was logged."""


@dataclass(frozen=True, slots=True)
class TokenLife:
    """Seconds since a token was fetched, and seconds that it is still good; none where there is no token."""

    age: float
    left: float


Fetch = Callable[[], Awaitable[Token]]


class Tokens:
    """Gives the Authorization header for calls of the connector."""

    def __init__(
        self,
        settings: Settings,
        session: aiohttp.ClientSession,
        clock: Callable[[], float] = time.monotonic,
        fetch: Fetch | None = None,
    ) -> None:
        self._anonymous = settings.anonymous
        self._credential = None if fetch else credential_of(settings)
        self._fetch = fetch or self._credential or ClientSecret(settings, session)
        self._clock = clock
        self._token = ""
        self._began = self._ends = 0.0
        self._failed: float | None = None
        self._running: asyncio.Task[None] | None = None

    async def header(self) -> str | None:
        """`Bearer ...`, or None in anonymous mode. Raises TokenUnavailable."""
        if self._anonymous:
            return None
        left = self._ends - self._clock()
        if left < AHEAD:
            renewing = self._renew()
            if left < MARGIN:
                if renewing is not None:
                    await asyncio.shield(renewing)
                if self._ends - self._clock() <= 0:
                    raise TokenUnavailable
        return f"Bearer {self._token}"

    def life(self) -> TokenLife | None:
        """The life of the token that is used now; None in anonymous mode."""
        if self._anonymous:
            return None
        now = self._clock()
        left = max(0.0, self._ends - now) if self._token else 0.0
        return TokenLife(now - self._began if left else 0.0, left)

    def forget(self, header: str | None) -> None:
        """Do not use this token again: the connector refused it."""
        if header == f"Bearer {self._token}":
            self._ends = 0.0

    async def close(self) -> None:
        """Give back what is held."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
        if self._credential is not None:
            await self._credential.close()

    def _renew(self) -> asyncio.Task[None] | None:
        if self._running is not None:
            return self._running
        if self._failed is not None and self._clock() - self._failed < TOKEN_PAUSE:
            return None
        self._running = asyncio.create_task(self._load())
        return self._running

    async def _load(self) -> None:
        started = self._clock()
        try:
            async with asyncio.timeout(_LIMIT):
                token = await self._fetch()
        except (aiohttp.ClientError, AzureError, TimeoutError, ValueError) as trouble:
            self._failed = self._clock()
            reason = str(trouble) if isinstance(trouble, TokenRefused) else type(trouble).__name__
            log.error("no token for the connector: %s", reason)
        else:
            self._failed = None
            # A token that lives shorter than the margins is still used for most of its life.
            self._token, self._began, self._ends = token.value, started, started + token.life
        finally:
            self._running = None


class TokenRefused(ValueError):
    """The endpoint's own error codes, without its sentences."""


class ClientSecret:
    """Fetches a token with the bot's client secret."""

    def __init__(self, settings: Settings, session: aiohttp.ClientSession) -> None:
        self._session = session
        self._url = settings.token_url
        self._form = {
            "grant_type": "client_credentials",
            "client_id": settings.app_id,
            "client_secret": settings.app_password.get_secret_value(),
            "scope": settings.scope,
        }

    async def __call__(self) -> Token:
        async with self._session.post(self._url, data=self._form, allow_redirects=False) as answer:
            body = await answer.read()
        try:
            said: Any = msgspec.json.decode(body)
        except ValueError:
            raise TokenRefused(f"status {answer.status}") from None
        said = said if isinstance(said, dict) else {}
        value, life = said.get("access_token"), said.get("expires_in")
        if answer.status != 200 or not isinstance(value, str):
            codes = [said.get("error", ""), *_listed(said.get("error_codes"))]
            shown = " ".join(str(code) for code in codes if code)[:_LONGEST_CODE]
            raise TokenRefused(f"status {answer.status} {shown}".strip())
        return Token(value, float(life) if isinstance(life, int | float | str) else 0.0)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []

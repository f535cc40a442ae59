"""The channel's signing keys: fetched, kept parsed, renewed without ever blocking the service."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import jwt
import msgspec
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

KEYS_FRESH = 24 * 3600.0
"""Seconds after which keys are fetched again: daily, as Bot Framework's documentation asks."""
KEYS_PAUSE = 60.0
"""Seconds between two fetches, whatever asks for them."""
_LIMIT = 5.0
_SMALLEST_KEY = 2048

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A public key and the channels that may use it."""

    key: RSAPublicKey
    endorsements: frozenset[str]


class SigningKeys:
    """Keys by their id.

    They are fetched when they are a day old, or for an id that is not among them, and never more than
    once a minute, so that made-up ids cannot make us call the provider. Keys outlive an outage of it.
    """

    def __init__(
        self, session: aiohttp.ClientSession, metadata_url: str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._session = session
        self._metadata_url = metadata_url
        self._clock = clock
        self._keys: Mapping[str, SigningKey] = {}
        self._fetched = 0.0
        self._tried: float | None = None
        self._failing = False
        self._fetch: asyncio.Task[None] | None = None

    async def find(self, kid: str) -> SigningKey | None:
        """The key of this id, None where the provider does not name it or does not answer."""
        known = self._keys.get(kid)
        if known is not None and self._clock() - self._fetched < KEYS_FRESH:
            return known
        fetch = self._renew()
        if fetch is not None and (known is None or not self._failing):
            # In an outage, a known key is used at once and the attempt goes on behind it.
            await asyncio.shield(fetch)
        return self._keys.get(kid)

    async def warm(self) -> None:
        """Fetch the keys before the first request needs them; an outage is no error here."""
        fetch = self._renew()
        if fetch is not None:
            await asyncio.shield(fetch)

    async def close(self) -> None:
        """Give up a fetch that still runs."""
        if self._fetch is not None:
            self._fetch.cancel()
            await asyncio.gather(self._fetch, return_exceptions=True)

    def _renew(self) -> asyncio.Task[None] | None:
        """The fetch that runs, a new one if it is time for one, else None."""
        if self._fetch is not None:
            return self._fetch
        now = self._clock()
        if self._tried is not None and now - self._tried < KEYS_PAUSE:
            return None
        self._tried = now
        self._fetch = asyncio.create_task(self._load())
        return self._fetch

    async def _load(self) -> None:
        try:
            async with asyncio.timeout(_LIMIT):
                found = await fetch_keys(self._session, self._metadata_url)
        except (
            aiohttp.ClientError,
            TimeoutError,
            ValueError,
            KeyError,
            TypeError,
            RecursionError,
        ) as trouble:
            self._failing = True
            log.error("signing keys not fetched: %s", type(trouble).__name__)
        else:
            self._failing = False
            self._keys, self._fetched = found, self._clock()
        finally:
            self._fetch = None


async def fetch_keys(session: aiohttp.ClientSession, metadata_url: str) -> dict[str, SigningKey]:
    """The keys that the provider names now, one at least. Raises what goes wrong on the way."""
    metadata = await _get(session, metadata_url)
    found = read_keys(await _get(session, str(metadata["jwks_uri"])))
    if not found:
        raise ValueError("no usable key")
    return found


async def _get(session: aiohttp.ClientSession, url: str) -> Any:
    async with session.get(url) as answer:
        answer.raise_for_status()
        return msgspec.json.decode(await answer.read())


def read_keys(document: Any) -> dict[str, SigningKey]:
    """The RSA keys of a key set; those that cannot be used are left out."""
    found: dict[str, SigningKey] = {}
    for entry in document["keys"]:
        try:
            key = jwt.PyJWK(entry, algorithm="RS256").key
        except (jwt.PyJWTError, ValueError, TypeError, KeyError, AttributeError):
            continue
        kid, endorsements = entry.get("kid"), entry.get("endorsements")
        strong = isinstance(key, RSAPublicKey) and key.key_size >= _SMALLEST_KEY
        if strong and isinstance(kid, str):
            named = endorsements if isinstance(endorsements, list) else []
            found[kid] = SigningKey(key, frozenset(one for one in named if isinstance(one, str)))
    return found

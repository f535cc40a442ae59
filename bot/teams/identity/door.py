"""Admits requests: checks their token, then what the activity says about where it comes from."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import jwt

from bot.settings import Settings
from bot.teams.identity.keys import SigningKey, SigningKeys
from bot.teams.identity.places import PlaceRefused, ServiceHosts, same_service

TEAMS = "msteams"
_EMULATOR = "emulator"
_LEEWAY = 300
_LONGEST = 16 * 1024
_PROVED_KEPT = 256
_ANONYMOUS_SKILL = "AnonymousSkill"
"""The app that Bot Framework's SDKs name where a bot without an identity calls another."""
_HTTPS = 443
log = logging.getLogger(__name__)


class NotLetIn(Exception):
    """Not let in. `status` is 401 for a token that proves nothing, 403 for one that may not do this.

    `reason` is for the log; of the request it holds a host at most.
    """

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of a good token. `service_url` is None in anonymous mode, where there is no token."""

    service_url: str | None


@dataclass(frozen=True, slots=True)
class _Proved:
    """A good token: the key that it was checked with, what it says, and when it is over (Unix seconds)."""

    kid: str
    key: SigningKey
    claims: Claims
    ends: float


class Door:
    """Checks tokens and admits activities. Without credentials it needs no token, and then admits only
    what wants to be answered on loopback.

    The channel sends the same token for an hour. It is checked once, and let in until it is over or its key
    is another one.
    """

    def __init__(
        self,
        settings: Settings,
        session: aiohttp.ClientSession,
        keys: SigningKeys | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._clock = clock
        self._proved: OrderedDict[str, _Proved] = OrderedDict()
        self._anonymous = settings.anonymous
        self._app_id = settings.app_id
        self._issuer = settings.issuer
        self._hosts = ServiceHosts(settings)
        self._tenants = settings.tenants
        self._keys = keys or SigningKeys(session, settings.metadata_url)

    async def warm(self) -> None:
        """Have the signing keys at hand before the first request."""
        if not self._anonymous:
            await self._keys.warm()

    async def close(self) -> None:
        """Give up what still runs."""
        await self._keys.close()

    async def check(self, authorization: str | None) -> Claims:
        """The claims of a request's Authorization header. Raises NotLetIn."""
        if self._anonymous:
            return Claims(None)
        token = _bearer(authorization)
        proved = self._proved.get(token)
        if proved is not None and await self._keys.find(proved.kid) is proved.key:
            if self._clock() >= proved.ends:
                raise NotLetIn(401, "bad token: it is over")
            return proved.claims
        return await self._prove(token)

    async def _prove(self, token: str) -> Claims:
        """The claims of a token that nobody has checked yet."""
        try:
            header = jwt.get_unverified_header(token)
        except (jwt.PyJWTError, ValueError, TypeError, RecursionError):
            raise NotLetIn(401, "not a token") from None
        kid = header.get("kid")
        if header.get("alg") != "RS256" or not isinstance(kid, str):
            raise NotLetIn(401, "not signed with RS256 and a named key")
        key = await self._keys.find(kid)
        if key is None:
            raise NotLetIn(401, "unknown key")
        try:
            claims = jwt.decode(
                token,
                key.key,
                algorithms=["RS256"],
                issuer=self._issuer,
                leeway=_LEEWAY,
                # The audience is compared below: it is one id, in whatever case.
                options={"require": ["exp", "iss", "aud"], "verify_aud": False},
            )
        except (jwt.PyJWTError, ValueError, TypeError, OverflowError, RecursionError) as trouble:
            raise NotLetIn(401, f"bad token: {type(trouble).__name__}") from None
        self._check_parties(claims)
        if TEAMS not in key.endorsements:
            raise NotLetIn(403, "the key is not endorsed for Teams")
        service_url = claims.get("serviceurl")
        if not isinstance(service_url, str):
            raise NotLetIn(401, "the token names no serviceurl")
        proved = _Proved(kid, key, Claims(service_url), int(claims["exp"]) + _LEEWAY)
        self._proved[token] = proved
        if len(self._proved) > _PROVED_KEPT:
            self._proved.popitem(last=False)
        return proved.claims

    def _check_parties(self, claims: Mapping[str, Any]) -> None:
        """The token is for this bot alone, and no anonymous bot's."""
        audience = claims["aud"]
        if not isinstance(audience, str):
            raise NotLetIn(401, "bad token: its audience is a list")
        if audience.lower() != self._app_id:
            raise NotLetIn(401, "bad token: it is for another bot than MicrosoftAppId")
        if _ANONYMOUS_SKILL in (claims.get("appid"), claims.get("azp")):
            raise NotLetIn(401, "bad token: of an anonymous bot")

    def admit(self, claims: Claims, activity: Mapping[str, Any]) -> None:
        """Check the channel, the serviceUrl and the tenants of an activity. Raises NotLetIn."""
        channel = activity.get("channelId")
        if channel != TEAMS and not (self._anonymous and channel == _EMULATOR):
            raise NotLetIn(403, "not the Teams channel")
        self._admit_service(claims, activity.get("serviceUrl"))
        self._admit_tenant(activity)

    def _admit_service(self, claims: Claims, address: Any) -> None:
        try:
            self._hosts.check(address)
        except PlaceRefused as refusal:
            raise NotLetIn(403, str(refusal)) from None
        if claims.service_url is not None and not same_service(address, claims.service_url):
            raise NotLetIn(403, "the serviceUrl is not the token's")

    def _admit_tenant(self, activity: Mapping[str, Any]) -> None:
        named = tenants_of(activity)
        if self._tenants and not set(named[:1]) <= self._tenants:
            raise NotLetIn(403, "the tenant is not allowed")
        if not named and not self._anonymous:
            raise NotLetIn(403, "no tenant")
        if len(set(named)) > 1:
            # In a shared channel that is so; where people come from does not tell who may talk to the bot.
            log.info("channelData names another tenant", extra={"tenant": named[0], "other": named[1]})


def tenants_of(activity: Mapping[str, Any]) -> tuple[str, ...]:
    """The tenants that an activity names, in lower case: first that of its conversation, which is the host's
    also in a shared channel, and counts; then that of its data. Raises NotLetIn."""
    conversation, data = activity.get("conversation"), activity.get("channelData")
    tenant = data.get("tenant") if isinstance(data, Mapping) else None
    found: list[str] = []
    for place, key in ((conversation, "tenantId"), (tenant, "id")):
        value = place.get(key) if isinstance(place, Mapping) else None
        if value is not None and not isinstance(value, str):
            raise NotLetIn(403, "a tenant is no text")
        if value:
            found.append(value.lower())
    return tuple(found)


def _bearer(authorization: str | None) -> str:
    scheme, _, token = (authorization or "").strip().partition(" ")
    token = token.strip()
    if scheme.lower() != "bearer" or not token:
        raise NotLetIn(401, "no bearer token")
    if len(token) > _LONGEST or not token.isascii():
        raise NotLetIn(401, "not a token")
    return token

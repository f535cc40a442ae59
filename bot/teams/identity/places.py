"""The serviceUrls to which the bot may send: https at an allowed host; without an identity loopback."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any
from urllib.parse import SplitResult, urlsplit

from bot.settings import Settings
from bot.settings.values import is_loopback

_HTTPS = 443
_SHORT, _REMEMBERED = 256, 64
"""Letters of an address, and how many of them are remembered."""
_NAME = re.compile(r"[a-z0-9.:\[\]-]{1,253}")


class PlaceRefused(Exception):
    """Nothing is sent there. Its text is for the log; it names a host that is not allowed, because the
    operator may have to allow it."""


class ServiceHosts:
    """The hosts of the settings. It judges what an activity names, and each time what was stored of it:
    whoever can write the store must not lead the bot's token elsewhere."""

    def __init__(self, settings: Settings) -> None:
        self._anonymous = settings.anonymous
        self._hosts = settings.service_hosts
        self._check_remembered = lru_cache(_REMEMBERED)(self._check)

    def check(self, address: Any) -> None:
        """Raises PlaceRefused where nothing is sent to this address. What was found good once is good."""
        (self._check_remembered if _is_short(address) else self._check)(address)

    def _check(self, address: Any) -> None:
        parts = _plain(address)
        if parts is None:
            raise PlaceRefused("the serviceUrl is no plain address")
        if self._anonymous:
            if parts.scheme not in ("http", "https") or not is_loopback(parts.hostname):
                raise PlaceRefused("the serviceUrl is not on loopback")
            return
        if parts.scheme != "https":
            raise PlaceRefused("the serviceUrl is not https")
        named = _named(parts)
        if named not in self._hosts:
            shown = named if _NAME.fullmatch(named) else "(odd)"
            raise PlaceRefused(
                f"the serviceUrl's host {shown} is not allowed: see SSAT_CLOUD and SSAT_SERVICE_HOSTS"
            )


def same_service(one: str, other: str) -> bool:
    """True for the same address, whatever the case of its host and whether or not it ends in a slash."""
    if _is_short(one) and _is_short(other):
        return _is_same(one, other)
    return _is_same.__wrapped__(one, other)


@lru_cache(_REMEMBERED)
def _is_same(one: str, other: str) -> bool:
    first, second = _plain(one), _plain(other)
    return first is not None and second is not None and _compared(first) == _compared(second)


def _is_short(address: Any) -> bool:
    """True for what is remembered: few services call the bot, each again and again."""
    return isinstance(address, str) and len(address) <= _SHORT


def _plain(address: Any) -> SplitResult | None:
    """An address in its parts, where it has none but scheme, host, port and path."""
    if not isinstance(address, str) or not address.isprintable() or "\\" in address:
        return None
    try:
        parts = urlsplit(address)
        known = bool(parts.hostname) and (parts.port is None or parts.port >= 0)
    except ValueError:
        return None
    odd = parts.username is not None or parts.password is not None or parts.query or parts.fragment
    return parts if known and not odd else None


def _named(parts: SplitResult) -> str:
    """The host, with the port that https does not mean anyway."""
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    return host if parts.port in (None, _HTTPS) else f"{host}:{parts.port}"


def _compared(parts: SplitResult) -> tuple[str, str, str]:
    return parts.scheme, _named(parts), parts.path.rstrip("/")

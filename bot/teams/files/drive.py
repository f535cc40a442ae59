"""Puts a file into the person's OneDrive, at an address that Teams names for this one file."""

from __future__ import annotations

from typing import Protocol
from urllib.parse import urlsplit

import aiohttp

from bot.settings.values import is_loopback

HOSTS = (".sharepoint.com", ".sharepoint.us", ".sharepoint.cn")
"""How the hosts end to which files are sent: OneDrive in the public and in the national clouds."""
_SECONDS = 60.0
_HTTPS = 443


class UploadFailed(Exception):
    """The file is not there. The reason is for the log; it holds nothing of the address or the file."""


class Drive(Protocol):
    """Takes files."""

    async def put(self, address: str, content: bytes) -> None:
        """Put the whole file there. Raises UploadFailed."""


class HttpDrive:
    """Over HTTP, without the bot's token: the address itself is the permission. A Drive.

    With `loopback`, addresses of this machine are allowed too, for a service without credentials.
    """

    def __init__(self, session: aiohttp.ClientSession, *, loopback: bool, seconds: float = _SECONDS) -> None:
        self._session = session
        self._loopback = loopback
        self._limit = aiohttp.ClientTimeout(total=seconds)

    async def put(self, address: str, content: bytes) -> None:
        if not is_allowed(address, loopback=self._loopback):
            raise UploadFailed("not an address of OneDrive")
        headers = {
            "Content-Type": "application/octet-stream",
            "Content-Range": f"bytes 0-{len(content) - 1}/{len(content)}",
        }
        try:
            async with self._session.put(
                address, data=content, headers=headers, timeout=self._limit, allow_redirects=False
            ) as answer:
                status = answer.status
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as trouble:
            raise UploadFailed(type(trouble).__name__) from None
        if not 200 <= status < 300:
            raise UploadFailed(f"status {status}")


def is_allowed(address: str, *, loopback: bool = False) -> bool:
    """True where a file may be sent to this address: https at a host of OneDrive, and nothing else."""
    if not address.isprintable() or " " in address or "\\" in address:
        return False
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return False
    if parts.username is not None or parts.password is not None or not host:
        return False
    if loopback and is_loopback(host) and parts.scheme in ("http", "https"):
        return True
    return parts.scheme == "https" and port in (None, _HTTPS) and host.endswith(HOSTS)

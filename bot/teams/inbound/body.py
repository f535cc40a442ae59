"""A request's body as JSON: bounded in size and time, and read only after the token was checked."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import msgspec
from aiohttp import web

BIGGEST = 256 * 1024
"""Bytes of a body."""
SECONDS = 30.0
"""How long a body may take to arrive."""

_ESCAPE = re.compile(
    rb"\\\\|\\u[dD][89aAbB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
)
_LONE = 6


class BadBody(Exception):
    """Not a body that this service reads. `status` is the answer's, `reason` is for the log."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


async def read_body(request: web.Request, seconds: float = SECONDS) -> dict[str, Any]:
    """The JSON object of a request. Raises BadBody."""
    if request.content_type != "application/json":
        raise BadBody(415, "not application/json")
    if request.content_length is not None and request.content_length > BIGGEST:
        raise BadBody(413, "body too large")
    try:
        if request.content.is_eof():
            # It came with its headers, as most do: there is nothing to wait for.
            raw = await request.read()
        else:
            async with asyncio.timeout(seconds):
                raw = await request.read()
    except TimeoutError:
        raise BadBody(408, "body too slow") from None
    except web.HTTPRequestEntityTooLarge:
        raise BadBody(413, "body too large") from None
    except (web.RequestPayloadError, ConnectionError, ValueError):
        raise BadBody(400, "body broken off") from None
    return decode(raw)


def decode(raw: bytes) -> dict[str, Any]:
    """The JSON object in some bytes. Half a surrogate pair becomes the replacement character. BadBody."""
    try:
        said = _decoded(raw)
    except RecursionError:
        raise BadBody(400, "nested too deep") from None
    except ValueError:
        raise BadBody(400, "not JSON") from None
    if not isinstance(said, dict):
        raise BadBody(400, "not a JSON object")
    return said


def _decoded(raw: bytes) -> Any:
    try:
        return msgspec.json.decode(raw)
    except msgspec.DecodeError:
        mended = _ESCAPE.sub(lambda found: rb"\ufffd" if _is_lone(found[0]) else found[0], raw)
        if mended == raw:
            raise
        return msgspec.json.decode(mended)


def _is_lone(escape: bytes) -> bool:
    return len(escape) == _LONE
